package org.supportpin.functions.action;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Canonical;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.action.IdempotencyKey;
import org.supportpin.domain.action.Proposal;
import org.supportpin.domain.customer.ActionRules;
import org.supportpin.domain.customer.ConsentBySms;
import org.supportpin.domain.customer.ConsentBySms.Reserved;
import org.supportpin.domain.customer.Decision;
import org.supportpin.domain.customer.Deed;
import org.supportpin.domain.customer.LedgerCommands;
import org.supportpin.domain.customer.NoticesOnFile;
import org.supportpin.domain.customer.SecretSession;
import org.supportpin.domain.customer.Snapshot;
import org.supportpin.domain.customer.StopReason;
import org.supportpin.domain.customer.Verification;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.SealedText;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.domain.message.Handover;
import org.supportpin.functions.action.ActionBinding.PlannedAction;
import org.supportpin.functions.action.ActionPlanner.Asked;
import org.supportpin.functions.action.ActionPlanner.Judgement;
import org.supportpin.functions.action.ActionPlanner.Possible;
import org.supportpin.functions.http.Handovers;

/** Takes a request to its action record: plans, accepts and executes it once. */
record ActionService(
        LedgerCommands ledger,
        Actions actions,
        ActionPlanner planner,
        ActionRules rules,
        ActionSealer sealer,
        ActionRunner runner,
        ConsentBySms consents,
        NoticesOnFile told,
        Clock clock) {

    record Order(Asked asked, IdempotencyKey key) {

        ActionId id() {
            return ActionId.of(asked.verification(), key);
        }

        /** Whether the action is the one that was asked for; the order of members does not matter. */
        boolean isFor(ActionRecord action, String parameters) {
            var parsed = asked.parsed();
            return action.request().name() == parsed.action().name()
                    && Canonical.hash(JsonText.readOwn(parameters)).equals(Canonical.hash(parsed.parameters()));
        }
    }

    /** What became of the request. */
    sealed interface Outcome permits Outcome.OnRecord, Outcome.Conflict, Denial {

        /** The action is recorded; its status says what became of it. */
        record OnRecord(ActionRecord action) implements Outcome {}

        /** The key was used for another request. */
        record Conflict() implements Outcome {}
    }

    Outcome execute(Order order) {
        var known = readable(order.id());
        if (known.isPresent()) {
            return again(order, known.get());
        }
        var snapshot = ledger.read(order.asked().customer());
        return switch (planner.plan(order.asked(), snapshot)) {
            case Possible possible -> {
                try (var session = sealer.secrets().session()) {
                    yield accept(order, snapshot, possible, session);
                }
            }
            case Denial denial -> denial;
        };
    }

    /** A repeated request gets the answer to the first one. */
    private Outcome again(Order order, ActionRecord known) {
        if (!known.request().isBy(order.asked().agent())) {
            return new Denial.NotVerified();
        }
        return order.isFor(known, sealer.parameters(ledger.read(known.customer()), known))
                ? new Outcome.OnRecord(runner.awaitEnd(known))
                : new Outcome.Conflict();
    }

    /** The ledger's answer to the acceptance. */
    private sealed interface Acceptance {
        record New(ActionRecord action) implements Acceptance {}

        record Before(ActionRecord action) implements Acceptance {}

        record Not(Denial denial) implements Acceptance {}
    }

    /** The first try uses what was read before the plan; reads again only if another request was first. */
    private Outcome accept(Order order, Snapshot known, Possible possible, SecretSession session) {
        var asked = order.asked();
        var proposal = possible.proposal();
        var accepted = ledger.<Acceptance>perform(known, asked.actor(), (snapshot, now) -> {
            var before = snapshot.equals(known) ? Optional.<ActionRecord>empty() : actions.find(order.id());
            if (before.isPresent()) {
                return Decision.tell(new Acceptance.Before(before.get()));
            }
            return switch (planner.judge(asked, possible, snapshot, now)) {
                case Judgement.Denied(var decision) -> decision.map(Acceptance.Not::new);
                case Judgement.Acceptable(var texts, var gates) -> {
                    var request = new ActionRecord.Request(
                            asked.verification(),
                            asked.actor(),
                            asked.parsed().action().name(),
                            proposal.risk(),
                            now);
                    var action = ActionRecord.accepted(order.id(), request, texts, gates, snapshot.nextSequence());
                    var acceptance = ActionRules.<Acceptance>accept(action, new Acceptance.New(action))
                            .and(told.waiting(action, deed(action, proposal), snapshot, now));
                    yield counted(acceptance, action, session, snapshot, now);
                }
            };
        });
        return switch (accepted.outcome()) {
            case Acceptance.New(var action) ->
                action.gates() == null
                        ? new Outcome.OnRecord(runner.run(action, proposal.plan(), accepted.after()))
                        : waiting(action, proposal, accepted.after(), session);
            case Acceptance.Before(var action) -> again(order, action);
            case Acceptance.Not(var denial) -> denial;
        };
    }

    /** The acceptance, with what the SMS with its code counts against. */
    private Decision<Acceptance> counted(
            Decision<Acceptance> acceptance,
            ActionRecord action,
            SecretSession session,
            Snapshot snapshot,
            Instant now) {
        var gates = action.gates();
        if (gates == null || !gates.isConsentSent()) {
            return acceptance;
        }
        return switch (consents.reserve(
                session, snapshot, action.request().call().orElseThrow().agent().id(), now)) {
            case Reserved.Counted(var counts) -> acceptance.and(counts);
            case Reserved.TooMany(var until, var whose) ->
                Decision.tell(new Acceptance.Not(new Denial.TooManySms(until, whose, now)));
        };
    }

    /** An action that waits. Its code is sent once; if the provider certainly does not have it, nobody can open the gate. */
    private Outcome waiting(
            ActionRecord action, Proposal<PlannedAction<?, ?, ?>> proposal, Snapshot accepted, SecretSession session) {
        var gates = action.gates();
        if (gates == null || !gates.isConsentSent()) {
            return new Outcome.OnRecord(action);
        }
        var handover = consents.send(session, accepted, action, deed(action, proposal));
        Handovers.log(runner.log(), handover);
        return switch (handover) {
            case Handover.Taken(), Handover.Unanswered(var _) -> new Outcome.OnRecord(action);
            case Handover.Refused(), Handover.NotTaken(var _) -> {
                var _ = runner.gates().stop(action, new Actor.Service(), StopReason.SMS_NOT_SENT, null);
                yield new Denial.SmsNotSent(handover);
            }
        };
    }

    private static Deed deed(ActionRecord action, Proposal<?> proposal) {
        return new Deed(action.request().name(), proposal.changes());
    }

    /** The action with this ID, as long as an agent may read it, if it is in the call of this verification. */
    Optional<ActionRecord> find(VerificationId verification, AgentId agent, ActionId id) {
        return readable(id)
                .filter(action -> isRequestedIn(verification, action) || isTakenOver(verification, agent, action));
    }

    /** Whether the agent has the action by this verification: requested it, or took its call over. */
    boolean isHeld(VerificationId verification, AgentId agent, ActionRecord action) {
        return isRequestedIn(verification, action)
                ? action.request().isBy(agent)
                : isTakenOver(verification, agent, action);
    }

    private static boolean isRequestedIn(VerificationId verification, ActionRecord action) {
        return action.request()
                .call()
                .filter(call -> call.verification().equals(verification))
                .isPresent();
    }

    private boolean isTakenOver(VerificationId verification, AgentId agent, ActionRecord action) {
        return verification.customer().equals(action.customer())
                && call(action, agent)
                        .filter(each -> each.key().equals(verification.key()))
                        .isPresent();
    }

    private Optional<Verification> call(ActionRecord action, AgentId agent) {
        var snapshot = ledger.read(action.customer());
        return snapshot.state().callOf(action.id(), agent, ledger.now(snapshot));
    }

    /** An action, whoever asks. */
    Optional<ActionRecord> find(ActionId id) {
        return actions.find(id);
    }

    /** Whether the call in which an action was requested still runs, and is this agent's. */
    boolean isRunning(ActionRecord action, AgentId agent) {
        return call(action, agent).isPresent();
    }

    /** A note about an action, sealed for its customer; null if there is no key for it. */
    @Nullable SealedText sealed(ActionRecord action, String label, String text) {
        return ledger.read(action.customer())
                .seal()
                .map(seal -> seal.seal(label, text))
                .orElse(null);
    }

    private Optional<ActionRecord> readable(ActionId id) {
        return actions.find(id).filter(this::isReadable);
    }

    /** Whether the agent may still read it. */
    boolean isReadable(ActionRecord action) {
        return rules.isReadable(action, clock.instant());
    }
}
