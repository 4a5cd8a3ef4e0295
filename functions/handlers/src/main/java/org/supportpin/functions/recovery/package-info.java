/** Reconciles pending actions on a schedule. */
@NullMarked
package org.supportpin.functions.recovery;

import org.jspecify.annotations.NullMarked;
