/** Billing by WHMCS, over its API (developers.whmcs.com). */
@NullMarked
package org.supportpin.backoffice.billing.whmcs;

import org.jspecify.annotations.NullMarked;
