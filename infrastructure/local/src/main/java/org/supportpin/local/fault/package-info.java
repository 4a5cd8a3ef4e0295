/** Why the stack cannot start. */
@NullMarked
package org.supportpin.local.fault;

import org.jspecify.annotations.NullMarked;
