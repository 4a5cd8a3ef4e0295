package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.supportpin.domain.customer.CompanionWrite.SecretWritten;
import org.supportpin.domain.customer.Event.AddressCodeRejected;
import org.supportpin.domain.customer.Event.AddressConfirmed;
import org.supportpin.domain.customer.Event.AddressDeclared;
import org.supportpin.domain.customer.Event.AddressRemoved;
import org.supportpin.domain.customer.SmsBudgets.Reservation;
import org.supportpin.domain.customer.SmsBudgets.Whose;

/**
 * The rules for a customer's notice address: it is declared, then confirmed by the code that is sent to it. The first one needs no
 * fresh sign-in, since it takes nobody's notices away; another one in its place does, and so does none.
 */
public final class AddressRules {

    private final Limits limits;

    public AddressRules(Limits limits) {
        this.limits = limits;
    }

    /** The outcome of a declaration. */
    public sealed interface Declaration {

        /** A code must be sent, derived from the entry's sequence. */
        record CodeDue(long declaration, Instant expiresAt) implements Declaration {}

        /** Too many codes were sent to the customer, or to the address. */
        record TooSoon(Instant until, Whose whose) implements Declaration {}

        /** There is one on file, and the customer has not just signed in. */
        record SignInTooOld() implements Declaration {}

        /** No mobile is confirmed, beside which it would be the second address. */
        record MobileRequired() implements Declaration {}
    }

    /** The outcome of a code. */
    public sealed interface Confirmation {

        /**
         * The address is on file.
         *
         * @param replaced whether it has taken another one's place
         */
        record Confirmed(Instant at, boolean replaced) implements Confirmation {}

        /** The code is wrong. */
        record Rejected(int attemptsLeft) implements Confirmation {}

        /** No confirmation is pending: none was requested, it expired, or too many codes were wrong. */
        record NothingPending() implements Confirmation {}

        /** There is one on file, and the customer has not just signed in. */
        record SignInTooOld() implements Confirmation {}
    }

    /** The outcome of a removal. */
    public sealed interface Removal {

        /**
         * None is on file, and none awaits confirmation.
         *
         * @param wasConfirmed whether one was on file, of which the customer must be told
         */
        record Removed(boolean wasConfirmed) implements Removal {}

        /** There was none. */
        record NothingToRemove() implements Removal {}

        /** There is one on file, and the customer has not just signed in. */
        record SignInTooOld() implements Removal {}
    }

    /**
     * Declares an address.
     *
     * @param isSameAddress whether the pending one is declared again; evaluated only if it matters
     * @param budgets those of the address
     * @param keys with the address sealed as pending, for the next entry
     */
    public Decision<Declaration> declare(
            Customer customer,
            BooleanSupplier isSameAddress,
            SmsBudgets budgets,
            boolean isSignInFresh,
            Supplier<SecretWritten> keys,
            Instant now) {
        if (customer.mobile().confirmed() == null) {
            return Decision.tell(new Declaration.MobileRequired());
        }
        if (customer.noticeAddress().isConfirmed() && !isSignInFresh) {
            return Decision.tell(new Declaration.SignInTooOld());
        }
        var own = nextCodeAt(customer, isSameAddress, now);
        return switch (budgets.reserve(limits, SmsKind.CODE, own, now)) {
            case Reservation.TooSoon(var until, var whose) -> Decision.tell(new Declaration.TooSoon(until, whose));
            case Reservation.Reserved(var counts) -> codeDue(keys.get(), counts, now);
        };
    }

    private Decision<Declaration> codeDue(SecretWritten made, List<CompanionWrite> counts, Instant now) {
        var expiresAt = now.plus(limits.notices().codeLifetime());
        var decision = Decision.<Declaration>record(
                new AddressDeclared(expiresAt, limits.mobile().codeAttempts()),
                new Declaration.CodeDue(made.secret().revision(), expiresAt),
                made);
        for (var each : counts) {
            decision = decision.and(each);
        }
        return decision;
    }

    /** A mistyped address may be corrected immediately; the same one must wait for the cool-down. */
    private Instant nextCodeAt(Customer customer, BooleanSupplier isSameAddress, Instant now) {
        var codes = customer.noticeAddress().codes();
        var next = codes.availableAt(limits, now);
        return now.isBefore(next) && !isSameAddress.getAsBoolean()
                ? codes.availableWithoutCooldownAt(limits, now)
                : next;
    }

    /**
     * Checks a code.
     *
     * @param isCode whether it is the code of the declaration with this sequence; evaluated only if one is pending
     * @param isOnFile whether the pending address is the one on file; evaluated only if there is one, and the code is right
     * @param keys with the pending address as the confirmed one, for the next entry
     */
    public Decision<Confirmation> confirm(
            Customer customer,
            LongPredicate isCode,
            BooleanSupplier isOnFile,
            boolean isSignInFresh,
            Supplier<SecretWritten> keys,
            Instant now) {
        var address = customer.noticeAddress();
        var pending = address.pending(now);
        if (pending.isEmpty()) {
            return Decision.tell(new Confirmation.NothingPending());
        }
        if (address.isConfirmed() && !isSignInFresh) {
            return Decision.tell(new Confirmation.SignInTooOld());
        }
        if (!isCode.test(pending.get().declaration())) {
            return Decision.record(
                    new AddressCodeRejected(),
                    new Confirmation.Rejected(pending.get().attemptsLeft() - 1));
        }
        var replaced = address.isConfirmed() && !isOnFile.getAsBoolean();
        return Decision.record(new AddressConfirmed(replaced), new Confirmation.Confirmed(now, replaced), keys.get());
    }

    /**
     * Removes the address, and any that awaits confirmation.
     *
     * @param keys without them, for the next entry
     */
    public Decision<Removal> remove(Customer customer, boolean isSignInFresh, Supplier<SecretWritten> keys) {
        var address = customer.noticeAddress();
        if (!address.isConfirmed() && address.pending() == null) {
            return Decision.tell(new Removal.NothingToRemove());
        }
        return address.isConfirmed() && !isSignInFresh
                ? Decision.tell(new Removal.SignInTooOld())
                : Decision.record(new AddressRemoved(), new Removal.Removed(address.isConfirmed()), keys.get());
    }
}
