/** DNS zones as connectors and the store see them. */
@NullMarked
package org.supportpin.backoffice.dns;

import org.jspecify.annotations.NullMarked;
