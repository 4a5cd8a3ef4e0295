/** Billing by WHMCS, against a double that is as strict as its documentation. */
@NullMarked
package org.supportpin.backoffice.billing.whmcs;

import org.jspecify.annotations.NullMarked;
