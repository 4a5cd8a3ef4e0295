/** Reads a real system through its connector, and says in plain English whether it fits. Never writes. */
@NullMarked
package org.supportpin.connectorcheck;

import org.jspecify.annotations.NullMarked;
