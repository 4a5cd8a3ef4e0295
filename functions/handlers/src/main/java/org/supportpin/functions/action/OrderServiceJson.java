package org.supportpin.functions.action;

import org.supportpin.backoffice.billing.MoneyJson;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.BillingResult;
import org.supportpin.domain.billing.OrderService;
import org.supportpin.domain.billing.ProductId;
import org.supportpin.domain.billing.ServiceOrder;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DomainName;

/** {@code order-service}. */
final class OrderServiceJson implements ActionJson<OrderService, ServiceOrder, BillingResult<ServiceOrder>> {

    @Override
    public Read<OrderService> parameters() {
        return Read.object(fields -> {
            var product = fields.required("productId", Read.text(ProductId::parse));
            var cycle = fields.required("billingCycle", Read.text(BillingCycle::parse));
            var hostname = fields.optional("hostname", Read.text(DomainName::parse));
            return fields.make(() -> new OrderService(product.get(), cycle.get(), hostname.orNull()));
        });
    }

    @Override
    public Json plan(ServiceOrder order) {
        var hostname = order.hostname();
        return Json.object()
                .put("customerId", order.customer().value())
                .put("productId", order.product().value())
                .put("billingCycle", order.cycle().text())
                .putIfPresent("hostname", hostname == null ? null : hostname.ascii())
                .put("price", MoneyJson.write(order.price()))
                .build();
    }

    @Override
    public ServiceOrder plan(Json json) {
        return Read.<ServiceOrder>object(fields -> {
                    var customer = fields.required("customerId", Read.text(CustomerId::parse));
                    var product = fields.required("productId", Read.text(ProductId::parse));
                    var cycle = fields.required("billingCycle", Read.text(BillingCycle::parse));
                    var hostname = fields.optional("hostname", Read.text(DomainName::parse));
                    var price = fields.required("price", MoneyJson.READ);
                    return fields.make(() -> new ServiceOrder(
                            customer.get(), product.get(), cycle.get(), hostname.orNull(), price.get()));
                })
                .from(json)
                .orThrow();
    }

    @Override
    public Json result(BillingResult<ServiceOrder> billed) {
        var order = billed.plan();
        var hostname = order.hostname();
        return BilledJson.result(
                billed.placed(),
                Json.NULL,
                Json.object()
                        .put("productId", order.product().value())
                        .put("billingCycle", order.cycle().text())
                        .putIfPresent("hostname", hostname == null ? null : hostname.unicode())
                        .build());
    }
}
