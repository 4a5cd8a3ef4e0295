/** The simulated back office keeps the ports' contracts. */
@NullMarked
package org.supportpin.simulated;

import org.jspecify.annotations.NullMarked;
