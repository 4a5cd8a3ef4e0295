package org.supportpin.backoffice.billing;

import org.supportpin.backoffice.json.Fields;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.OrderSubject;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.name.DomainName;

/** What an order is for, as JSON: {@code {purpose, billingCycle, product, name?}}, or {@code {purpose, billingCycle, domain, owner}}. */
public final class OrderSubjectJson {

    private OrderSubjectJson() {}

    public static Obj write(OrderSubject what) {
        var json = Json.object()
                .put("purpose", Names.of(what.purpose()))
                .put("billingCycle", what.cycle().text());
        return switch (what) {
            case OrderSubject.OfService(var _, var product, var _, var name) ->
                json.put("product", LocalizedTextJson.write(product))
                        .putIfPresent("name", name == null ? null : name.ascii())
                        .build();
            case OrderSubject.OfDomain(var _, var name, var _, var owner) ->
                json.put("domain", name.ascii())
                        .put("owner", ContactJson.write(owner))
                        .build();
        };
    }

    /** What {@link #write} gave. */
    public static final Read<OrderSubject> READ =
            json -> json instanceof Obj object && object.get("domain").isPresent()
                    ? Read.<OrderSubject>object(OrderSubjectJson::domain).from(json)
                    : Read.<OrderSubject>object(OrderSubjectJson::service).from(json);

    private static Checked<OrderSubject> service(Fields fields) {
        var purpose = fields.required("purpose", Names.of(OrderSubject.Purpose.values()));
        var cycle = fields.required("billingCycle", Read.text(BillingCycle::parse));
        var product = fields.required("product", LocalizedTextJson.READ);
        var name = fields.optional("name", Read.text(DomainName::parse));
        return fields.make(() -> new OrderSubject.OfService(purpose.get(), product.get(), cycle.get(), name.orNull()));
    }

    private static Checked<OrderSubject> domain(Fields fields) {
        var purpose = fields.required("purpose", Names.of(OrderSubject.Purpose.values()));
        var cycle = fields.required("billingCycle", Read.text(BillingCycle::parse));
        var name = fields.required("domain", Read.text(DomainName::parse));
        var owner = fields.required("owner", ContactJson.READ);
        return fields.make(() -> new OrderSubject.OfDomain(purpose.get(), name.get(), cycle.get(), owner.get()));
    }
}
