/** Products, services, orders and invoices as connectors and the store see them. */
@NullMarked
package org.supportpin.backoffice.billing;

import org.jspecify.annotations.NullMarked;
