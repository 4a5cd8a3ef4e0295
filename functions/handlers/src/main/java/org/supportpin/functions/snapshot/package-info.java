/** Before a function's snapshot and after its restore (docs/adr/0009 and 0015). */
@NullMarked
package org.supportpin.functions.snapshot;

import org.jspecify.annotations.NullMarked;
