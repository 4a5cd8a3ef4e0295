package org.supportpin.domain.customer;

import org.supportpin.domain.action.Risk;
import org.supportpin.domain.customer.ActionRules.Permission;
import org.supportpin.domain.customer.Event.AccountRead;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.identity.VerificationId;

/** Lets a verified caller's agent read the customer's account, and puts that on record where the customer sees it. */
public final class AccountReading {

    private final LedgerCommands commands;
    private final ActionRules rules;

    public AccountReading(LedgerCommands commands, ActionRules rules) {
        this.commands = commands;
        this.rules = rules;
    }

    /** Whether the agent may read. */
    public sealed interface Outcome {

        /**
         * It is on record that the agent reads.
         *
         * @param language of texts for the customer
         */
        record Open(Language language) implements Outcome {}

        /** The agent has no verification for it. */
        record Denied(Permission permission) implements Outcome {}
    }

    /** Records the first reading by a verification, before anything is read. Further ones record nothing. */
    public Outcome open(VerificationId id, AgentId agent) {
        return commands.<Outcome>perform(id.customer(), new Actor.Agent(agent, null), (snapshot, now) -> {
                    var customer = snapshot.state();
                    return switch (rules.permission(customer, id.key(), agent, Risk.STANDARD, now)) {
                        case Permission.Granted(var verification) -> {
                            var open = new Outcome.Open(customer.language());
                            yield verification.accountRead()
                                    ? Decision.tell(open)
                                    : Decision.record(new AccountRead(id.key()), open);
                        }
                        case Permission denied -> Decision.tell(new Outcome.Denied(denied));
                    };
                })
                .outcome();
    }
}
