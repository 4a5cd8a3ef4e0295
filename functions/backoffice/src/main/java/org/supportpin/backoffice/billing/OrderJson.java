package org.supportpin.backoffice.billing;

import static org.supportpin.backoffice.json.Texts.CUSTOMER_ID;
import static org.supportpin.backoffice.json.Texts.DAY;
import static org.supportpin.backoffice.json.Texts.DOMAIN_NAME;

import org.supportpin.backoffice.json.Codec;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.ObjectCodec;
import org.supportpin.domain.billing.ListedOrder;
import org.supportpin.domain.billing.Order;
import org.supportpin.domain.billing.OrderSubject;
import org.supportpin.domain.billing.OrderSubject.OfDomain;
import org.supportpin.domain.billing.OrderSubject.OfService;

public final class OrderJson {

    private static final ObjectCodec<OfService> OF_SERVICE = members -> {
        var purpose = members.required("purpose", Codec.oneOf(OrderSubject.Purpose.values()), OfService::purpose);
        var cycle = members.required("billingCycle", BillingJson.CYCLE, OfService::cycle);
        var product = members.required("product", BillingJson.TEXT, OfService::product);
        var name = members.optional("name", DOMAIN_NAME, OfService::name);
        return members.make(() -> new OfService(purpose.get(), product.get(), cycle.get(), name.orNull()));
    };

    private static final ObjectCodec<OfDomain> OF_DOMAIN = members -> {
        var purpose = members.required("purpose", Codec.oneOf(OrderSubject.Purpose.values()), OfDomain::purpose);
        var cycle = members.required("billingCycle", BillingJson.CYCLE, OfDomain::cycle);
        var name = members.required("domain", DOMAIN_NAME, OfDomain::name);
        var owner = members.required("owner", BillingJson.CONTACT, OfDomain::owner);
        return members.make(() -> new OfDomain(purpose.get(), name.get(), cycle.get(), owner.get()));
    };

    /** A domain name if there is a member {@code domain}, otherwise a service. */
    public static final Codec<OrderSubject> SUBJECT = Codec.of(
            what -> switch (what) {
                case OfService service -> OF_SERVICE.write(service);
                case OfDomain domain -> OF_DOMAIN.write(domain);
            },
            json -> json instanceof Obj object && object.get("domain").isPresent()
                    ? OF_DOMAIN.from(json).map(domain -> domain)
                    : OF_SERVICE.from(json).map(service -> service));

    public static final ObjectCodec<Order> ORDER = members -> {
        var id = members.required("id", BillingJson.ORDER_ID, Order::id);
        var customer = members.required("customerId", CUSTOMER_ID, Order::customer);
        var what = members.required("for", SUBJECT, Order::what);
        var paid = members.required("paid", Codec.bool(), Order::paid);
        var invoice = members.required("invoice", BillingJson.INVOICE, Order::invoice);
        var administrator = members.required("administrator", BillingJson.CONTACT, Order::administrator);
        return members.make(
                () -> new Order(id.get(), customer.get(), what.get(), paid.get(), invoice.get(), administrator.get()));
    };

    /** In a list: without persons. */
    public static final ObjectCodec<ListedOrder> LISTED = members -> {
        var id = members.required("id", BillingJson.ORDER_ID, ListedOrder::id);
        var customer = members.required("customerId", CUSTOMER_ID, ListedOrder::customer);
        var purpose = members.required("purpose", Codec.oneOf(OrderSubject.Purpose.values()), ListedOrder::purpose);
        var product = members.optional("product", BillingJson.TEXT, ListedOrder::product);
        var name = members.optional("name", DOMAIN_NAME, ListedOrder::name);
        var cycle = members.required("billingCycle", BillingJson.CYCLE, ListedOrder::cycle);
        var paid = members.required("paid", Codec.bool(), ListedOrder::paid);
        var amount = members.optional("amount", BillingJson.MONEY, ListedOrder::amount);
        var due = members.optional("dueDate", DAY, ListedOrder::due);
        return members.make(() -> new ListedOrder(
                id.get(),
                customer.get(),
                purpose.get(),
                product.orNull(),
                name.orNull(),
                cycle.get(),
                paid.get(),
                amount.orNull(),
                due.orNull()));
    };

    private OrderJson() {}
}
