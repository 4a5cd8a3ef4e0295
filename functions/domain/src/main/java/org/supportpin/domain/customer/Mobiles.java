package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.CompanionWrite.SecretWritten;
import org.supportpin.domain.customer.Event.CodeRejected;
import org.supportpin.domain.customer.Event.MobileConfirmed;
import org.supportpin.domain.customer.Event.MobileDeclared;
import org.supportpin.domain.customer.SmsBudgets.Reservation;
import org.supportpin.domain.customer.SmsBudgets.Whose;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.pin.SecretContext.Purpose;

/** The rules for a customer's mobile: it is declared, then confirmed by the code that is sent to it. */
public final class Mobiles {

    private final Limits limits;

    public Mobiles(Limits limits) {
        this.limits = limits;
    }

    /** The outcome of a declaration. */
    public sealed interface Declaration {

        /** A code must be sent, derived from the entry's sequence. */
        record CodeDue(long declaration, Instant expiresAt) implements Declaration {}

        /** Too many codes were sent to the customer, or too many SMS to the number. */
        record TooSoon(Instant until, Whose whose) implements Declaration {}
    }

    /** The outcome of a code. */
    public sealed interface Confirmation {

        /**
         * The mobile is on file.
         *
         * @param replaced the numbers that it replaced, which must be notified; empty if it is the customer's only one
         */
        record Confirmed(Instant at, List<PhoneNumber> replaced) implements Confirmation {

            public Confirmed {
                replaced = List.copyOf(replaced);
            }
        }

        /** The code is wrong. */
        record Rejected(int attemptsLeft) implements Confirmation {}

        /** No confirmation is pending: none was requested, it expired, or too many codes were wrong. */
        record NothingPending() implements Confirmation {}
    }

    /**
     * A customer's numbers at a confirmation. One that the panel has verified counts as the mobile on file, also before any is:
     * whoever has only the panel's session must not be able to put another one in its place unnoticed.
     *
     * @param pending the number that is confirmed
     * @param onFile the mobile on file; null if there is none, or it can no longer be read
     * @param claimed what the panel had verified at the declaration and has verified at the confirmation
     */
    public record Numbers(PhoneNumber pending, @Nullable PhoneNumber onFile, Set<PhoneNumber> claimed) {

        public Numbers {
            claimed = Set.copyOf(claimed);
        }

        /** The numbers that the pending one replaces: none if it is already on file, because nothing changes then. */
        List<PhoneNumber> replaced() {
            return pending.equals(onFile)
                    ? List.of()
                    : Stream.concat(Stream.ofNullable(onFile), claimed.stream())
                            .filter(each -> !each.equals(pending))
                            .distinct()
                            .toList();
        }
    }

    /**
     * Declares a mobile.
     *
     * @param isSameNumber whether the pending number is declared again; evaluated only if it matters
     * @param budgets those of the number
     * @param keys with the number sealed as pending, for the next entry
     */
    public Decision<Declaration> declare(
            Customer customer,
            BooleanSupplier isSameNumber,
            SmsBudgets budgets,
            Language language,
            Supplier<SecretWritten> keys,
            Instant now) {
        var own = nextCodeAt(customer, isSameNumber, now);
        return switch (budgets.reserve(limits, SmsKind.CODE, own, now)) {
            case Reservation.TooSoon(var until, var whose) -> Decision.tell(new Declaration.TooSoon(until, whose));
            case Reservation.Reserved(var counts) -> codeDue(language, keys, counts, now);
        };
    }

    private Decision<Declaration> codeDue(
            Language language, Supplier<SecretWritten> keys, List<CompanionWrite> counts, Instant now) {
        var expiresAt = now.plus(limits.mobile().codeLifetime());
        var made = keys.get();
        var decision = Decision.<Declaration>record(
                new MobileDeclared(
                        expiresAt,
                        limits.mobile().codeAttempts(),
                        language,
                        made.secret().version(Purpose.RECORD)),
                new Declaration.CodeDue(made.secret().revision(), expiresAt),
                made);
        for (var each : counts) {
            decision = decision.and(each);
        }
        return decision;
    }

    /**
     * When the next code may be sent. A mistyped number may be corrected immediately; the same number must wait for the
     * cool-down. Both count against the limits.
     */
    private Instant nextCodeAt(Customer customer, BooleanSupplier isSameNumber, Instant now) {
        var next = nextCodeAt(customer, now);
        return now.isBefore(next) && !isSameNumber.getAsBoolean()
                ? customer.mobile().codes().availableWithoutCooldownAt(limits, now)
                : next;
    }

    /** When the same number may get another code: now, or later. */
    public Instant nextCodeAt(Customer customer, Instant now) {
        return customer.mobile().codes().availableAt(limits, now);
    }

    /**
     * Checks a code. A mobile that replaces another number of the customer's is held, and so is one after a mobile that can no
     * longer be read; the one on file, confirmed again, keeps its hold.
     *
     * @param isCode whether it is the code of the declaration with this sequence; evaluated only if one is pending
     * @param numbers evaluated only if the code is right
     * @param keys with the pending number as the confirmed one, for the next entry
     */
    public Decision<Confirmation> confirm(
            Customer customer,
            LongPredicate isCode,
            Supplier<Numbers> numbers,
            Supplier<SecretWritten> keys,
            Instant now) {
        var pending = customer.mobile().pending(now);
        if (pending.isEmpty()) {
            return Decision.tell(new Confirmation.NothingPending());
        }
        if (!isCode.test(pending.get().declaration())) {
            return Decision.record(
                    new CodeRejected(), new Confirmation.Rejected(pending.get().attemptsLeft() - 1));
        }
        var known = numbers.get();
        var replaced = known.replaced();
        var onFile = customer.mobile().confirmed();
        var standing = onFile == null ? null : onFile.heldUntil();
        boolean isLost = onFile != null && known.onFile() == null;
        return Decision.record(
                new MobileConfirmed(
                        replaced.isEmpty() && !isLost
                                ? standing
                                : now.plus(limits.mobile().hold())),
                new Confirmation.Confirmed(now, replaced),
                keys.get());
    }
}
