/** Hosting packages as connectors and the store see them. */
@NullMarked
package org.supportpin.backoffice.hosting;

import org.jspecify.annotations.NullMarked;
