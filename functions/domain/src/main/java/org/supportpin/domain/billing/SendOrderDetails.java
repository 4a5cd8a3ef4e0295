package org.supportpin.domain.billing;

import org.supportpin.domain.action.Action;
import org.supportpin.domain.action.ActionName;

/** Sends an unpaid order's details to whom they concern, so that it can be paid. Nobody can name a recipient. */
public record SendOrderDetails(OrderId order) implements Action {

    @Override
    public ActionName name() {
        return ActionName.SEND_ORDER_DETAILS;
    }
}
