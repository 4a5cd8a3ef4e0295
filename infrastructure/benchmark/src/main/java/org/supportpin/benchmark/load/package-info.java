/** The highest rate of calls that the local stack bears, and what then limits it. */
@NullMarked
package org.supportpin.benchmark.load;

import org.jspecify.annotations.NullMarked;
