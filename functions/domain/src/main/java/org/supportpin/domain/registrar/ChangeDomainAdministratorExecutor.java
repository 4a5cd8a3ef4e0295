package org.supportpin.domain.registrar;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionExecutor;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Proposal;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.identity.CustomerId;

/**
 * Executes {@code change-domain-administrator}. It is done when the registrar has done its part: {@link AdministratorMails both
 * mails} about it are notices, which are queued with the action's end.
 */
public final class ChangeDomainAdministratorExecutor
        implements ActionExecutor<ChangeDomainAdministrator, AdministratorEdit, AdministratorEdit> {

    private final Registrar registrar;

    public ChangeDomainAdministratorExecutor(Registrar registrar) {
        this.registrar = registrar;
    }

    @Override
    public Verdict<Proposal<AdministratorEdit>> plan(CustomerId customer, ChangeDomainAdministrator action) {
        return AskedDomain.of(registrar, customer, action.domain())
                .unless(domain -> AdministratorRules.against(domain, customer))
                .then(domain ->
                        proposal(customer, action, domain.onlyAdministrator().orElseThrow()))
                .unless(proposal -> AdministratorRules.against(proposal.plan()));
    }

    private Verdict<Proposal<AdministratorEdit>> proposal(
            CustomerId customer, ChangeDomainAdministrator action, Contact before) {
        return switch (action.administrator()) {
            case NewAdministrator.Described(var details) ->
                Verdict.accepted(proposal(new AdministratorEdit(action.domain(), before, null, details), false));
            case NewAdministrator.Listed(var id) ->
                listed(customer, id)
                        .map(Verdict::accepted)
                        .orElseGet(() -> Verdict.refused(AdministratorRules.contactNotFound()))
                        .unless(AdministratorRules::againstUnknown)
                        .map(contact -> proposal(
                                new AdministratorEdit(action.domain(), before, contact.id(), contact.details()),
                                contact.isPerson(customer)));
        };
    }

    /** A contact that is the customer again may change it back. */
    private static Proposal<AdministratorEdit> proposal(AdministratorEdit edit, boolean isCustomer) {
        var proposal = Proposal.of(edit, Risk.HIGH, edit.changes()).reaching(edit.domain());
        return isCustomer ? proposal : proposal.warning(AdministratorRules.NOT_TAKEN_BACK);
    }

    @Override
    public CallOutcome<AdministratorEdit> execute(
            ActionId id, CustomerId customer, ChangeDomainAdministrator action, AdministratorEdit plan) {
        var domain = registrar.domain(plan.domain()).orElse(null);
        if (domain != null && plan.isPresentIn(domain)) {
            return CallOutcome.done(plan);
        }
        return refusal(customer, plan, domain)
                .map(CallOutcome::<AdministratorEdit>refused)
                .orElseGet(() -> registrar.setAdministrator(id, plan).map(_ -> plan));
    }

    /** Checks again whether the registrar's part must be refused. */
    private Optional<Refusal> refusal(CustomerId customer, AdministratorEdit plan, @Nullable RegisteredDomain domain) {
        if (domain == null || !domain.isKnownTo(customer)) {
            return Optional.of(DomainRules.domainNotFound());
        }
        var refusal = AdministratorRules.against(domain, customer);
        if (refusal.isPresent()) {
            return refusal;
        }
        if (!plan.isAbsentFrom(domain)) {
            return Optional.of(DomainRules.domainChanged());
        }
        var contact = plan.contact();
        if (contact == null) {
            return Optional.empty();
        }
        return listed(customer, contact)
                .map(now -> plan.after().equals(now.shown())
                        ? Optional.<Refusal>empty()
                        : Optional.of(AdministratorRules.contactChanged()))
                .orElseGet(() -> Optional.of(AdministratorRules.contactNotFound()));
    }

    @Override
    public CallOutcome<AdministratorEdit> reconcile(
            ActionId id, CustomerId customer, ChangeDomainAdministrator action, AdministratorEdit plan) {
        return registrar
                .domain(plan.domain())
                .map(plan::seenIn)
                .orElseGet(CallOutcome::unknown)
                .map(_ -> plan);
    }

    @Override
    public List<Difference> changes(AdministratorEdit result) {
        return result.changes();
    }

    private Optional<Contact> listed(CustomerId customer, ContactId id) {
        return registrar.contact(id).filter(contact -> contact.isListedUnder(customer));
    }
}
