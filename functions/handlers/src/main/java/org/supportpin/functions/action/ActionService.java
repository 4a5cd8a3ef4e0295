package org.supportpin.functions.action;

import java.util.List;
import java.util.Optional;
import org.supportpin.backoffice.json.Canonical;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.action.ActionExecutor.Prepared;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.IdempotencyKey;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.customer.ActionRules;
import org.supportpin.domain.customer.ActionRules.Permission;
import org.supportpin.domain.customer.Decision;
import org.supportpin.domain.customer.LedgerCommands;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CallReference;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.functions.Wiring;

/** An action from the request to its record: checked, accepted, dispatched once. */
final class ActionService {

    private final LedgerCommands desk;
    private final Actions actions;
    private final ActionRules rules;
    private final ActionRunner dispatch;
    private final ActionSealer texts;

    ActionService(Wiring wiring, ActionRunner dispatch) {
        this.desk = wiring.desk();
        this.actions = wiring.actions();
        this.rules = new ActionRules(wiring.settings().limits());
        this.dispatch = dispatch;
        this.texts = new ActionSealer(wiring);
    }

    /** A request that was read. */
    record Order(
            AgentId agent,
            VerificationId verification,
            IdempotencyKey key,
            ActionName name,
            ActionBinding<?, ?, ?> kind,
            Json parameters,
            ActionBinding.Asked asked) {

        ActionId id() {
            return ActionId.of(verification, key);
        }

        /** Of action and parameters, whatever the order of their members. */
        Hash payload() {
            return Canonical.hash(Json.object()
                    .put("action", name.text())
                    .put("parameters", parameters)
                    .build());
        }
    }

    /** What became of the request. */
    sealed interface Outcome {

        /** The action is on record; its status says what came of it. */
        record OnRecord(ActionRecord action) implements Outcome {}

        /** The key was used for something else. */
        record Conflict() implements Outcome {}

        /** No verification of this agent runs. */
        record NotVerified() implements Outcome {}

        /** A rule stands against it; nothing is on record. */
        record Refused(Refusal refusal) implements Outcome {}

        /** Something is wrong with the parameters that only the facts could show; nothing is on record. */
        record Faulty(List<Fault> faults) implements Outcome {}

        /** The facts could not be read; nothing is on record. */
        record BackOfficeDown() implements Outcome {}
    }

    Outcome execute(Order order) {
        var known = actions.find(order.id());
        if (known.isPresent()) {
            return again(order, known.get());
        }
        var snapshot = desk.read(order.verification().customer());
        var permission = rules.permission(
                snapshot.state(), order.verification().key(), order.agent(), Risk.STANDARD, desk.now(snapshot));
        if (!(permission instanceof Permission.Granted(var verification))) {
            return new Outcome.NotVerified();
        }
        try {
            return switch (order.asked().prepare(order.verification().customer())) {
                case Prepared.Ready<String>(var plan, var risk) -> accept(order, verification.call(), plan, risk);
                case Prepared.Refused<String>(var refusal) -> new Outcome.Refused(refusal);
                case Prepared.Faulty<String>(var faults) -> new Outcome.Faulty(faults);
            };
        } catch (BackOfficeUnavailable e) {
            return new Outcome.BackOfficeDown();
        }
    }

    /** What was asked for before gets the answer that it got, or gets now. */
    private Outcome again(Order order, ActionRecord known) {
        if (!known.agent().id().equals(order.agent())) {
            return new Outcome.NotVerified();
        }
        return known.payload().equals(order.payload())
                ? new Outcome.OnRecord(dispatch.awaitEnd(known))
                : new Outcome.Conflict();
    }

    /** What the ledger said to the acceptance. */
    private sealed interface Acceptance {
        record New(ActionRecord action) implements Acceptance {}

        record Before(ActionRecord action) implements Acceptance {}

        record Not(Permission permission) implements Acceptance {}
    }

    private Outcome accept(Order order, CallReference call, String plan, Risk risk) {
        var customer = order.verification().customer();
        var agent = new Actor.Agent(order.agent(), call);
        var accepted = desk.<Acceptance>perform(customer, agent, (snapshot, now) -> {
            var before = actions.find(order.id());
            if (before.isPresent()) {
                return Decision.tell(new Acceptance.Before(before.get()));
            }
            var permission =
                    rules.permission(snapshot.state(), order.verification().key(), order.agent(), risk, now);
            if (!(permission instanceof Permission.Granted)) {
                return Decision.tell(new Acceptance.Not(permission));
            }
            var action = new ActionRecord(
                    order.id(),
                    order.verification(),
                    agent,
                    order.name(),
                    risk,
                    order.payload(),
                    JsonText.write(order.parameters()),
                    plan,
                    now,
                    1,
                    now,
                    null,
                    1);
            var stored = texts.sealed(order.kind(), snapshot, action);
            return ActionRules.accept(stored, new Acceptance.New(stored));
        });
        return switch (accepted.outcome()) {
            case Acceptance.New(var action) -> new Outcome.OnRecord(dispatch.first(action));
            case Acceptance.Before(var action) -> again(order, action);
            case Acceptance.Not(Permission.TooRisky(var refusal)) -> new Outcome.Refused(refusal);
            case Acceptance.Not(var _) -> new Outcome.NotVerified();
        };
    }

    /** An action of a verification; empty where there is none of that id under it. */
    Optional<ActionRecord> find(VerificationId verification, ActionId id) {
        return actions.find(id).filter(action -> action.verification().equals(verification));
    }
}
