package org.supportpin.functions.action;

import org.supportpin.backoffice.billing.BillingJson;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.billing.PlacedOrder;

/** What the results of orders, renewals and upgrades have in common. */
final class BilledJson {

    private BilledJson() {}

    /**
     * @param before the service until the invoice is paid
     * @param after the service once it is paid
     */
    static Json result(PlacedOrder placed, Json before, Json after) {
        return Json.object()
                .putAll(BillingJson.PLACED_ORDER.write(placed))
                .put("before", before)
                .put("after", after)
                .build();
    }
}
