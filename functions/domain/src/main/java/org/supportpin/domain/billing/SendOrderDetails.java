package org.supportpin.domain.billing;

import org.supportpin.domain.action.Action;
import org.supportpin.domain.action.ActionName;

/** Sends an unpaid order's payment details to the person on record. A request cannot choose the recipient. */
public record SendOrderDetails(OrderId order) implements Action {

    @Override
    public ActionName name() {
        return ActionName.SEND_ORDER_DETAILS;
    }
}
