package org.supportpin.functions.action;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Canonical;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.action.Action;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.IdempotencyKey;
import org.supportpin.domain.action.Proposal;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.customer.ActionRules;
import org.supportpin.domain.customer.ActionRules.Permission;
import org.supportpin.domain.customer.Decision;
import org.supportpin.domain.customer.LedgerCommands;
import org.supportpin.domain.customer.Snapshot;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.functions.action.ActionBinding.ParsedAction;
import org.supportpin.functions.action.ActionBinding.PlannedAction;

/** Takes a request to its action record: plans, accepts and executes it once. */
record ActionService(
        LedgerCommands ledger,
        Actions actions,
        ActionRules rules,
        ActionSealer sealer,
        ActionRunner runner,
        Clock clock) {

    record Order(AgentId agent, VerificationId verification, IdempotencyKey key, ParsedAction<?, ?, ?> parsed) {

        ActionId id() {
            return ActionId.of(verification, key);
        }

        CustomerId customer() {
            return verification.customer();
        }

        /** Whether the action is the one that was asked for; the order of members does not matter. */
        boolean isFor(ActionRecord action, String parameters) {
            return action.request().name() == parsed.action().name()
                    && Canonical.hash(JsonText.readOwn(parameters)).equals(Canonical.hash(parsed.parameters()));
        }
    }

    /** What became of the request. */
    sealed interface Outcome {

        /** The action is recorded; its status says what became of it. */
        record OnRecord(ActionRecord action) implements Outcome {}

        /** The key was used for another request. */
        record Conflict() implements Outcome {}

        /** The agent has no current verification with this id. */
        record NotVerified() implements Outcome {}

        /** Too many requests of this verification were refused. */
        record RefusalsUsedUp() implements Outcome {}

        /** A rule forbids it; only the refusal is recorded. */
        record Refused(Refusal refusal) implements Outcome {}

        /** The facts showed faults in the parameters; only that they did is recorded. */
        record Faulty(List<Fault> faults) implements Outcome {}

        /** The facts could not be read; nothing is recorded. */
        record BackOfficeDown() implements Outcome {}
    }

    Outcome execute(Order order) {
        var known = readable(order.id());
        if (known.isPresent()) {
            return again(order, known.get());
        }
        var snapshot = ledger.read(order.customer());
        return switch (permission(order, snapshot, Risk.STANDARD, ledger.now(snapshot))) {
            case Permission.Granted(var _) ->
                plan(order, order.parsed(), snapshot, new Actor.Agent(order.agent(), null));
            case Permission denied -> denied(denied);
        };
    }

    private Permission permission(Order order, Snapshot snapshot, Risk risk, Instant now) {
        return rules.permission(snapshot.state(), order.verification().key(), order.agent(), risk, now);
    }

    private static Outcome denied(Permission permission) {
        return switch (permission) {
            case Permission.TooRisky(var refusal) -> new Outcome.Refused(refusal);
            case Permission.RefusalsUsedUp() -> new Outcome.RefusalsUsedUp();
            case Permission.NotVerified(), Permission.Granted(var _) -> new Outcome.NotVerified();
        };
    }

    private <A extends Action, P, R> Outcome plan(
            Order order, ParsedAction<A, P, R> parsed, Snapshot snapshot, Actor.Agent agent) {
        Verdict<Proposal<PlannedAction<A, P, R>>> verdict;
        try {
            verdict = parsed.plan(order.customer());
        } catch (BackOfficeUnavailable e) {
            return new Outcome.BackOfficeDown();
        }
        return switch (verdict) {
            case Verdict.Accepted<Proposal<PlannedAction<A, P, R>>>(var proposal) ->
                accept(order, parsed, snapshot, agent, proposal);
            case Verdict.Refused<?>(var refusal) ->
                refused(order, snapshot, agent, refusal.rule(), new Outcome.Refused(refusal));
            case Verdict.Faulty<?>(var faults) -> refused(order, snapshot, agent, null, new Outcome.Faulty(faults));
        };
    }

    /** The refusal is told once it is counted: however many ask at once, no more of them learn why. */
    private Outcome refused(Order order, Snapshot known, Actor.Agent agent, @Nullable String rule, Outcome outcome) {
        return ledger.<Outcome>perform(
                        known, agent, (snapshot, now) -> switch (permission(order, snapshot, Risk.STANDARD, now)) {
                            case Permission.Granted _ ->
                                ActionRules.refuse(
                                        order.verification().key(),
                                        order.parsed().action().name(),
                                        rule,
                                        outcome);
                            case Permission denied -> Decision.tell(denied(denied));
                        })
                .outcome();
    }

    /** A repeated request gets the answer to the first one. */
    private Outcome again(Order order, ActionRecord known) {
        if (!known.request().agent().id().equals(order.agent())) {
            return new Outcome.NotVerified();
        }
        return order.isFor(known, sealer.parameters(ledger.read(known.customer()), known))
                ? new Outcome.OnRecord(runner.awaitEnd(known))
                : new Outcome.Conflict();
    }

    /** The ledger's answer to the acceptance. */
    private sealed interface Acceptance {
        record New(ActionRecord action) implements Acceptance {}

        record Before(ActionRecord action) implements Acceptance {}

        record Not(Permission permission) implements Acceptance {}

        record Unrecordable(Refusal refusal) implements Acceptance {}
    }

    /** The first try uses what was read before the plan; reads again only if another request was first. */
    private <A extends Action, P, R> Outcome accept(
            Order order,
            ParsedAction<A, P, R> parsed,
            Snapshot known,
            Actor.Agent agent,
            Proposal<PlannedAction<A, P, R>> proposal) {
        var planned = proposal.plan();
        var accepted = ledger.<Acceptance>perform(known, agent, (snapshot, now) -> {
            var before = snapshot.equals(known) ? Optional.<ActionRecord>empty() : actions.find(order.id());
            if (before.isPresent()) {
                return Decision.tell(new Acceptance.Before(before.get()));
            }
            var permission = permission(order, snapshot, proposal.risk(), now);
            if (permission instanceof Permission.TooRisky(var refusal)) {
                return ActionRules.refuse(
                        order.verification().key(),
                        parsed.action().name(),
                        refusal.rule(),
                        new Acceptance.Not(permission));
            }
            if (!(permission instanceof Permission.Granted)) {
                return Decision.tell(new Acceptance.Not(permission));
            }
            var request = new ActionRecord.Request(
                    order.verification(), agent, parsed.action().name(), proposal.risk(), now);
            var texts = sealer.sealed(snapshot, parsed.texts(planned.plan()));
            var unrecordable = ActionRules.unrecordable(snapshot.state(), texts, proposal.changes());
            if (unrecordable.isPresent()) {
                return Decision.tell(new Acceptance.Unrecordable(unrecordable.get()));
            }
            var action = ActionRecord.accepted(order.id(), request, texts, snapshot.nextSequence());
            return ActionRules.accept(action, new Acceptance.New(action));
        });
        return switch (accepted.outcome()) {
            case Acceptance.New(var action) -> new Outcome.OnRecord(runner.run(action, planned, accepted.after()));
            case Acceptance.Before(var action) -> again(order, action);
            case Acceptance.Unrecordable(var refusal) -> new Outcome.Refused(refusal);
            case Acceptance.Not(var permission) -> denied(permission);
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
