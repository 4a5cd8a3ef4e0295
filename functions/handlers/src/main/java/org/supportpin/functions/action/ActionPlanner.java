package org.supportpin.functions.action;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionRecord.Texts;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.Gate;
import org.supportpin.domain.action.Gates;
import org.supportpin.domain.action.Gates.ConsentBy;
import org.supportpin.domain.action.Proposal;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.customer.ActionRules;
import org.supportpin.domain.customer.ActionRules.Permission;
import org.supportpin.domain.customer.Decision;
import org.supportpin.domain.customer.GateRules;
import org.supportpin.domain.customer.LedgerCommands;
import org.supportpin.domain.customer.OutsideNotice;
import org.supportpin.domain.customer.Snapshot;
import org.supportpin.domain.customer.Verification;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.functions.action.ActionBinding.ParsedAction;
import org.supportpin.functions.action.ActionBinding.PlannedAction;

/**
 * What an action would do, and whether it would be accepted. The action and its preview ask here, so that they are refused alike,
 * and each refusal counts against the verification, whichever of the two was asked for.
 */
record ActionPlanner(
        LedgerCommands ledger, ActionRules rules, GateRules gates, ActionSealer sealer, OutsideNotice outside) {

    /** Who asks for what, in which call. */
    record Asked(AgentId agent, VerificationId verification, ParsedAction<?, ?, ?> parsed) {

        CustomerId customer() {
            return verification.customer();
        }

        Actor.Agent actor() {
            return new Actor.Agent(agent, null);
        }
    }

    /** What the rules and the facts say to a request. */
    sealed interface Plan permits Denial, Possible {}

    /** What an action would lead to. */
    sealed interface Preview permits Denial, Foreseen {}

    /** It would be accepted, and this would stand before it then; null if nothing would. */
    record Foreseen(
            Proposal<PlannedAction<?, ?, ?>> proposal,
            @Nullable Gates gates) implements Preview {}

    /**
     * The action could be done now.
     *
     * @param isToldOutside see {@link GateRules.Facts#isToldOutside}
     */
    record Possible(Proposal<PlannedAction<?, ?, ?>> proposal, boolean isToldOutside) implements Plan {}

    /** Whether a possible action may be accepted. */
    sealed interface Judgement {

        /** It may, and this is what will be stored of it, and what will stand before it; null if nothing will. */
        record Acceptable(Texts texts, @Nullable Gates gates) implements Judgement {}

        /** It may not; the decision records what must be recorded of that. */
        record Denied(Decision<Denial> decision) implements Judgement {}
    }

    /** Everything that would be refused in the action is refused here. Otherwise nothing is recorded, and nothing is reserved. */
    Preview preview(Asked asked) {
        var known = ledger.read(asked.customer());
        return switch (plan(asked, known)) {
            case Denial denial -> denial;
            case Possible possible ->
                ledger.<Preview>perform(known, asked.actor(), (snapshot, now) -> switch (judge(
                                asked, possible, snapshot, now)) {
                            case Judgement.Acceptable(var _, var before) ->
                                Decision.tell(new Foreseen(possible.proposal(), before));
                            case Judgement.Denied(var decision) -> decision.map(denial -> denial);
                        })
                        .outcome();
        };
    }

    /** Plans an action by what the back office says now. */
    Plan plan(Asked asked, Snapshot known) {
        return switch (permission(asked, known, Risk.STANDARD, ledger.now(known))) {
            case Permission.Granted(var verification) -> possible(asked, known, verification.source());
            case Permission.NotAllowed(var refusal) ->
                counted(asked, known, refusal.rule(), new Denial.NotAllowed(refusal));
            case Permission denied -> denial(denied);
        };
    }

    private Plan possible(Asked asked, Snapshot known, PinSource source) {
        Verdict<Proposal<PlannedAction<?, ?, ?>>> verdict;
        try {
            verdict = asked.parsed().plan(asked.customer());
        } catch (BackOfficeUnavailable e) {
            return new Denial.BackOfficeDown();
        }
        return switch (verdict) {
            case Verdict.Accepted<Proposal<PlannedAction<?, ?, ?>>>(var proposal) ->
                new Possible(proposal, isToldOutside(known, source, proposal));
            case Verdict.Refused<?>(var refusal) -> counted(asked, known, refusal.rule(), new Denial.Refused(refusal));
            case Verdict.Faulty<?>(var faults) -> counted(asked, known, null, new Denial.Faulty(faults));
        };
    }

    /** Asked where it matters, and nowhere else. */
    private boolean isToldOutside(Snapshot known, PinSource source, Proposal<?> proposal) {
        var radius = proposal.radius();
        return radius == null
                || !gates.dependOnNotice(known.state(), source, proposal)
                || ActionRunner.ask(() -> outside.isTold(known, radius));
    }

    /** The refusal is told once it is counted: however many ask at once, no more of them learn why. */
    private Denial counted(Asked asked, Snapshot known, @Nullable String rule, Denial denial) {
        return ledger.<Denial>perform(known, asked.actor(), (snapshot, now) -> switch (permission(
                        asked, snapshot, Risk.STANDARD, now)) {
                    case Permission.Granted _ -> refuse(asked, rule, denial);
                    case Permission.NotAllowed(var refusal) ->
                        refuse(asked, refusal.rule(), new Denial.NotAllowed(refusal));
                    case Permission denied -> Decision.tell(denial(denied));
                })
                .outcome();
    }

    /** Decides on a possible action by the customer's newest state. */
    Judgement judge(Asked asked, Possible possible, Snapshot snapshot, Instant now) {
        var proposal = possible.proposal();
        return switch (permission(asked, snapshot, proposal.risk(), now)) {
            case Permission.Granted(var verification) -> {
                var before = gates(verification, asked, possible, snapshot, now);
                yield fitting(asked, proposal, snapshot, before);
            }
            case Permission.TooRisky(var refusal) ->
                new Judgement.Denied(refuse(asked, refusal.rule(), new Denial.Refused(refusal)));
            case Permission.NotAllowed(var refusal) ->
                new Judgement.Denied(refuse(asked, refusal.rule(), new Denial.NotAllowed(refusal)));
            case Permission denied -> new Judgement.Denied(Decision.tell(denial(denied)));
        };
    }

    private @Nullable Gates gates(
            Verification verification, Asked asked, Possible possible, Snapshot snapshot, Instant now) {
        var facts = gates.facts(
                snapshot.state(),
                verification.source(),
                asked.parsed().action().name(),
                possible.proposal(),
                possible.isToldOutside(),
                now);
        return gates.gates(facts, now).orElse(null);
    }

    private Judgement fitting(
            Asked asked, Proposal<PlannedAction<?, ?, ?>> proposal, Snapshot snapshot, @Nullable Gates before) {
        var unlessConsented = proposal.unlessConsented();
        if (unlessConsented != null && !isSeenInPanel(before)) {
            return new Judgement.Denied(refuse(asked, unlessConsented.rule(), new Denial.Refused(unlessConsented)));
        }
        var sealed =
                sealer.sealed(snapshot, proposal.plan().texts(asked.parsed().parameters()));
        var texts = before == null ? sealed : ActionSealer.shown(snapshot, sealed, proposal);
        return ActionRules.unrecordable(snapshot.state(), texts, proposal.changes())
                .<Judgement>map(refusal -> new Judgement.Denied(Decision.tell(new Denial.Refused(refusal))))
                .orElseGet(() -> new Judgement.Acceptable(texts, before));
    }

    /** Only the panel has room for the warnings that excuse a refusal. */
    private static boolean isSeenInPanel(@Nullable Gates before) {
        return before != null && before.has(Gate.CONSENT) && before.consentBy() == ConsentBy.PANEL;
    }

    private static Decision<Denial> refuse(Asked asked, @Nullable String rule, Denial denial) {
        return ActionRules.refuse(
                asked.verification().key(), asked.parsed().action().name(), rule, denial);
    }

    private Permission permission(Asked asked, Snapshot snapshot, Risk risk, Instant now) {
        return rules.permission(
                snapshot.state(),
                asked.verification().key(),
                asked.agent(),
                asked.parsed().action().name(),
                risk,
                now);
    }

    private static Denial denial(Permission permission) {
        return switch (permission) {
            case Permission.TooRisky(var refusal) -> new Denial.Refused(refusal);
            case Permission.NotAllowed(var refusal) -> new Denial.NotAllowed(refusal);
            case Permission.Frozen() -> new Denial.Frozen();
            case Permission.RefusalsUsedUp() -> new Denial.RefusalsUsedUp();
            case Permission.NotVerified(), Permission.Granted(var _) -> new Denial.NotVerified();
        };
    }
}
