package org.supportpin.domain.registrar;

import java.util.Optional;
import org.supportpin.domain.action.ActionExecutor;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.identity.CustomerId;

/** How nameservers are changed, for the owner or the administrator of the domain. The plan is bound to those before. */
public final class ChangeNameserversExecutor
        implements ActionExecutor<ChangeNameservers, NameserverEdit, NameserverEdit> {

    private final Registrar registrar;

    public ChangeNameserversExecutor(Registrar registrar) {
        this.registrar = registrar;
    }

    @Override
    public Prepared<NameserverEdit> prepare(CustomerId customer, ChangeNameservers action) {
        var domain = known(customer, action);
        if (domain.isEmpty()) {
            return new Prepared.Refused<>(DomainRules.domainNotFound());
        }
        return DomainRules.againstNameservers(domain.get(), customer)
                .<Prepared<NameserverEdit>>map(Prepared.Refused::new)
                .orElseGet(() -> new Prepared.Ready<>(
                        new NameserverEdit(action.domain(), domain.get().nameservers(), action.nameservers()),
                        Risk.HIGH));
    }

    @Override
    public CallOutcome<NameserverEdit> carryOut(
            ActionId id, CustomerId customer, ChangeNameservers action, NameserverEdit plan) {
        Optional<RegisteredDomain> domain;
        try {
            domain = known(customer, action);
        } catch (BackOfficeUnavailable e) {
            return CallOutcome.notDone();
        }
        if (domain.isEmpty()) {
            return CallOutcome.refused(DomainRules.domainNotFound());
        }
        var refusal = DomainRules.againstNameservers(domain.get(), customer);
        if (refusal.isPresent()) {
            return CallOutcome.refused(refusal.get());
        }
        if (plan.isPresentIn(domain.get())) {
            return CallOutcome.done(plan);
        }
        return plan.isAbsentFrom(domain.get())
                ? registrar.setNameservers(id, plan).map(_ -> plan)
                : CallOutcome.refused(DomainRules.domainChanged());
    }

    /** The nameservers tell: as asked for, it happened; as before, it did not. Others were set by somebody else since. */
    @Override
    public CallOutcome<NameserverEdit> findOut(
            ActionId id, CustomerId customer, ChangeNameservers action, NameserverEdit plan) {
        var domain = known(customer, action);
        if (domain.isEmpty()) {
            return CallOutcome.unknown();
        }
        if (plan.isPresentIn(domain.get())) {
            return CallOutcome.done(plan);
        }
        return plan.isAbsentFrom(domain.get()) ? CallOutcome.notDone() : CallOutcome.unknown();
    }

    private Optional<RegisteredDomain> known(CustomerId customer, ChangeNameservers action) {
        return registrar.domain(action.domain()).filter(domain -> domain.isKnownTo(customer));
    }
}
