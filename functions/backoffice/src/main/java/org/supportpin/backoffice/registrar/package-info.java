/** Domain names and contacts as JSON, for connectors and storage. */
@NullMarked
package org.supportpin.backoffice.registrar;

import org.jspecify.annotations.NullMarked;
