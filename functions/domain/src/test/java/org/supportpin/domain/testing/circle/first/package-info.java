/** Half of a circle. */
@NullMarked
package org.supportpin.domain.testing.circle.first;

import org.jspecify.annotations.NullMarked;
