package org.supportpin.functions.action;

import org.supportpin.backoffice.billing.BillingJson;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.ObjectCodec;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.json.Texts;
import org.supportpin.domain.billing.BillingResult;
import org.supportpin.domain.billing.ProductId;
import org.supportpin.domain.billing.Upgrade;
import org.supportpin.domain.billing.UpgradeService;

/** {@code upgrade-service}. */
final class UpgradeServiceJson {

    private static final ObjectCodec<Upgrade> PLAN = members -> {
        var customer = members.required("customerId", Texts.CUSTOMER_ID, Upgrade::customer);
        var service = members.required("serviceId", BillingJson.SERVICE_ID, Upgrade::service);
        var name = members.optional("name", Texts.DOMAIN_NAME, Upgrade::name);
        var from = members.required("from", BillingJson.PRODUCT_ID, Upgrade::from);
        var to = members.required("to", BillingJson.PRODUCT_ID, Upgrade::to);
        var cycle = members.required("billingCycle", BillingJson.CYCLE, Upgrade::cycle);
        var on = members.required("on", Texts.DAY, Upgrade::on);
        var until = members.required("until", Texts.DAY, Upgrade::until);
        var price = members.required("price", BillingJson.MONEY, Upgrade::price);
        return members.make(() -> new Upgrade(
                customer.get(),
                service.get(),
                name.orNull(),
                from.get(),
                to.get(),
                cycle.get(),
                on.get(),
                until.get(),
                price.get()));
    };

    static final ActionJson<UpgradeService, Upgrade, BillingResult<Upgrade>> JSON = new ActionJson<>(
            Read.object(fields -> {
                var service = fields.required("serviceId", BillingJson.SERVICE_ID);
                var product = fields.required("productId", BillingJson.PRODUCT_ID);
                return fields.make(() -> new UpgradeService(service.get(), product.get()));
            }),
            PLAN,
            UpgradeServiceJson::result);

    private UpgradeServiceJson() {}

    private static Json result(BillingResult<Upgrade> billed) {
        var upgrade = billed.plan();
        return BilledJson.result(billed.placed(), side(upgrade.from()), side(upgrade.to()));
    }

    private static Json side(ProductId product) {
        return Json.object().put("productId", product.value()).build();
    }
}
