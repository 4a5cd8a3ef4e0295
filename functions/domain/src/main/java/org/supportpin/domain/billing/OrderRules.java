package org.supportpin.domain.billing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.action.Warning;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.LocalizedText;

/** The rules of {@code send-order-details}. Pure. */
public final class OrderRules {

    public static final String ORDER_NOT_FOUND = "order-not-found";
    public static final String ORDER_ALREADY_PAID = "order-already-paid";
    public static final String ORDER_CHANGED = "order-changed";
    public static final String TOO_MANY_MAILS = "too-many-mails";

    static final Warning LAST_MAIL = new Warning(
            "last-mail",
            new LocalizedText(
                    "Είναι το τελευταίο email που μπορεί να σταλεί για αυτή την παραγγελία μέσα σε 24 ώρες.",
                    "This is the last email that can be sent about this order within 24 hours."));

    private OrderRules() {}

    /**
     * Decides on sending an order's details.
     *
     * @param order null if there is none with this ID; another customer's counts as none
     */
    public static Verdict<Order> send(CustomerId customer, @Nullable Order order) {
        if (order == null || !order.customer().equals(customer)) {
            return Verdict.refused(
                    ORDER_NOT_FOUND, "The customer has no such order.", "Ο πελάτης δεν έχει αυτή την παραγγελία.");
        }
        return order.paid()
                ? Verdict.refused(ORDER_ALREADY_PAID, "The order is already paid.", "Η παραγγελία έχει ήδη πληρωθεί.")
                : Verdict.accepted(order);
    }

    /** Refuses another mail now if the limit is reached. */
    public static Optional<Refusal> tooManyMails(OrderMails mails, Instant now) {
        return mails.fullUntil(now)
                .map(until -> until.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1))
                .map(next -> new Refusal(
                        TOO_MANY_MAILS,
                        "At most " + OrderMails.MOST
                                + " emails per order are sent in 24 hours. The next can be sent from " + next + ".",
                        "Για κάθε παραγγελία στέλνονται έως " + OrderMails.MOST
                                + " email σε 24 ώρες. Το επόμενο μπορεί να σταλεί από τις " + next + "."));
    }

    /** For an order that has changed since the check. */
    public static Refusal orderChanged() {
        return new Refusal(
                ORDER_CHANGED,
                "The order has changed since the action was checked. Review it and repeat the request.",
                "Η παραγγελία άλλαξε μετά τον έλεγχο της ενέργειας. Ελέγξτε την και επαναλάβετε το αίτημα.");
    }
}
