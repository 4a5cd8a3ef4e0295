package org.supportpin.domain.action;

import java.time.Clock;
import java.util.Optional;
import org.supportpin.domain.customer.CustomerId;
import org.supportpin.domain.registrar.DomainRecall;
import org.supportpin.domain.registrar.DomainRules;
import org.supportpin.domain.registrar.RecallRules;
import org.supportpin.domain.registrar.RegisteredDomain;
import org.supportpin.domain.registrar.RegisteredDomain.Status;
import org.supportpin.domain.registrar.Registrar;

/** How a domain is recalled, for its owner or its administrator. The plan is bound to the registration that was checked. */
public final class RecallGrDomainProcedure implements Procedure<RecallGrDomain, DomainRecall, DomainRecall> {

    private final Registrar registrar;
    private final Clock clock;

    public RecallGrDomainProcedure(Registrar registrar, Clock clock) {
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
    public Effect<DomainRecall> carryOut(ActionId id, CustomerId customer, RecallGrDomain action, DomainRecall plan) {
        Optional<RegisteredDomain> found;
        try {
            found = registrar.domain(action.domain()).filter(domain -> domain.isOfAccountOrPerson(customer));
        } catch (BackOfficeUnavailable e) {
            return Effect.notDone();
        }
        if (found.isEmpty()) {
            return Effect.refused(DomainRules.domainNotFound());
        }
        return refusal(customer, plan, found.get())
                .<Effect<DomainRecall>>map(Effect::refused)
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
    public Effect<DomainRecall> findOut(ActionId id, CustomerId customer, RecallGrDomain action, DomainRecall plan) {
        var found = registrar.domain(action.domain());
        if (found.isEmpty() || found.get().status() == Status.RECALLED) {
            return Effect.done(plan);
        }
        return plan.isOf(found.get()) ? Effect.notDone() : Effect.unknown();
    }
}
