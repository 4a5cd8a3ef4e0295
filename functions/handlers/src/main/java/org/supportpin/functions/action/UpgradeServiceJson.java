package org.supportpin.functions.action;

import org.supportpin.backoffice.billing.Days;
import org.supportpin.backoffice.billing.MoneyJson;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.BillingResult;
import org.supportpin.domain.billing.ProductId;
import org.supportpin.domain.billing.ServiceId;
import org.supportpin.domain.billing.Upgrade;
import org.supportpin.domain.billing.UpgradeService;
import org.supportpin.domain.identity.CustomerId;

/** {@code upgrade-service}. */
final class UpgradeServiceJson implements ActionJson<UpgradeService, Upgrade, BillingResult<Upgrade>> {

    @Override
    public Read<UpgradeService> parameters() {
        return Read.object(fields -> {
            var service = fields.required("serviceId", Read.text(ServiceId::parse));
            var product = fields.required("productId", Read.text(ProductId::parse));
            return fields.make(() -> new UpgradeService(service.get(), product.get()));
        });
    }

    @Override
    public Json plan(Upgrade upgrade) {
        return Json.object()
                .put("customerId", upgrade.customer().value())
                .put("serviceId", upgrade.service().value())
                .put("from", upgrade.from().value())
                .put("to", upgrade.to().value())
                .put("billingCycle", upgrade.cycle().text())
                .put("on", upgrade.on().toString())
                .put("until", upgrade.until().toString())
                .put("price", MoneyJson.write(upgrade.price()))
                .build();
    }

    @Override
    public Upgrade plan(Json json) {
        return Read.<Upgrade>object(fields -> {
                    var customer = fields.required("customerId", Read.text(CustomerId::parse));
                    var service = fields.required("serviceId", Read.text(ServiceId::parse));
                    var from = fields.required("from", Read.text(ProductId::parse));
                    var to = fields.required("to", Read.text(ProductId::parse));
                    var cycle = fields.required("billingCycle", Read.text(BillingCycle::parse));
                    var on = fields.required("on", Days.READ);
                    var until = fields.required("until", Days.READ);
                    var price = fields.required("price", MoneyJson.READ);
                    return fields.make(() -> new Upgrade(
                            customer.get(),
                            service.get(),
                            from.get(),
                            to.get(),
                            cycle.get(),
                            on.get(),
                            until.get(),
                            price.get()));
                })
                .from(json)
                .orThrow();
    }

    @Override
    public Json result(BillingResult<Upgrade> billed) {
        var upgrade = billed.plan();
        return BilledJson.result(billed.placed(), side(upgrade.from()), side(upgrade.to()));
    }

    private static Json side(ProductId product) {
        return Json.object().put("productId", product.value()).build();
    }
}
