/** Hosting packages as JSON, for connectors and storage. */
@NullMarked
package org.supportpin.backoffice.hosting;

import org.jspecify.annotations.NullMarked;
