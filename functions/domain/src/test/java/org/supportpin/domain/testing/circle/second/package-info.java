/** Half of a circle. */
@NullMarked
package org.supportpin.domain.testing.circle.second;

import org.jspecify.annotations.NullMarked;
