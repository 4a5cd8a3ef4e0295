/** DNS zones as JSON, for connectors and storage. */
@NullMarked
package org.supportpin.backoffice.dns;

import org.jspecify.annotations.NullMarked;
