/** Domain names and contacts as connectors and the store see them. */
@NullMarked
package org.supportpin.backoffice.registrar;

import org.jspecify.annotations.NullMarked;
