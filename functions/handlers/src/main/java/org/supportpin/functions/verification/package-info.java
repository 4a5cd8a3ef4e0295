/** Starts and ends verifications. */
@NullMarked
package org.supportpin.functions.verification;

import org.jspecify.annotations.NullMarked;
