/** The connectors of each port, how settings choose one, and how a separate module provides more. */
@NullMarked
package org.supportpin.backoffice.connector;

import org.jspecify.annotations.NullMarked;
