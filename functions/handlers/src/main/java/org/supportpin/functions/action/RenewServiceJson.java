package org.supportpin.functions.action;

import java.time.LocalDate;
import org.supportpin.backoffice.billing.BillingJson;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.ObjectCodec;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.json.Texts;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.BillingResult;
import org.supportpin.domain.billing.RenewService;
import org.supportpin.domain.billing.Renewal;

/** {@code renew-service}. */
final class RenewServiceJson {

    private static final ObjectCodec<Renewal> PLAN = members -> {
        var customer = members.required("customerId", Texts.CUSTOMER_ID, Renewal::customer);
        var service = members.required("serviceId", BillingJson.SERVICE_ID, Renewal::service);
        var name = members.optional("name", Texts.DOMAIN_NAME, Renewal::name);
        var product = members.required("productId", BillingJson.PRODUCT_ID, Renewal::product);
        var before = members.required("before", BillingJson.CYCLE, Renewal::before);
        var cycle = members.required("billingCycle", BillingJson.CYCLE, Renewal::cycle);
        var paidUntil = members.required("paidUntil", Texts.DAY, Renewal::paidUntil);
        var until = members.required("until", Texts.DAY, Renewal::until);
        var price = members.required("price", BillingJson.MONEY, Renewal::price);
        return members.make(() -> new Renewal(
                customer.get(),
                service.get(),
                name.orNull(),
                product.get(),
                before.get(),
                cycle.get(),
                paidUntil.get(),
                until.get(),
                price.get()));
    };

    static final ActionJson<RenewService, Renewal, BillingResult<Renewal>> JSON = new ActionJson<>(
            Read.object(fields -> {
                var service = fields.required("serviceId", BillingJson.SERVICE_ID);
                var cycle = fields.optional("billingCycle", BillingJson.CYCLE);
                return fields.make(() -> new RenewService(service.get(), cycle.orNull()));
            }),
            PLAN,
            RenewServiceJson::result);

    private RenewServiceJson() {}

    private static Json result(BillingResult<Renewal> billed) {
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
