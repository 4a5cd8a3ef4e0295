package org.supportpin.functions.action;

import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.billing.OrderDetails;
import org.supportpin.domain.billing.OrderId;
import org.supportpin.domain.billing.SendOrderDetails;

/** {@code send-order-details}. The plan has the recipient masked, and the rest as a hash: nothing personal is kept. */
final class SendOrderDetailsJson implements ActionJson<SendOrderDetails, OrderDetails, OrderDetails> {

    @Override
    public Read<SendOrderDetails> parameters() {
        return Read.object(fields -> {
            var order = fields.required("orderId", Read.text(OrderId::parse));
            return fields.make(() -> new SendOrderDetails(order.get()));
        });
    }

    @Override
    public Json plan(OrderDetails details) {
        return Json.object()
                .put("orderId", details.order().value())
                .put("basis", details.basis())
                .put("sentTo", details.sentTo())
                .build();
    }

    @Override
    public OrderDetails plan(Json json) {
        return Read.<OrderDetails>object(fields -> {
                    var order = fields.required("orderId", Read.text(OrderId::parse));
                    var basis = fields.required("basis", Read.string());
                    var sentTo = fields.required("sentTo", Read.string());
                    return fields.make(() -> new OrderDetails(order.get(), basis.get(), sentTo.get()));
                })
                .from(json)
                .orThrow();
    }

    @Override
    public Json result(OrderDetails details) {
        return Json.object()
                .put("orderId", details.order().value())
                .put("sentTo", details.sentTo())
                .build();
    }
}
