package org.supportpin.functions.action;

import java.time.LocalDate;
import org.supportpin.backoffice.billing.Days;
import org.supportpin.backoffice.billing.MoneyJson;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.BillingResult;
import org.supportpin.domain.billing.ProductId;
import org.supportpin.domain.billing.RenewService;
import org.supportpin.domain.billing.Renewal;
import org.supportpin.domain.billing.ServiceId;
import org.supportpin.domain.identity.CustomerId;

/** {@code renew-service}. */
final class RenewServiceJson implements ActionJson<RenewService, Renewal, BillingResult<Renewal>> {

    @Override
    public Read<RenewService> parameters() {
        return Read.object(fields -> {
            var service = fields.required("serviceId", Read.text(ServiceId::parse));
            var cycle = fields.optional("billingCycle", Read.text(BillingCycle::parse));
            return fields.make(() -> new RenewService(service.get(), cycle.orNull()));
        });
    }

    @Override
    public Json plan(Renewal renewal) {
        return Json.object()
                .put("customerId", renewal.customer().value())
                .put("serviceId", renewal.service().value())
                .put("productId", renewal.product().value())
                .put("before", renewal.before().text())
                .put("billingCycle", renewal.cycle().text())
                .put("paidUntil", renewal.paidUntil().toString())
                .put("until", renewal.until().toString())
                .put("price", MoneyJson.write(renewal.price()))
                .build();
    }

    @Override
    public Renewal plan(Json json) {
        return Read.<Renewal>object(fields -> {
                    var customer = fields.required("customerId", Read.text(CustomerId::parse));
                    var service = fields.required("serviceId", Read.text(ServiceId::parse));
                    var product = fields.required("productId", Read.text(ProductId::parse));
                    var before = fields.required("before", Read.text(BillingCycle::parse));
                    var cycle = fields.required("billingCycle", Read.text(BillingCycle::parse));
                    var paidUntil = fields.required("paidUntil", Days.READ);
                    var until = fields.required("until", Days.READ);
                    var price = fields.required("price", MoneyJson.READ);
                    return fields.make(() -> new Renewal(
                            customer.get(),
                            service.get(),
                            product.get(),
                            before.get(),
                            cycle.get(),
                            paidUntil.get(),
                            until.get(),
                            price.get()));
                })
                .from(json)
                .orThrow();
    }

    @Override
    public Json result(BillingResult<Renewal> billed) {
        var renewal = billed.plan();
        return BilledJson.result(
                billed.placed(), side(renewal.before(), renewal.paidUntil()), side(renewal.cycle(), renewal.until()));
    }

    private static Json side(BillingCycle cycle, LocalDate until) {
        return Json.object()
                .put("billingCycle", cycle.text())
                .put("paidUntil", until.toString())
                .build();
    }
}
