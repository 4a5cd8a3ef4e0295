package org.supportpin.domain.billing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.identity.CustomerId;

/** The rules of {@code send-order-details}. Pure. */
public final class OrderRules {

    public static final String ORDER_NOT_FOUND = "order-not-found";
    public static final String ORDER_ALREADY_PAID = "order-already-paid";
    public static final String ORDER_CHANGED = "order-changed";
    public static final String TOO_MANY_MAILS = "too-many-mails";

    private OrderRules() {}

    /**
     * Decides on sending an order's details.
     *
     * @param order empty where there is none of that id; another customer's counts as none
     */
    public static BillingDecision<Order> send(CustomerId customer, Optional<Order> order) {
        var own = order.filter(each -> each.customer().equals(customer));
        if (own.isEmpty()) {
            return BillingDecision.refused(ORDER_NOT_FOUND, "The customer has no such order.");
        }
        return own.get().paid()
                ? BillingDecision.refused(
                        ORDER_ALREADY_PAID, "The order is paid; there is nothing to be paid any more.")
                : BillingDecision.accepted(own.get());
    }

    /** What stands against one more mail now. */
    public static Optional<Refusal> tooManyMails(OrderMails mails, Instant now) {
        return mails.fullUntil(now)
                .map(until -> new Refusal(
                        TOO_MANY_MAILS,
                        "At most " + OrderMails.MOST + " mails in 24 hours go out about one order; the next one may at "
                                + until.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1) + "."));
    }

    /** For an order that is not any more what was checked. */
    public static Refusal orderChanged() {
        return new Refusal(
                ORDER_CHANGED, "The order has changed since the action was checked; look at it and ask again.");
    }
}
