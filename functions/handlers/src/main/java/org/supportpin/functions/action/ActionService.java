package org.supportpin.functions.action;

import java.util.List;
import java.util.Optional;
import org.supportpin.backoffice.json.Canonical;
import org.supportpin.backoffice.json.Json;
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
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.functions.action.ActionBinding.ParsedAction;
import org.supportpin.functions.action.ActionBinding.PlannedAction;

/** Takes a request to its action record: plans, accepts and executes it once. */
record ActionService(
        LedgerCommands ledger, Actions actions, ActionRules rules, ActionSealer sealer, ActionRunner runner) {

    record Order(AgentId agent, VerificationId verification, IdempotencyKey key, ParsedAction<?, ?, ?> parsed) {

        ActionId id() {
            return ActionId.of(verification, key);
        }

        CustomerId customer() {
            return verification.customer();
        }

        /** The hash of action and parameters; it does not depend on the order of members. */
        Hash payload() {
            return Canonical.hash(Json.object()
                    .put("action", parsed.action().name().text())
                    .put("parameters", parsed.parameters())
                    .build());
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

        /** A rule forbids it; nothing is recorded. */
        record Refused(Refusal refusal) implements Outcome {}

        /** The facts showed faults in the parameters; nothing is recorded. */
        record Faulty(List<Fault> faults) implements Outcome {}

        /** The facts could not be read; nothing is recorded. */
        record BackOfficeDown() implements Outcome {}
    }

    Outcome execute(Order order) {
        var known = actions.find(order.id());
        if (known.isPresent()) {
            return again(order, known.get());
        }
        var snapshot = ledger.read(order.customer());
        return rules.permission(
                                snapshot.state(),
                                order.verification().key(),
                                order.agent(),
                                Risk.STANDARD,
                                ledger.now(snapshot))
                        instanceof Permission.Granted(var verification)
                ? plan(order, order.parsed(), snapshot, new Actor.Agent(order.agent(), verification.call()))
                : new Outcome.NotVerified();
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
            case Verdict.Refused<?>(var refusal) -> new Outcome.Refused(refusal);
            case Verdict.Faulty<?>(var faults) -> new Outcome.Faulty(faults);
        };
    }

    /** A repeated request gets the answer to the first one. */
    private Outcome again(Order order, ActionRecord known) {
        if (!known.request().agent().id().equals(order.agent())) {
            return new Outcome.NotVerified();
        }
        return known.request().payload().equals(order.payload())
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
            var permission =
                    rules.permission(snapshot.state(), order.verification().key(), order.agent(), proposal.risk(), now);
            if (!(permission instanceof Permission.Granted)) {
                return Decision.tell(new Acceptance.Not(permission));
            }
            var request = new ActionRecord.Request(
                    order.verification(), agent, parsed.action().name(), proposal.risk(), order.payload(), now);
            var texts = sealer.sealed(parsed.binding(), snapshot, parsed.texts(planned.plan()));
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
            case Acceptance.Not(Permission.TooRisky(var refusal)) -> new Outcome.Refused(refusal);
            case Acceptance.Not(var _) -> new Outcome.NotVerified();
        };
    }

    /** The verification's action with this id. */
    Optional<ActionRecord> find(VerificationId verification, ActionId id) {
        return actions.find(id).filter(action -> action.request().verification().equals(verification));
    }
}
