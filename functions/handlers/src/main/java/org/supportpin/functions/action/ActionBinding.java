package org.supportpin.functions.action;

import java.util.List;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.action.Action;
import org.supportpin.domain.action.ActionExecutor;
import org.supportpin.domain.action.ActionExecutor.Prepared;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.identity.CustomerId;

/** One of the ten: its rules and its JSON together, so that nobody outside needs to know its types. */
record ActionBinding<A extends Action, P, R>(ActionExecutor<A, P, R> procedure, ActionJson<A, P, R> json) {

    /** A request that was read, and waits for its check. */
    @FunctionalInterface
    interface Asked {
        /** {@link ActionExecutor#prepare}, with the plan as text. */
        Prepared<String> prepare(CustomerId customer);
    }

    /** What came of an action, as it is kept and told. */
    record Result(String text, List<Difference> differences) {}

    Checked<Asked> read(Json parameters) {
        return json.parameters().from(parameters).map(action -> customer -> prepare(customer, action));
    }

    private Prepared<String> prepare(CustomerId customer, A action) {
        return switch (procedure.prepare(customer, action)) {
            case Prepared.Ready<P>(var plan, var risk) -> new Prepared.Ready<>(JsonText.write(json.plan(plan)), risk);
            case Prepared.Refused<P>(var refusal) -> new Prepared.Refused<>(refusal);
            case Prepared.Faulty<P>(var faults) -> new Prepared.Faulty<>(faults);
        };
    }

    /** {@link ActionExecutor#carryOut}. */
    CallOutcome<Result> carryOut(ActionRecord action) {
        return with(action, procedure::carryOut);
    }

    /** {@link ActionExecutor#findOut}. */
    CallOutcome<Result> findOut(ActionRecord action) {
        return with(action, procedure::findOut);
    }

    @FunctionalInterface
    private interface Step<A, P, R> {
        CallOutcome<R> take(ActionId id, CustomerId customer, A action, P plan);
    }

    private CallOutcome<Result> with(ActionRecord action, Step<A, P, R> step) {
        var asked =
                json.parameters().from(JsonText.readOwn(action.parameters())).orThrow();
        var plan = json.plan(JsonText.readOwn(action.plan()));
        return step.take(action.id(), action.verification().customer(), asked, plan)
                .map(result -> new Result(JsonText.write(json.result(result)), json.differences(result)));
    }
}
