/** Why the stack cannot start, in a sentence that its user understands. */
@NullMarked
package org.supportpin.local.fault;

import org.jspecify.annotations.NullMarked;
