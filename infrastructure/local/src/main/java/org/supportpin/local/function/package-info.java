/** Runs the Lambda handlers in this process. */
@NullMarked
package org.supportpin.local.function;

import org.jspecify.annotations.NullMarked;
