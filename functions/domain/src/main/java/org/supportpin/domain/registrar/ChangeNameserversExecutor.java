package org.supportpin.domain.registrar;

import java.util.List;
import java.util.Optional;
import org.supportpin.domain.action.ActionExecutor;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Proposal;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.identity.CustomerId;

/** Executes {@code change-nameservers} for the owner or the administrator. The plan is bound to the previous nameservers. */
public final class ChangeNameserversExecutor
        implements ActionExecutor<ChangeNameservers, NameserverEdit, NameserverEdit> {

    private final Registrar registrar;

    public ChangeNameserversExecutor(Registrar registrar) {
        this.registrar = registrar;
    }

    @Override
    public Verdict<Proposal<NameserverEdit>> plan(CustomerId customer, ChangeNameservers action) {
        return changeable(customer, action)
                .map(domain -> new NameserverEdit(action.domain(), domain.nameservers(), action.nameservers()))
                .map(edit -> Proposal.of(edit, edit.risk(), edit.changes()));
    }

    @Override
    public CallOutcome<NameserverEdit> execute(
            ActionId id, CustomerId customer, ChangeNameservers action, NameserverEdit plan) {
        return changeable(customer, action).call(domain -> {
            if (plan.isPresentIn(domain)) {
                return CallOutcome.done(plan);
            }
            return plan.isAbsentFrom(domain)
                    ? registrar.setNameservers(id, plan).map(_ -> plan)
                    : CallOutcome.refused(DomainRules.domainChanged());
        });
    }

    @Override
    public CallOutcome<NameserverEdit> reconcile(
            ActionId id, CustomerId customer, ChangeNameservers action, NameserverEdit plan) {
        return known(customer, action)
                .map(plan::seenIn)
                .orElseGet(CallOutcome::unknown)
                .map(_ -> plan);
    }

    @Override
    public List<Difference> changes(NameserverEdit result) {
        return result.changes();
    }

    private Verdict<RegisteredDomain> changeable(CustomerId customer, ChangeNameservers action) {
        return known(customer, action)
                .map(Verdict::accepted)
                .orElseGet(() -> Verdict.refused(DomainRules.domainNotFound()))
                .unless(domain -> DomainRules.againstNameservers(domain, customer));
    }

    private Optional<RegisteredDomain> known(CustomerId customer, ChangeNameservers action) {
        return registrar.domain(action.domain()).filter(domain -> domain.isKnownTo(customer));
    }
}
