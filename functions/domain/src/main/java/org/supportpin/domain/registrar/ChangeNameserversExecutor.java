package org.supportpin.domain.registrar;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.supportpin.domain.action.ActionExecutor;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Proposal;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Reversal;
import org.supportpin.domain.action.Undoable;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.ChangeNameservers.IfSilent;

/**
 * Executes {@code change-nameservers} for the owner or the administrator. The plan is bound to the previous nameservers. The new ones
 * are asked first whether they serve the domain ({@link DelegationRules}), at the check and again at dispatch.
 */
public final class ChangeNameserversExecutor
        implements ActionExecutor<ChangeNameservers, NameserverEdit, NameserverEdit>, Undoable<NameserverEdit> {

    private final Registrar registrar;
    private final DelegationProbe probe;

    public ChangeNameserversExecutor(Registrar registrar, DelegationProbe probe) {
        this.registrar = registrar;
        this.probe = probe;
    }

    @Override
    public Verdict<Proposal<NameserverEdit>> plan(CustomerId customer, ChangeNameservers action) {
        return AskedDomain.of(registrar, customer, action.domain())
                .unless(domain -> DomainRules.againstNameservers(domain, customer))
                .then(domain -> proposal(domain, action));
    }

    private Verdict<Proposal<NameserverEdit>> proposal(RegisteredDomain domain, ChangeNameservers action) {
        var edit = new NameserverEdit(action.domain(), domain.nameservers(), action.nameservers());
        var proposal = Proposal.of(edit, edit.risk(), edit.changes()).reaching(edit.domain());
        if (edit.isPresentIn(domain)) {
            return Verdict.accepted(proposal);
        }
        var next = edit.after().servers();
        var answers = probe.ask(
                action.domain(),
                Stream.concat(next.stream(), edit.before().servers().stream()).toList());
        var ofNext = answers.subList(0, next.size());
        var ofNow = answers.subList(next.size(), answers.size());
        var forecast = proposal.warnings(DelegationForecast.of(domain, ofNow, ofNext));
        return Verdict.accepted(domain)
                .unless(_ -> refusal(domain, action, edit.after(), ofNext))
                .map(_ -> DelegationRules.againstSilent(ofNext)
                        .map(refusal -> forecast.warning(DelegationRules.SILENT).unlessConsented(refusal))
                        .orElse(forecast));
    }

    @Override
    public CallOutcome<NameserverEdit> execute(
            ActionId id, CustomerId customer, ChangeNameservers action, NameserverEdit plan) {
        return changeable(customer, plan.domain()).call(domain -> {
            if (plan.isPresentIn(domain)) {
                return CallOutcome.done(plan);
            }
            return plan.isAbsentFrom(domain)
                    ? guarded(id, domain, action, plan)
                    : CallOutcome.refused(DomainRules.domainChanged());
        });
    }

    /**
     * What the customer may consent to is no refusal of the action's own, if that is asked for; the consent is to the nameservers that
     * were asked for, and not to those of before, to which an undo goes back.
     */
    private static Optional<Refusal> refusal(
            RegisteredDomain domain, ChangeNameservers action, Nameservers next, List<ProbedNameserver> servers) {
        return switch (next.equals(action.nameservers()) ? action.ifSilent() : IfSilent.REFUSE) {
            case REFUSE -> DelegationRules.against(domain, servers);
            case ASK_CUSTOMER -> DelegationRules.againstSigned(domain, servers);
        };
    }

    private CallOutcome<NameserverEdit> guarded(
            ActionId id, RegisteredDomain domain, ChangeNameservers action, NameserverEdit plan) {
        return Verdict.accepted(domain)
                .unless(_ -> refusal(
                        domain,
                        action,
                        plan.after(),
                        probe.ask(plan.domain(), plan.after().servers())))
                .call(_ -> registrar.setNameservers(id, plan).map(_ -> plan));
    }

    @Override
    public CallOutcome<NameserverEdit> reconcile(
            ActionId id, CustomerId customer, ChangeNameservers action, NameserverEdit plan) {
        return known(customer, plan.domain())
                .map(plan::seenIn)
                .orElseGet(CallOutcome::unknown)
                .map(_ -> plan);
    }

    @Override
    public List<Difference> changes(NameserverEdit result) {
        return result.changes();
    }

    /**
     * {@inheritDoc}
     *
     * <p>The earlier nameservers are asked like new ones: they may have dropped the zone since.
     */
    @Override
    public Reversal<NameserverEdit> reverse(CustomerId customer, NameserverEdit done) {
        if (done.changes().isEmpty()) {
            return Reversal.nothing();
        }
        return switch (changeable(customer, done.domain())) {
            case Verdict.Accepted<RegisteredDomain>(var domain) ->
                done.isPresentIn(domain)
                        ? Reversal.of(reversed(domain, done))
                        : new Reversal.ChangedSince<>(List.of(done.since(domain)));
            case Verdict.Refused<RegisteredDomain>(var refusal) -> new Reversal.Forbidden<>(refusal);
            case Verdict.Faulty<RegisteredDomain> _ ->
                throw new IllegalStateException("a domain is there, or it is not");
        };
    }

    private Verdict<Proposal<NameserverEdit>> reversed(RegisteredDomain domain, NameserverEdit done) {
        var edit = new NameserverEdit(done.domain(), domain.nameservers(), done.before());
        return edit.after().servers().isEmpty()
                ? Verdict.refused(DelegationRules.noEarlierNameservers())
                : Verdict.accepted(Proposal.of(edit, edit.risk(), edit.changes()))
                        .unless(_ -> DelegationRules.against(
                                domain, probe.ask(edit.domain(), edit.after().servers())));
    }

    private Verdict<RegisteredDomain> changeable(CustomerId customer, DomainName name) {
        return known(customer, name)
                .map(Verdict::accepted)
                .orElseGet(() -> Verdict.refused(DomainRules.domainNotFound()))
                .unless(domain -> DomainRules.againstNameservers(domain, customer));
    }

    private Optional<RegisteredDomain> known(CustomerId customer, DomainName name) {
        return registrar.domain(name).filter(domain -> domain.isKnownTo(customer));
    }
}
