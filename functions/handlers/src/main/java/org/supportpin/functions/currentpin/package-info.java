/** The panel's view: the PIN, unlocking, activity. */
@NullMarked
package org.supportpin.functions.currentpin;

import org.jspecify.annotations.NullMarked;
