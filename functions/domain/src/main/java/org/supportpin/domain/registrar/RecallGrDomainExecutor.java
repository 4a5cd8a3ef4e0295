package org.supportpin.domain.registrar;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.supportpin.domain.action.ActionExecutor;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Proposal;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.action.Warning;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.registrar.RegisteredDomain.Status;

/**
 * Executes {@code recall-gr-domain} for the owner or the administrator. The plan is bound to the registration that was checked.
 */
public final class RecallGrDomainExecutor implements ActionExecutor<RecallGrDomain, DomainRecall, DomainRecall> {

    private final Registrar registrar;
    private final Clock clock;

    public RecallGrDomainExecutor(Registrar registrar, Clock clock) {
        this.registrar = registrar;
        this.clock = clock;
    }

    @Override
    public Verdict<Proposal<DomainRecall>> plan(CustomerId customer, RecallGrDomain action) {
        return Verdict.accepted(action.domain())
                .unless(RecallRules::against)
                .then(name -> AskedDomain.of(registrar, customer, name))
                .unless(domain -> RecallRules.against(domain, customer, clock.instant()))
                .map(domain -> new DomainRecall(domain.name(), domain.status(), domain.submission()))
                .map(recall -> Proposal.of(recall, Risk.HIGH, recall.changes())
                        .warning(Warning.CANNOT_BE_UNDONE)
                        .warning(RecallRules.NAME_IS_FREE)
                        .reaching(recall.domain())
                        .until(recall.submission().at().plus(RecallRules.WINDOW)));
    }

    @Override
    public CallOutcome<DomainRecall> execute(
            ActionId id, CustomerId customer, RecallGrDomain action, DomainRecall plan) {
        return registrar
                .domain(action.domain())
                .filter(domain -> domain.isOfAccountOrPerson(customer))
                .map(Verdict::accepted)
                .orElseGet(() -> Verdict.refused(DomainRules.domainNotFound()))
                .unless(domain -> refusal(customer, plan, domain))
                .call(_ -> registrar.recall(id, plan).map(_ -> plan));
    }

    @Override
    public List<Difference> changes(DomainRecall result) {
        return result.changes();
    }

    /** The registrar is asked even if the domain is already recalled, because this action may have recalled it. */
    private Optional<Refusal> refusal(CustomerId customer, DomainRecall plan, RegisteredDomain domain) {
        if (!plan.isOf(domain)) {
            return Optional.of(DomainRules.domainChanged());
        }
        return domain.status() == Status.RECALLED
                ? Optional.empty()
                : RecallRules.against(domain, customer, clock.instant());
    }

    /**
     * The domain's state shows it. If it is recalled or gone, the recall happened, because a registration cannot end in any other
     * way in its first five days. If it is the same registration as before, it did not happen. Anything else needs a person.
     */
    @Override
    public CallOutcome<DomainRecall> reconcile(
            ActionId id, CustomerId customer, RecallGrDomain action, DomainRecall plan) {
        var found = registrar.domain(action.domain());
        if (found.isEmpty() || found.get().status() == Status.RECALLED) {
            return CallOutcome.done(plan);
        }
        return plan.isOf(found.get()) ? CallOutcome.notDone() : CallOutcome.unknown();
    }
}
