package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.Optional;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.action.Unreadable;
import org.supportpin.domain.customer.CompanionWrite.ActionResolved;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;

/** An operator says what became of an action whose end is on record as unknown. The customer is told. */
public final class Settling {

    /** The label under which notes are sealed. */
    public static final String NOTE = "settlement";

    private final LedgerCommands commands;
    private final Actions actions;
    private final NoticesOnFile notices;

    public Settling(LedgerCommands commands, Actions actions, NoticesOnFile notices) {
        this.commands = commands;
        this.actions = actions;
        this.notices = notices;
    }

    /** What became of it. */
    public sealed interface Outcome {

        /** It is settled now. */
        record Settled(ActionRecord action) implements Outcome {}

        /** It has another end, or none yet. */
        record NotOpen() implements Outcome {}

        /** There is no such action, or no ledger accepted it. */
        record Unknown() implements Outcome {}
    }

    /**
     * Settles an action.
     *
     * @param isDone whether it was done, as it was planned
     * @param note how the operator knows, 1–500 characters; sealed like everything personal
     */
    public Outcome settle(ActionId id, AgentId operator, boolean isDone, String note) {
        var known = find(id).filter(each -> each.end() == null || each.entries().ended() > 0);
        return known.isEmpty()
                ? new Outcome.Unknown()
                : commands.<Outcome>perform(
                                known.get().customer(),
                                new Actor.Auditor(operator),
                                (snapshot, now) -> decide(snapshot, find(id).orElseThrow(), isDone, note, now))
                        .outcome();
    }

    private Optional<ActionRecord> find(ActionId id) {
        try {
            return actions.find(id);
        } catch (Unreadable nobodyKnowsWhatItIs) {
            return Optional.empty();
        }
    }

    private Decision<Outcome> decide(Snapshot snapshot, ActionRecord action, boolean isDone, String note, Instant now) {
        if (!action.needsHuman()) {
            return Decision.tell(new Outcome.NotOpen());
        }
        var settled = action.settled(isDone, now, snapshot.nextSequence());
        var sealed = snapshot.seal().map(seal -> seal.seal(NOTE, note)).orElse(null);
        Decision<Outcome> decision = Decision.record(
                new ActionSettled(action.id(), action.request().name(), isDone, sealed),
                new Outcome.Settled(settled),
                new ActionResolved(settled));
        return decision.and(notices.settled(action.request().name(), isDone, snapshot, now));
    }
}
