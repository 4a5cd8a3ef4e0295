/** Products, services, orders, invoices: {@code billing.…} of the back office, and the rules over them. */
@NullMarked
package org.supportpin.domain.billing;

import org.jspecify.annotations.NullMarked;
