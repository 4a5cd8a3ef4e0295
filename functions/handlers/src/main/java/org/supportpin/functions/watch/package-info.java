/** Judges each change of the table within seconds. */
@NullMarked
package org.supportpin.functions.watch;

import org.jspecify.annotations.NullMarked;
