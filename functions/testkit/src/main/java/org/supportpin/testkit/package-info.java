/** Ports in memory, and the contract that each implementation of a port keeps. */
@NullMarked
package org.supportpin.testkit;

import org.jspecify.annotations.NullMarked;
