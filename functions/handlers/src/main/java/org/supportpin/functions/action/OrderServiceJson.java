package org.supportpin.functions.action;

import org.supportpin.backoffice.billing.BillingJson;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.json.Texts;
import org.supportpin.domain.billing.BillingResult;
import org.supportpin.domain.billing.OrderService;
import org.supportpin.domain.billing.ServiceOrder;

/** {@code order-service}. */
final class OrderServiceJson {

    static final ActionJson<OrderService, ServiceOrder, BillingResult<ServiceOrder>> JSON = new ActionJson<>(
            Read.object(fields -> {
                var product = fields.required("productId", BillingJson.PRODUCT_ID);
                var cycle = fields.required("billingCycle", BillingJson.CYCLE);
                var hostname = fields.optional("hostname", Texts.DOMAIN_NAME);
                return fields.make(() -> new OrderService(product.get(), cycle.get(), hostname.orNull()));
            }),
            BillingJson.SERVICE_ORDER,
            OrderServiceJson::result);

    private OrderServiceJson() {}

    private static Json result(BillingResult<ServiceOrder> billed) {
        var order = billed.plan();
        var hostname = order.hostname();
        return BilledJson.result(
                billed.placed(),
                Json.Null.NULL,
                Json.object()
                        .put("productId", order.product().value())
                        .put("billingCycle", order.cycle().text())
                        .putIfPresent("hostname", hostname == null ? null : hostname.unicode())
                        .build());
    }
}
