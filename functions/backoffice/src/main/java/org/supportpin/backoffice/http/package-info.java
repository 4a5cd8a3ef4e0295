/** The HTTP client of connectors, with limits on time, size and network. */
@NullMarked
package org.supportpin.backoffice.http;

import org.jspecify.annotations.NullMarked;
