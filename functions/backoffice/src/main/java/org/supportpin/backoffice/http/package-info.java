/** How connectors speak HTTP: one client set-up, with bounds on time, size and place. */
@NullMarked
package org.supportpin.backoffice.http;

import org.jspecify.annotations.NullMarked;
