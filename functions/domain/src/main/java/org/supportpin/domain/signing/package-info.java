/** What the service signs, so that others can check later what it said. */
@NullMarked
package org.supportpin.domain.signing;

import org.jspecify.annotations.NullMarked;
