package org.supportpin.functions.action;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.ActionRecord.Request;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Proposal;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Requester.Undoing;
import org.supportpin.domain.action.Reversal;
import org.supportpin.domain.customer.ActionRules;
import org.supportpin.domain.customer.Decision;
import org.supportpin.domain.customer.LedgerCommands;
import org.supportpin.domain.customer.Snapshot;
import org.supportpin.domain.customer.UndoRules;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.functions.action.ActionBinding.PlannedAction;

/**
 * Takes the customer's tap to the record of an undo: plans the reverse, accepts it and executes it once. The undo's ID is derived
 * from the action's, so every tap finds the same one.
 */
record UndoService(
        LedgerCommands ledger, Actions actions, ActionRegistry registry, ActionSealer sealer, ActionRunner runner) {

    /** What became of the tap. */
    sealed interface Outcome {

        /** The undo is recorded; its status says what became of it. */
        record OnRecord(ActionRecord undo) implements Outcome {}

        /** The customer has no such action. */
        record NotFound() implements Outcome {}

        /** A rule forbids it. Nothing is recorded. */
        record Refused(Refusal refusal) implements Outcome {}

        /** What the action left, and what is there now. Nothing is recorded. */
        record ChangedSince(List<Difference> changes) implements Outcome {}

        /** The facts could not be read. Nothing is recorded. */
        record BackOfficeDown() implements Outcome {}
    }

    /** The undos of an action so far. */
    private sealed interface Attempts {

        /** There is one that was done, or may still be. */
        record Made(ActionRecord undo) implements Attempts {}

        /** There is none, or those that there are ended with nothing done. */
        record Next(int attempt) implements Attempts {}

        record UsedUp() implements Attempts {}
    }

    /**
     * An action that was done, and what it did.
     *
     * @param ended when it ended, by its ledger
     */
    private record Done(ActionRecord action, Instant ended, Json parameters, PlannedAction<?, ?, ?> planned) {}

    Outcome undo(CustomerId customer, ActionId id) {
        return actions.find(id)
                .filter(action -> action.customer().equals(customer))
                .map(this::undo)
                .orElseGet(Outcome.NotFound::new);
    }

    private Outcome undo(ActionRecord action) {
        // Read before the undos, so that one which is accepted in between moves the ledger on.
        var known = ledger.read(action.customer());
        return switch (attempts(action.id())) {
            case Attempts.Made(var undo) -> new Outcome.OnRecord(runner.awaitEnd(undo));
            case Attempts.UsedUp() -> new Outcome.Refused(UndoRules.tooOften());
            case Attempts.Next next -> undo(action, known, next);
        };
    }

    private Attempts attempts(ActionId undone) {
        for (int attempt = 1; attempt <= UndoRules.MOST_ATTEMPTS; attempt++) {
            var undo = actions.find(ActionId.ofUndo(undone, attempt));
            if (undo.isEmpty()) {
                return new Attempts.Next(attempt);
            }
            if (!UndoRules.isVain(undo.get())) {
                return new Attempts.Made(undo.get());
            }
        }
        return new Attempts.UsedUp();
    }

    private Outcome undo(ActionRecord action, Snapshot known, Attempts.Next next) {
        var refusal = UndoRules.against(action).or(() -> againstChain(action));
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        var ended = runner.acceptances().doneAt(action);
        if (ended.isEmpty()) {
            return new Outcome.NotFound();
        }
        var late = UndoRules.againstTime(ended.get(), ledger.now(known));
        if (late.isPresent()) {
            return new Outcome.Refused(late.get());
        }
        if (!ActionSealer.isOfTheKey(known, action)) {
            return new Outcome.Refused(UndoRules.unreadable());
        }
        var clear = sealer.opened(known, action.texts());
        var planned = registry.find(action.request().name()).restore(clear);
        return reversed(new Done(action, ended.get(), JsonText.readOwn(clear.parameters()), planned), known, next);
    }

    private Optional<Refusal> againstChain(ActionRecord action) {
        var link = Optional.of(action);
        for (int undos = 0; undos < UndoRules.MOST_IN_A_ROW; undos++) {
            link = link.flatMap(each -> each.request().undone()).flatMap(actions::find);
            if (link.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(UndoRules.tooOften());
    }

    private Outcome reversed(Done done, Snapshot known, Attempts.Next next) {
        Reversal<PlannedAction<?, ?, ?>> reversal;
        try {
            reversal = done.planned().reverse(done.action().customer());
        } catch (BackOfficeUnavailable e) {
            return new Outcome.BackOfficeDown();
        }
        return switch (reversal) {
            case Reversal.Possible<PlannedAction<?, ?, ?>>(var proposal) -> accept(done, proposal, known, next);
            case Reversal.ChangedSince<PlannedAction<?, ?, ?>>(var changes) ->
                unlessMade(done, new Outcome.ChangedSince(changes));
            case Reversal.Forbidden<PlannedAction<?, ?, ?>>(var refusal) ->
                unlessMade(done, new Outcome.Refused(refusal));
        };
    }

    /** Another tap may have undone it meanwhile: that is why it is not as the action left it. */
    private Outcome unlessMade(Done done, Outcome outcome) {
        return attempts(done.action().id()) instanceof Attempts.Made(var undo)
                ? new Outcome.OnRecord(runner.awaitEnd(undo))
                : outcome;
    }

    /** The ledger's answer to the acceptance. */
    private sealed interface Acceptance {
        record New(ActionRecord undo) implements Acceptance {}

        record Before(ActionRecord undo) implements Acceptance {}

        record Not(Refusal refusal) implements Acceptance {}
    }

    private Outcome accept(Done done, Proposal<PlannedAction<?, ?, ?>> proposal, Snapshot known, Attempts.Next next) {
        var accepted = ledger.<Acceptance>perform(known, new Actor.Panel(), (snapshot, now) -> {
            var attempts =
                    snapshot.equals(known) ? next : attempts(done.action().id());
            return switch (attempts) {
                case Attempts.Made(var undo) -> Decision.tell(new Acceptance.Before(undo));
                case Attempts.UsedUp() -> Decision.tell(new Acceptance.Not(UndoRules.tooOften()));
                case Attempts.Next(var attempt) -> decide(done, proposal, attempt, snapshot, now);
            };
        });
        return switch (accepted.outcome()) {
            case Acceptance.New(var undo) -> new Outcome.OnRecord(runner.run(undo, proposal.plan(), accepted.after()));
            case Acceptance.Before(var undo) -> new Outcome.OnRecord(runner.awaitEnd(undo));
            case Acceptance.Not(var refusal) -> new Outcome.Refused(refusal);
        };
    }

    private Decision<Acceptance> decide(
            Done done, Proposal<PlannedAction<?, ?, ?>> proposal, int attempt, Snapshot snapshot, Instant now) {
        var texts = sealer.sealed(snapshot, proposal.plan().texts(done.parameters()));
        return UndoRules.againstTime(done.ended(), now)
                .or(() -> ActionRules.unrecordable(snapshot.state(), texts, proposal.changes()))
                .map(refusal -> Decision.<Acceptance>tell(new Acceptance.Not(refusal)))
                .orElseGet(() -> {
                    var action = done.action();
                    var request = new Request(
                            new Undoing(action.customer(), action.id()),
                            action.request().name(),
                            proposal.risk(),
                            now);
                    var id = ActionId.ofUndo(action.id(), attempt);
                    var undo = ActionRecord.accepted(id, request, texts, snapshot.nextSequence());
                    return UndoRules.accept(undo, attempt, new Acceptance.New(undo));
                });
    }
}
