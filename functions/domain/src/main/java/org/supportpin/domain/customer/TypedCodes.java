package org.supportpin.domain.customer;

import java.util.function.Supplier;
import org.supportpin.domain.customer.LedgerCommands.Performed;
import org.supportpin.domain.customer.TypedVerification.Asked;
import org.supportpin.domain.customer.TypedVerification.Status;
import org.supportpin.domain.customer.TypedVerification.Typed;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.AgentOnCall;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.domain.pin.Passcode;

/** Verifies the customer by a code that the agent reads out and the customer types in the panel. */
public final class TypedCodes {

    private final LedgerCommands commands;
    private final AgentBudgets budgets;
    private final Secrets secrets;
    private final TypedVerification rules;
    private final Supplier<String> newKey;

    /**
     * Creates the use case over these ports.
     *
     * @param newKey 128 random bits, base64url: the request's part of its public ID
     */
    public TypedCodes(
            LedgerCommands commands, AgentBudgets budgets, Secrets secrets, Limits limits, Supplier<String> newKey) {
        this.commands = commands;
        this.budgets = budgets;
        this.secrets = secrets;
        this.rules = new TypedVerification(limits);
        this.newKey = newKey;
    }

    /** A request and the code to read out; if there is no request, no code. */
    public sealed interface Asking {

        /** The code may be read out. */
        record Waiting(Calls.Request request, Passcode code) implements Asking {}

        /** It was not asked for. */
        record Not(Asked why) implements Asking {}
    }

    /** Asks for a typed code. Nothing of it is stored: it derives from the customer's PIN key and the request's key. */
    public Performed<Asking> ask(CustomerId customer, AgentOnCall by) {
        var key = newKey.get();
        try (var session = secrets.session()) {
            return commands.perform(customer, by.actor(), (snapshot, now) -> {
                var asked = rules.ask(
                        snapshot.state(),
                        budgets.read(by.id()),
                        key,
                        () -> CallMark.of(session.pinKey(snapshot), by, key),
                        now);
                return asked.map(outcome -> outcome instanceof Asked.Waiting(var request)
                        ? new Asking.Waiting(request, session.pinKey(snapshot).typedCode(key))
                        : new Asking.Not(outcome));
            });
        }
    }

    /** What became of a request, and the customer's state in which it did. */
    public record Found(Status status, Customer customer) {}

    /** What became of a request. Writes nothing. */
    public Found status(VerificationId id, AgentId agent) {
        var snapshot = commands.read(id.customer());
        var customer = snapshot.state();
        return new Found(TypedVerification.status(customer, id.key(), agent, commands.now(snapshot)), customer);
    }

    /** Checks the code that the customer types: one query, one opening, one append. */
    public Performed<Typed> type(CustomerId customer, Passcode code) {
        try (var session = secrets.session()) {
            return commands.perform(
                    customer,
                    new Actor.Panel(),
                    (snapshot, now) -> rules.type(
                            snapshot.state(),
                            key -> session.pinKey(snapshot).typedCode(key).equals(code),
                            now));
        }
    }
}
