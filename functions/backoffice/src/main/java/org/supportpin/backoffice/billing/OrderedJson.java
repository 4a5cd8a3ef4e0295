package org.supportpin.backoffice.billing;

import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.Ordered;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.name.DomainName;
import org.supportpin.json.Fields;
import org.supportpin.json.Json;
import org.supportpin.json.Json.Obj;
import org.supportpin.json.Read;

/** What an order is for, as JSON: {@code {purpose, billingCycle, product, name?}}, or {@code {purpose, billingCycle, domain, owner}}. */
public final class OrderedJson {

    private OrderedJson() {}

    public static Obj write(Ordered what) {
        var json = Json.object()
                .put("purpose", Names.of(what.purpose()))
                .put("billingCycle", what.cycle().text());
        return switch (what) {
            case Ordered.OfService(var _, var product, var _, var name) ->
                json.put("product", WordingJson.write(product))
                        .putIfPresent("name", name == null ? null : name.ascii())
                        .build();
            case Ordered.OfDomain(var _, var name, var _, var owner) ->
                json.put("domain", name.ascii())
                        .put("owner", ContactJson.write(owner))
                        .build();
        };
    }

    /** What {@link #write} gave. */
    public static final Read<Ordered> READ =
            json -> json instanceof Obj object && object.get("domain").isPresent()
                    ? Read.<Ordered>object(OrderedJson::domain).from(json)
                    : Read.<Ordered>object(OrderedJson::service).from(json);

    private static Checked<Ordered> service(Fields fields) {
        var purpose = fields.required("purpose", Names.of(Ordered.Purpose.values()));
        var cycle = fields.required("billingCycle", Read.text(BillingCycle::parse));
        var product = fields.required("product", WordingJson.READ);
        var name = fields.optional("name", Read.text(DomainName::parse));
        return fields.make(() -> new Ordered.OfService(purpose.get(), product.get(), cycle.get(), name.orNull()));
    }

    private static Checked<Ordered> domain(Fields fields) {
        var purpose = fields.required("purpose", Names.of(Ordered.Purpose.values()));
        var cycle = fields.required("billingCycle", Read.text(BillingCycle::parse));
        var name = fields.required("domain", Read.text(DomainName::parse));
        var owner = fields.required("owner", ContactJson.READ);
        return fields.make(() -> new Ordered.OfDomain(purpose.get(), name.get(), cycle.get(), owner.get()));
    }
}
