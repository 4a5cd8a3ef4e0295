/** The simulated back office, for people to look at and to make go wrong. */
@NullMarked
package org.supportpin.local.backoffice;

import org.jspecify.annotations.NullMarked;
