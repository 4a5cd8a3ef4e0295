package org.supportpin.backoffice.billing;

import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.billing.InvoiceId;
import org.supportpin.domain.billing.OrderId;
import org.supportpin.domain.billing.PlacedOrder;

/** An order that billing took, as JSON: {@code {orderId, invoiceId, amountDue, bankReference}}. */
public final class PlacedOrderJson {

    private PlacedOrderJson() {}

    public static Obj write(PlacedOrder placed) {
        return Json.object()
                .put("orderId", placed.order().value())
                .put("invoiceId", placed.invoice().value())
                .put("amountDue", MoneyJson.write(placed.amountDue()))
                .put("bankReference", placed.reference().value())
                .build();
    }

    /** What {@link #write} gave. */
    public static final Read<PlacedOrder> READ = Read.object(fields -> {
        var order = fields.required("orderId", Read.text(OrderId::parse));
        var invoice = fields.required("invoiceId", Read.text(InvoiceId::parse));
        var amount = fields.required("amountDue", MoneyJson.READ);
        var reference = fields.required("bankReference", Read.text(InvoiceJson::reference));
        return fields.make(() -> new PlacedOrder(order.get(), invoice.get(), amount.get(), reference.get()));
    });
}
