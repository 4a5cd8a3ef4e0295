/** What takes a process's time on the processor. */
@NullMarked
package org.supportpin.benchmark.profile;

import org.jspecify.annotations.NullMarked;
