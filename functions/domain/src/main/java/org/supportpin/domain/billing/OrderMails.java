package org.supportpin.domain.billing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.supportpin.domain.action.ActionId;

/**
 * The mails that count against an order's daily limit: one for each action that sent, or may have sent, a mail.
 *
 * @param mailings in the order in which they were reserved
 * @param version 0 if nothing is stored yet; grows with each change
 */
public record OrderMails(OrderId order, List<Mailing> mailings, long version) {

    /** The most mails within {@link #WINDOW}. */
    public static final int MOST = 3;

    /** How long a mail counts. */
    public static final Duration WINDOW = Duration.ofHours(24);

    /** A mail of an action. */
    public record Mailing(ActionId action, Instant at) {}

    public OrderMails {
        mailings = List.copyOf(mailings);
    }

    public static OrderMails none(OrderId order) {
        return new OrderMails(order, List.of(), 0);
    }

    /** When the next mail may be sent; empty if now. */
    public Optional<Instant> fullUntil(Instant now) {
        var counted = counted(now);
        return counted.size() < MOST
                ? Optional.empty()
                : Optional.of(counted.get(counted.size() - MOST).at().plus(WINDOW));
    }

    /** Whether one more mail may be sent now, and then none. */
    boolean isLast(Instant now) {
        return counted(now).size() == MOST - 1;
    }

    /** When the last of them stops counting; empty if there are none. */
    public Optional<Instant> expiresAt() {
        return mailings.isEmpty()
                ? Optional.empty()
                : Optional.of(mailings.getLast().at().plus(WINDOW));
    }

    /** Whether an action already has a place. */
    public boolean has(ActionId action) {
        return mailings.stream().anyMatch(each -> each.action().equals(action));
    }

    /** With a place for an action, and without expired ones. */
    public OrderMails with(ActionId action, Instant now) {
        return new OrderMails(
                order,
                Stream.concat(counted(now).stream(), Stream.of(new Mailing(action, now)))
                        .toList(),
                version + 1);
    }

    /** Without the place of an action whose mail was certainly not sent. */
    public OrderMails without(ActionId action) {
        return new OrderMails(
                order,
                mailings.stream().filter(each -> !each.action().equals(action)).toList(),
                version + 1);
    }

    private List<Mailing> counted(Instant now) {
        return mailings.stream()
                .filter(each -> each.at().isAfter(now.minus(WINDOW)))
                .toList();
    }
}
