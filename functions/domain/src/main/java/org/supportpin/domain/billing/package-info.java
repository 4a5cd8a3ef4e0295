/** Products, services, orders, invoices: {@code billing.…} of the back office, and the rules about them. */
@NullMarked
package org.supportpin.domain.billing;

import org.jspecify.annotations.NullMarked;
