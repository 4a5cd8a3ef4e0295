package org.supportpin.domain.billing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.supportpin.domain.action.ActionId;

/**
 * The mails with an order's details that count against its daily limit: one for each action that sent, or may have sent, one.
 *
 * @param mailings in the order in which they were reserved
 * @param version 0 where nothing is stored yet; grows with each change
 */
public record OrderMails(OrderId order, List<Mailing> mailings, long version) {

    /** How many may go out within {@link #WINDOW}. */
    public static final int MOST = 3;

    /** How far back mails count. */
    public static final Duration WINDOW = Duration.ofHours(24);

    /** A mail of an action. */
    public record Mailing(ActionId action, Instant at) {}

    public OrderMails {
        mailings = List.copyOf(mailings);
    }

    public static OrderMails none(OrderId order) {
        return new OrderMails(order, List.of(), 0);
    }

    /** When the next one may go out; empty where that is now. */
    public Optional<Instant> fullUntil(Instant now) {
        var counted = counted(now);
        return counted.size() < MOST
                ? Optional.empty()
                : Optional.of(counted.get(counted.size() - MOST).at().plus(WINDOW));
    }

    /** When none of them counts any more; empty where there is none. */
    public Optional<Instant> expiresAt() {
        return mailings.isEmpty()
                ? Optional.empty()
                : Optional.of(mailings.getLast().at().plus(WINDOW));
    }

    /** Whether an action has its place already. */
    public boolean has(ActionId action) {
        return mailings.stream().anyMatch(each -> each.action().equals(action));
    }

    /** With a place for an action, and without those that count no more. */
    public OrderMails with(ActionId action, Instant now) {
        return new OrderMails(
                order,
                Stream.concat(counted(now).stream(), Stream.of(new Mailing(action, now)))
                        .toList(),
                version + 1);
    }

    /** Without the place of an action whose mail certainly did not go out. */
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
