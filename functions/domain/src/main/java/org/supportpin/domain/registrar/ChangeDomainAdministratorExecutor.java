package org.supportpin.domain.registrar;

import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Proposal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionExecutor;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.mail.MailSender;
import org.supportpin.domain.mail.MailSender.Sent;

/**
 * How a domain gets another administrator: first at the registrar, then both are told by mail. It is done when both mails are
 * handed over.
 *
 * <p>Whatever stops it on the way, the next dispatch completes what is missing. That the registrar's part is done shows in the
 * domain, or, where somebody changed that again meanwhile, in a mail of this action, since none goes out before.
 */
public final class ChangeDomainAdministratorExecutor
        implements ActionExecutor<ChangeDomainAdministrator, AdministratorEdit, AdministratorEdit> {

    private final Registrar registrar;
    private final MailSender mails;

    public ChangeDomainAdministratorExecutor(Registrar registrar, MailSender mails) {
        this.registrar = registrar;
        this.mails = mails;
    }

    @Override
    public Verdict<Proposal<AdministratorEdit>> plan(CustomerId customer, ChangeDomainAdministrator action) {
        return registrar
                .domain(action.domain())
                .filter(domain -> domain.isKnownTo(customer))
                .map(Verdict::accepted)
                .orElseGet(() -> Verdict.refused(DomainRules.domainNotFound()))
                .unless(domain -> AdministratorRules.against(domain, customer))
                .then(domain -> edit(customer, action, domain.administrator()))
                .unless(AdministratorRules::against)
                .map(edit -> Proposal.of(edit, Risk.HIGH, edit.changes()));
    }

    private Verdict<AdministratorEdit> edit(CustomerId customer, ChangeDomainAdministrator action, Contact before) {
        return switch (action.administrator()) {
            case NewAdministrator.Described(var details) ->
                Verdict.accepted(new AdministratorEdit(action.domain(), before, null, details));
            case NewAdministrator.Listed(var id) ->
                listed(customer, id)
                        .map(contact -> Verdict.accepted(
                                new AdministratorEdit(action.domain(), before, contact.id(), contact.details())))
                        .orElseGet(() -> Verdict.refused(AdministratorRules.contactNotFound()));
        };
    }

    @Override
    public CallOutcome<AdministratorEdit> execute(
            ActionId id, CustomerId customer, ChangeDomainAdministrator action, AdministratorEdit plan) {
        var facts = facts(id, plan);
        if (facts.isChanged(plan)) {
            return completed(id, plan, facts);
        }
        var refusal = refusal(customer, plan, facts.domain());
        if (refusal.isPresent()) {
            return CallOutcome.refused(refusal.get());
        }
        return switch (registrar.setAdministrator(id, plan)) {
            case CallOutcome.Done<RegisteredDomain> _ -> told(id, plan);
            case CallOutcome<RegisteredDomain> other -> other.map(_ -> plan);
        };
    }

    /** Everything that stands against the registrar's part, asked again. */
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
                .map(now -> now.details().equals(plan.after())
                        ? Optional.<Refusal>empty()
                        : Optional.of(AdministratorRules.contactChanged()))
                .orElseGet(() -> Optional.of(AdministratorRules.contactNotFound()));
    }

    /** Just now changed: neither mail can have gone out before. */
    private CallOutcome<AdministratorEdit> told(ActionId id, AdministratorEdit plan) {
        var toOld = sent(id, AdministratorMails.toOld(plan));
        var toNew = sent(id, AdministratorMails.toNew(plan));
        return isDone(toOld) && isDone(toNew) ? CallOutcome.done(plan) : CallOutcome.unknown();
    }

    /** Changed by an earlier dispatch: only a mail that certainly did not go out is sent. */
    private CallOutcome<AdministratorEdit> completed(ActionId id, AdministratorEdit plan, Facts facts) {
        var toOld = isNotDone(facts.toOld()) ? sent(id, AdministratorMails.toOld(plan)) : facts.toOld();
        var toNew = isNotDone(facts.toNew()) ? sent(id, AdministratorMails.toNew(plan)) : facts.toNew();
        return isDone(toOld) && isDone(toNew) ? CallOutcome.done(plan) : CallOutcome.unknown();
    }

    /** The administrator is changed already, so a mail that goes wrong leaves the action unfinished, and never undone. */
    private CallOutcome<Sent> sent(ActionId id, Mail mail) {
        try {
            return mails.send(id, mail);
        } catch (BackOfficeUnavailable e) {
            return CallOutcome.unknown();
        }
    }

    @Override
    public CallOutcome<AdministratorEdit> reconcile(
            ActionId id, CustomerId customer, ChangeDomainAdministrator action, AdministratorEdit plan) {
        var facts = facts(id, plan);
        if (facts.isChanged(plan)) {
            return foundMails(plan, facts);
        }
        var domain = facts.domain();
        return domain != null && plan.isAbsentFrom(domain) ? CallOutcome.notDone() : CallOutcome.unknown();
    }

    @Override
    public List<Difference> changes(AdministratorEdit result) {
        return result.changes();
    }

    private static CallOutcome<AdministratorEdit> foundMails(AdministratorEdit plan, Facts facts) {
        if (isDone(facts.toOld()) && isDone(facts.toNew())) {
            return CallOutcome.done(plan);
        }
        var isKnown = (isDone(facts.toOld()) || isNotDone(facts.toOld()))
                && (isDone(facts.toNew()) || isNotDone(facts.toNew()));
        return isKnown ? CallOutcome.unfinished() : CallOutcome.unknown();
    }

    private Facts facts(ActionId id, AdministratorEdit plan) {
        return new Facts(
                registrar.domain(plan.domain()).orElse(null),
                mails.find(id, AdministratorMails.toOld(plan)),
                mails.find(id, AdministratorMails.toNew(plan)));
    }

    /** What shows of the action. */
    private record Facts(@Nullable RegisteredDomain domain, CallOutcome<Sent> toOld, CallOutcome<Sent> toNew) {

        boolean isChanged(AdministratorEdit plan) {
            return isDone(toOld) || isDone(toNew) || (domain != null && plan.isPresentIn(domain));
        }
    }

    private static boolean isDone(CallOutcome<?> effect) {
        return effect instanceof CallOutcome.Done<?>;
    }

    private static boolean isNotDone(CallOutcome<?> effect) {
        return effect instanceof CallOutcome.NotDone<?>;
    }

    private Optional<Contact> listed(CustomerId customer, ContactId id) {
        return registrar.contact(id).filter(contact -> contact.listedUnder().equals(customer));
    }
}
