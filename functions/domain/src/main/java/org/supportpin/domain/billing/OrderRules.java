package org.supportpin.domain.billing;

import org.supportpin.domain.action.Verdict;
import org.jspecify.annotations.Nullable;
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
     * @param order null where there is none of that id; another customer's counts as none
     */
    public static Verdict<Order> send(CustomerId customer, @Nullable Order order) {
        if (order == null || !order.customer().equals(customer)) {
            return Verdict.refused(ORDER_NOT_FOUND, "The customer has no such order.");
        }
        return order.paid()
                ? Verdict.refused(
                        ORDER_ALREADY_PAID, "The order is paid; there is nothing to be paid any more.")
                : Verdict.accepted(order);
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
