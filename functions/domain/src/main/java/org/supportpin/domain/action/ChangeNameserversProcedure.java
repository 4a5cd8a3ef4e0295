package org.supportpin.domain.action;

import java.util.Optional;
import org.supportpin.domain.customer.CustomerId;
import org.supportpin.domain.registrar.DomainRules;
import org.supportpin.domain.registrar.NameserverChange;
import org.supportpin.domain.registrar.RegisteredDomain;
import org.supportpin.domain.registrar.Registrar;

/** How nameservers are changed, for the owner or the administrator of the domain. The plan is bound to those before. */
public final class ChangeNameserversProcedure
        implements Procedure<ChangeNameservers, NameserverChange, NameserverChange> {

    private final Registrar registrar;

    public ChangeNameserversProcedure(Registrar registrar) {
        this.registrar = registrar;
    }

    @Override
    public Prepared<NameserverChange> prepare(CustomerId customer, ChangeNameservers action) {
        var domain = known(customer, action);
        if (domain.isEmpty()) {
            return new Prepared.Refused<>(DomainRules.domainNotFound());
        }
        return DomainRules.againstNameservers(domain.get(), customer)
                .<Prepared<NameserverChange>>map(Prepared.Refused::new)
                .orElseGet(() -> new Prepared.Ready<>(
                        new NameserverChange(action.domain(), domain.get().nameservers(), action.nameservers()),
                        Risk.HIGH));
    }

    @Override
    public Effect<NameserverChange> carryOut(
            ActionId id, CustomerId customer, ChangeNameservers action, NameserverChange plan) {
        Optional<RegisteredDomain> domain;
        try {
            domain = known(customer, action);
        } catch (BackOfficeUnavailable e) {
            return Effect.notDone();
        }
        if (domain.isEmpty()) {
            return Effect.refused(DomainRules.domainNotFound());
        }
        var refusal = DomainRules.againstNameservers(domain.get(), customer);
        if (refusal.isPresent()) {
            return Effect.refused(refusal.get());
        }
        if (plan.isPresentIn(domain.get())) {
            return Effect.done(plan);
        }
        return plan.isAbsentFrom(domain.get())
                ? registrar.setNameservers(id, plan).map(_ -> plan)
                : Effect.refused(DomainRules.domainChanged());
    }

    /** The nameservers tell: as asked for, it happened; as before, it did not. Others were set by somebody else since. */
    @Override
    public Effect<NameserverChange> findOut(
            ActionId id, CustomerId customer, ChangeNameservers action, NameserverChange plan) {
        var domain = known(customer, action);
        if (domain.isEmpty()) {
            return Effect.unknown();
        }
        if (plan.isPresentIn(domain.get())) {
            return Effect.done(plan);
        }
        return plan.isAbsentFrom(domain.get()) ? Effect.notDone() : Effect.unknown();
    }

    private Optional<RegisteredDomain> known(CustomerId customer, ChangeNameservers action) {
        return registrar.domain(action.domain()).filter(domain -> domain.isKnownTo(customer));
    }
}
