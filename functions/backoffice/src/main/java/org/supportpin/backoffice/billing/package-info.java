/** Products, services, orders and invoices as JSON, for connectors and storage. */
@NullMarked
package org.supportpin.backoffice.billing;

import org.jspecify.annotations.NullMarked;
