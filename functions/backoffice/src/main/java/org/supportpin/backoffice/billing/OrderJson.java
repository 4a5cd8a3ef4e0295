package org.supportpin.backoffice.billing;

import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.billing.Order;
import org.supportpin.domain.billing.OrderId;
import org.supportpin.domain.identity.CustomerId;

/** An order as JSON: {@code {id, customerId, for, paid, invoice, administrator}}. */
public final class OrderJson {

    private OrderJson() {}

    public static Obj write(Order order) {
        return Json.object()
                .put("id", order.id().value())
                .put("customerId", order.customer().value())
                .put("for", OrderSubjectJson.write(order.what()))
                .put("paid", order.paid())
                .put("invoice", InvoiceJson.write(order.invoice()))
                .put("administrator", ContactJson.write(order.administrator()))
                .build();
    }

    /** What {@link #write} gave. */
    public static final Read<Order> READ = Read.object(fields -> {
        var id = fields.required("id", Read.text(OrderId::parse));
        var customer = fields.required("customerId", Read.text(CustomerId::parse));
        var what = fields.required("for", OrderSubjectJson.READ);
        var paid = fields.required("paid", Read.bool());
        var invoice = fields.required("invoice", InvoiceJson.READ);
        var administrator = fields.required("administrator", ContactJson.READ);
        return fields.make(
                () -> new Order(id.get(), customer.get(), what.get(), paid.get(), invoice.get(), administrator.get()));
    });
}
