/** What happens before a function is snapshotted, and after it was restored (docs/adr/0009 and 0015). */
@NullMarked
package org.supportpin.functions.snapshot;

import org.jspecify.annotations.NullMarked;
