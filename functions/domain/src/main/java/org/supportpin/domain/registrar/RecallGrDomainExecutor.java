package org.supportpin.domain.registrar;

import java.time.Clock;
import java.util.Optional;
import org.supportpin.domain.action.ActionExecutor;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.registrar.RegisteredDomain.Status;

/** How a domain is recalled, for its owner or its administrator. The plan is bound to the registration that was checked. */
public final class RecallGrDomainExecutor implements ActionExecutor<RecallGrDomain, DomainRecall, DomainRecall> {

    private final Registrar registrar;
    private final Clock clock;

    public RecallGrDomainExecutor(Registrar registrar, Clock clock) {
        this.registrar = registrar;
        this.clock = clock;
    }

    @Override
    public Prepared<DomainRecall> prepare(CustomerId customer, RecallGrDomain action) {
        var forbidden = RecallRules.against(action.domain());
        if (forbidden.isPresent()) {
            return new Prepared.Refused<>(forbidden.get());
        }
        var found = registrar.domain(action.domain()).filter(domain -> domain.isKnownTo(customer));
        if (found.isEmpty()) {
            return new Prepared.Refused<>(DomainRules.domainNotFound());
        }
        var domain = found.get();
        return RecallRules.against(domain, customer, clock.instant())
                .<Prepared<DomainRecall>>map(Prepared.Refused::new)
                .orElseGet(() -> new Prepared.Ready<>(
                        new DomainRecall(domain.name(), domain.status(), domain.submission()), Risk.HIGH));
    }

    @Override
    public CallOutcome<DomainRecall> carryOut(
            ActionId id, CustomerId customer, RecallGrDomain action, DomainRecall plan) {
        Optional<RegisteredDomain> found;
        try {
            found = registrar.domain(action.domain()).filter(domain -> domain.isOfAccountOrPerson(customer));
        } catch (BackOfficeUnavailable e) {
            return CallOutcome.notDone();
        }
        if (found.isEmpty()) {
            return CallOutcome.refused(DomainRules.domainNotFound());
        }
        return refusal(customer, plan, found.get())
                .<CallOutcome<DomainRecall>>map(CallOutcome::refused)
                .orElseGet(() -> registrar.recall(id, plan).map(_ -> plan));
    }

    /** A domain that is recalled already goes to the registrar all the same: it may have been by this action's id. */
    private Optional<Refusal> refusal(CustomerId customer, DomainRecall plan, RegisteredDomain domain) {
        if (!plan.isOf(domain)) {
            return Optional.of(DomainRules.domainChanged());
        }
        return domain.status() == Status.RECALLED
                ? Optional.empty()
                : RecallRules.against(domain, customer, clock.instant());
    }

    /**
     * The domain's state tells: recalled or gone, it happened, for in its first five days a registration ends in no other way;
     * the same registration as before, it did not. What else the registry was given since, a person must look at.
     */
    @Override
    public CallOutcome<DomainRecall> findOut(
            ActionId id, CustomerId customer, RecallGrDomain action, DomainRecall plan) {
        var found = registrar.domain(action.domain());
        if (found.isEmpty() || found.get().status() == Status.RECALLED) {
            return CallOutcome.done(plan);
        }
        return plan.isOf(found.get()) ? CallOutcome.notDone() : CallOutcome.unknown();
    }
}
