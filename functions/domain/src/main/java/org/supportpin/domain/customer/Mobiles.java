package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.supportpin.domain.customer.CompanionWrite.SecretWritten;
import org.supportpin.domain.customer.Event.CodeRejected;
import org.supportpin.domain.customer.Event.MobileConfirmed;
import org.supportpin.domain.customer.Event.MobileDeclared;
import org.supportpin.domain.identity.Language;

/** The rules by which a customer's mobile comes on file: declared, then confirmed by the code that was sent to it. */
public final class Mobiles {

    private final Limits limits;

    public Mobiles(Limits limits) {
        this.limits = limits;
    }

    /** What became of a declaration. */
    public sealed interface Declaration {

        /** A code is to be sent, derived from the sequence of the entry. */
        record CodeDue(long declaration, Instant expiresAt) implements Declaration {}

        /** Codes were sent too often. */
        record TooSoon(Instant until) implements Declaration {}
    }

    /** What became of a code. */
    public sealed interface Confirmation {

        /**
         * The mobile is on file.
         *
         * @param replaced whether there was another one before, whose owner is told
         */
        record Confirmed(Instant at, boolean replaced) implements Confirmation {}

        /** The code is wrong. */
        record Rejected(int attemptsLeft) implements Confirmation {}

        /** No code is waited for: none was asked for, it expired, or too many were wrong. */
        record NothingPending() implements Confirmation {}
    }

    /**
     * Declares a mobile.
     *
     * @param isSameNumber whether the number that waits for its code is declared again: asked only where that matters
     * @param secret with the number sealed as the pending one, revised for the entry that follows
     */
    public Decision<Declaration> declare(
            Customer customer,
            BooleanSupplier isSameNumber,
            Language language,
            Supplier<StoredSecret> secret,
            Instant now) {
        var next = nextCodeAt(customer, isSameNumber, now);
        if (now.isBefore(next)) {
            return Decision.tell(new Declaration.TooSoon(next));
        }
        var expiresAt = now.plus(limits.mobile().codeLifetime());
        var made = secret.get();
        return Decision.record(
                new MobileDeclared(expiresAt, limits.mobile().codeAttempts(), language),
                new Declaration.CodeDue(made.revision(), expiresAt),
                new SecretWritten(made));
    }

    /**
     * When the next code may be sent. A number that was mistyped may be corrected at once; the same number waits for the
     * cool-down; both count against the budgets.
     */
    private Instant nextCodeAt(Customer customer, BooleanSupplier isSameNumber, Instant now) {
        var next = customer.mobile().codes().availableAt(limits, now);
        return now.isBefore(next) && !isSameNumber.getAsBoolean()
                ? customer.mobile().codes().availableWithoutCooldownAt(limits, now)
                : next;
    }

    /**
     * Takes a code.
     *
     * @param isCode whether it is the code of the declaration of that sequence: asked only while one is pending
     * @param secret with the pending number as the confirmed one, revised for the entry that follows
     */
    public Decision<Confirmation> confirm(
            Customer customer, LongPredicate isCode, Supplier<StoredSecret> secret, Instant now) {
        var pending = customer.mobile().pending(now);
        if (pending.isEmpty()) {
            return Decision.tell(new Confirmation.NothingPending());
        }
        if (!isCode.test(pending.get().declaration())) {
            return Decision.record(
                    new CodeRejected(), new Confirmation.Rejected(pending.get().attemptsLeft() - 1));
        }
        var replaced = customer.mobile().confirmed() != null;
        return Decision.record(
                new MobileConfirmed(replaced ? now.plus(limits.mobile().hold()) : null),
                new Confirmation.Confirmed(now, replaced),
                new SecretWritten(secret.get()));
    }
}
