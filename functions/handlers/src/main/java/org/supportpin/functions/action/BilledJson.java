package org.supportpin.functions.action;

import org.supportpin.backoffice.billing.BillingJson;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.billing.PlacedOrder;

/** What the results of orders, renewals and upgrades have in common. */
final class BilledJson {

    private BilledJson() {}

    /**
     * The order and what is to be paid for it.
     *
     * @param before what there is until the invoice is paid
     * @param after what there is then
     */
    static Json result(PlacedOrder placed, Json before, Json after) {
        return Json.object()
                .putAll(BillingJson.PLACED_ORDER.write(placed))
                .put("before", before)
                .put("after", after)
                .build();
    }
}
