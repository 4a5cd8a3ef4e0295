/** Mobile, confirmation, activation and deactivation. */
@NullMarked
package org.supportpin.functions.activation;

import org.jspecify.annotations.NullMarked;
