/** How much time a request or a run still has. */
@NullMarked
package org.supportpin.domain.deadline;

import org.jspecify.annotations.NullMarked;
