package org.supportpin.domain.customer;

import java.time.Instant;
import org.supportpin.domain.customer.Event.CallsEnded;
import org.supportpin.domain.customer.Event.PolicyChanged;
import org.supportpin.domain.customer.Policy.Telephone;
import org.supportpin.domain.customer.Policy.Terms;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;

/** The customer's own end of all calls: what runs, what is announced and what is asked for. */
public final class CallEnding {

    private final LedgerCommands commands;

    private final NoticesOnFile told;

    public CallEnding(LedgerCommands commands, NoticesOnFile told) {
        this.commands = commands;
        this.told = told;
    }

    /**
     * Ends all calls. If nobody calls, nothing is recorded.
     *
     * @param isNotMe whether the customer says that it was not them: telephone support is frozen too, until they open it again, and
     *     they are told. That opens no key, so it works whatever has become of them
     */
    public void end(CustomerId customer, boolean isNotMe) {
        var performed =
                commands.<Boolean>perform(customer, new Actor.Panel(), (snapshot, now) -> end(snapshot.state(), now));
        if (isNotMe) {
            commands.<Boolean>perform(
                    performed.after(),
                    new Actor.Panel(),
                    (snapshot, now) -> told.with(freeze(snapshot.state()), snapshot, now));
        }
    }

    static Decision<Boolean> freeze(Customer customer) {
        var before = customer.policy().terms();
        return !customer.isActive() || customer.policy().isFrozen()
                ? Decision.tell(false)
                : Decision.record(
                        new PolicyChanged(before, new Terms(Telephone.FROZEN, before.afterSms(), before.actions())),
                        true);
    }

    static Decision<Boolean> end(Customer customer, Instant now) {
        var isQuiet =
                customer.running(now).isEmpty() && customer.calls().at(now).equals(Calls.NONE);
        return isQuiet ? Decision.tell(false) : Decision.record(new CallsEnded(), true);
    }
}
