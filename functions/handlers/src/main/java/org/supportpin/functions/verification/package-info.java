/** The caller's verification, and its end. */
@NullMarked
package org.supportpin.functions.verification;

import org.jspecify.annotations.NullMarked;
