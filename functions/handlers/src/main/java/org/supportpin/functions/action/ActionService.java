package org.supportpin.functions.action;

import java.time.Clock;
import java.util.Optional;
import org.supportpin.backoffice.json.Canonical;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.action.IdempotencyKey;
import org.supportpin.domain.action.Proposal;
import org.supportpin.domain.customer.ActionRules;
import org.supportpin.domain.customer.Decision;
import org.supportpin.domain.customer.LedgerCommands;
import org.supportpin.domain.customer.Snapshot;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.functions.action.ActionBinding.PlannedAction;
import org.supportpin.functions.action.ActionPlanner.Asked;
import org.supportpin.functions.action.ActionPlanner.Judgement;
import org.supportpin.functions.action.ActionPlanner.Possible;

/** Takes a request to its action record: plans, accepts and executes it once. */
record ActionService(
        LedgerCommands ledger,
        Actions actions,
        ActionPlanner planner,
        ActionRules rules,
        ActionSealer sealer,
        ActionRunner runner,
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
            case Possible(var proposal) -> accept(order, snapshot, proposal);
            case Denial denial -> denial;
        };
    }

    /** A repeated request gets the answer to the first one. */
    private Outcome again(Order order, ActionRecord known) {
        if (!known.request().agent().id().equals(order.asked().agent())) {
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
    private Outcome accept(Order order, Snapshot known, Proposal<PlannedAction<?, ?, ?>> proposal) {
        var asked = order.asked();
        var accepted = ledger.<Acceptance>perform(known, asked.actor(), (snapshot, now) -> {
            var before = snapshot.equals(known) ? Optional.<ActionRecord>empty() : actions.find(order.id());
            if (before.isPresent()) {
                return Decision.tell(new Acceptance.Before(before.get()));
            }
            return switch (planner.judge(asked, proposal, snapshot, now)) {
                case Judgement.Denied(var decision) -> decision.map(Acceptance.Not::new);
                case Judgement.Acceptable(var texts) -> {
                    var request = new ActionRecord.Request(
                            asked.verification(),
                            asked.actor(),
                            asked.parsed().action().name(),
                            proposal.risk(),
                            now);
                    var action = ActionRecord.accepted(order.id(), request, texts, snapshot.nextSequence());
                    yield ActionRules.accept(action, new Acceptance.New(action));
                }
            };
        });
        return switch (accepted.outcome()) {
            case Acceptance.New(var action) ->
                new Outcome.OnRecord(runner.run(action, proposal.plan(), accepted.after()));
            case Acceptance.Before(var action) -> again(order, action);
            case Acceptance.Not(var denial) -> denial;
        };
    }

    /** The verification's action with this id, as long as its agent may read it. */
    Optional<ActionRecord> find(VerificationId verification, ActionId id) {
        return readable(id).filter(action -> action.request().verification().equals(verification));
    }

    private Optional<ActionRecord> readable(ActionId id) {
        return actions.find(id).filter(action -> rules.isReadable(action, clock.instant()));
    }
}
