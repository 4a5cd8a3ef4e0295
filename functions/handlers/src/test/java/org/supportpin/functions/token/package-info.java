/** Tests of the token service. */
@NullMarked
package org.supportpin.functions.token;

import org.jspecify.annotations.NullMarked;
