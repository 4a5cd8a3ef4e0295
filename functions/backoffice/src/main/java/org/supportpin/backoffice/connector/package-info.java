/** Which connectors there are for each port, how the settings choose one, and how a module of its own brings more. */
@NullMarked
package org.supportpin.backoffice.connector;

import org.jspecify.annotations.NullMarked;
