package org.supportpin.functions.action;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.action.Action;
import org.supportpin.domain.action.ActionExecutor;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.ActionRecord.End;
import org.supportpin.domain.action.BackOfficeSystem;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Proposal;
import org.supportpin.domain.action.Reversal;
import org.supportpin.domain.action.Undoable;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.identity.TextReader;
import org.supportpin.functions.action.ActionMails.ToQueue;
import org.supportpin.functions.action.ActionSealer.Clear;
import org.supportpin.functions.history.ActionLabels;

/**
 * An action's executor together with its JSON, so that no other class needs to know its types.
 *
 * @param mails what is told with its end
 * @param systems those whose ports the executor has
 * @param undoable the executor, if it can undo the action too
 */
record ActionBinding<A extends Action, P, R>(
        ActionExecutor<A, P, R> executor,
        ActionJson<A, P, R> json,
        ActionMails<R> mails,
        Set<BackOfficeSystem> systems,
        @Nullable Undoable<P> undoable) {

    ActionBinding {
        systems = Set.copyOf(systems);
    }

    /** A request's action with valid parameters, not planned yet. */
    record ParsedAction<A extends Action, P, R>(ActionBinding<A, P, R> binding, A action, Json parameters) {

        /** {@link ActionExecutor#plan}. */
        Verdict<Proposal<PlannedAction<?, ?, ?>>> plan(CustomerId customer) {
            return binding.executor
                    .plan(customer, action)
                    .map(proposal -> proposal.map(plan -> new PlannedAction<>(binding, action, plan)));
        }
    }

    /** An action that is ready to be executed. */
    record PlannedAction<A extends Action, P, R>(ActionBinding<A, P, R> binding, A action, P plan) {

        /** The parameters, as they were parsed, and the plan, as stored. */
        Clear texts(Json parameters) {
            return new Clear(
                    JsonText.write(parameters),
                    JsonText.write(binding.json.plan().write(plan)));
        }

        /** {@link ActionExecutor#execute}. */
        CallOutcome<Result> execute(ActionId id, CustomerId customer) {
            return CallOutcome.ofCallOnFacts(() -> binding.executor.execute(id, customer, action, plan))
                    .map(this::result);
        }

        /** See {@link ActionBinding#reverse}. */
        Reversal<PlannedAction<?, ?, ?>> reverse(CustomerId customer) {
            return binding.reverse(customer, this);
        }

        /** {@link ActionExecutor#reconcile}. */
        CallOutcome<Result> reconcile(ActionId id, CustomerId customer) {
            return binding.executor.reconcile(id, customer, action, plan).map(this::result);
        }

        private Result result(R result) {
            var shown = binding.json.result().apply(result);
            var asPlanned = binding.json.asPlanned();
            return new Result(
                    asPlanned != null && shown.equals(asPlanned.apply(plan)) ? End.AS_PLANNED : JsonText.write(shown),
                    binding.executor.changes(result),
                    language -> binding.mails.about(result, language));
        }
    }

    /**
     * The result of an action, as it is stored.
     *
     * @param mails what is queued with the action's end, for a customer of a language
     */
    record Result(String text, List<Difference> changes, Function<Language, List<ToQueue>> mails) {}

    Checked<ParsedAction<A, P, R>> parse(Json parameters) {
        return json.parameters().from(parameters).map(action -> new ParsedAction<>(this, action, parameters));
    }

    /** Every fault of the parameters, also those that only the facts could excuse. */
    Checked<?> strictly(Json parameters) {
        return json.strictly().from(parameters);
    }

    /** The action out of its {@link PlannedAction#texts}; only recovery needs this. */
    PlannedAction<A, P, R> restore(Clear texts) {
        return new PlannedAction<>(
                this,
                json.parameters().from(JsonText.readOwn(texts.parameters())).orThrow(),
                json.plan().from(JsonText.readOwn(texts.plan())).orThrow());
    }

    /**
     * What undoes an action that was done, on the facts as they are now; of the same parameters, because they are what it is about.
     *
     * @throws UnsupportedOperationException if no action of this name can be undone
     */
    Reversal<PlannedAction<?, ?, ?>> reverse(CustomerId customer, PlannedAction<A, P, R> done) {
        if (undoable == null) {
            throw new UnsupportedOperationException("nothing can undo this action");
        }
        return undoable.reverse(customer, done.plan())
                .<PlannedAction<?, ?, ?>>map(plan -> new PlannedAction<>(this, done.action(), plan));
    }

    /** The result of an action that was done, as it is shown; empty if there is none, or it cannot be read any more. */
    Optional<Json> shown(ActionRecord action, TextReader texts) {
        var result = action.end() == null ? null : action.end().result();
        return result == null
                ? Optional.empty()
                : texts.read(ActionLabels.RESULT, result).flatMap(text -> shown(text, action, texts));
    }

    private Optional<Json> shown(String result, ActionRecord action, TextReader texts) {
        var asPlanned = json.asPlanned();
        return asPlanned != null && result.equals(End.AS_PLANNED)
                ? texts.read(ActionLabels.PLAN, action.texts().plan())
                        .map(plan -> asPlanned.apply(
                                json.plan().from(JsonText.readOwn(plan)).orThrow()))
                : Optional.of(JsonText.readOwn(result));
    }
}
