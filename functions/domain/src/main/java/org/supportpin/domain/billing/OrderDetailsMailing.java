package org.supportpin.domain.billing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.mail.Mail;

/**
 * An order's details on their way.
 *
 * @param toQueue the mail that must be queued with the action's end; null if the mail system has taken it already
 */
public record OrderDetailsMailing(
        OrderDetails details, @Nullable Mail toQueue) {

    public static OrderDetailsMailing sent(OrderDetails details) {
        return new OrderDetailsMailing(details, null);
    }

    public static OrderDetailsMailing queued(OrderDetails details, Mail mail) {
        return new OrderDetailsMailing(details, mail);
    }

    /** See {@link #toQueue}. */
    public Optional<Mail> queued() {
        return Optional.ofNullable(toQueue);
    }
}
