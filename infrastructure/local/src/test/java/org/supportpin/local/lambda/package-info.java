/** Lambda's side of a function: the Runtime API, and a process that runs the packaged function under the real runtime client. */
@NullMarked
package org.supportpin.local.lambda;

import org.jspecify.annotations.NullMarked;
