package org.supportpin.functions.action;

import org.supportpin.backoffice.billing.BillingJson;
import org.supportpin.backoffice.json.Codec;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.ObjectCodec;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.json.Texts;
import org.supportpin.domain.billing.OrderDetails;
import org.supportpin.domain.billing.OrderDetailsMailing;
import org.supportpin.domain.billing.SendOrderDetails;

/** {@code send-order-details}. The plan masks the recipient and hashes the rest, so no personal data is stored. */
final class SendOrderDetailsJson {

    private static final ObjectCodec<OrderDetails> PLAN = members -> {
        var order = members.required("orderId", BillingJson.ORDER_ID, OrderDetails::order);
        var name = members.optional("name", Texts.DOMAIN_NAME, OrderDetails::name);
        var basis = members.required("basis", Codec.string(), OrderDetails::basis);
        var sentTo = members.required("sentTo", Codec.string(), OrderDetails::sentTo);
        return members.make(() -> new OrderDetails(order.get(), name.orNull(), basis.get(), sentTo.get()));
    };

    static final ActionJson<SendOrderDetails, OrderDetails, OrderDetailsMailing> JSON = new ActionJson<>(
            Read.object(fields -> {
                var order = fields.required("orderId", BillingJson.ORDER_ID);
                return fields.make(() -> new SendOrderDetails(order.get()));
            }),
            PLAN,
            mailing -> result(mailing.details()),
            SendOrderDetailsJson::result);

    private SendOrderDetailsJson() {}

    private static Json result(OrderDetails details) {
        return Json.object()
                .put("orderId", details.order().value())
                .put("sentTo", details.sentTo())
                .build();
    }
}
