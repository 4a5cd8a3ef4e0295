package org.supportpin.domain.registrar;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionExecutor;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Proposal;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.mail.MailSender;
import org.supportpin.domain.mail.MailSender.Sent;

/**
 * Executes {@code change-domain-administrator}: first at the registrar, then by mail to both administrators. It is done when both
 * mails have been handed over.
 *
 * <p>If it is interrupted, the next dispatch completes what is missing. The domain shows whether the registrar's part is done. If
 * someone has changed the domain again since, a mail of this action shows it, because no mail is sent earlier.
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
                .then(domain ->
                        edit(customer, action, domain.onlyAdministrator().orElseThrow()))
                .unless(AdministratorRules::against)
                .map(edit -> Proposal.of(edit, Risk.HIGH, edit.changes()));
    }

    private Verdict<AdministratorEdit> edit(CustomerId customer, ChangeDomainAdministrator action, Contact before) {
        return switch (action.administrator()) {
            case NewAdministrator.Described(var details) ->
                Verdict.accepted(new AdministratorEdit(action.domain(), before, null, details));
            case NewAdministrator.Listed(var id) ->
                listed(customer, id)
                        .map(Verdict::accepted)
                        .orElseGet(() -> Verdict.refused(AdministratorRules.contactNotFound()))
                        .unless(AdministratorRules::againstUnknown)
                        .map(contact ->
                                new AdministratorEdit(action.domain(), before, contact.id(), contact.details()));
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
            case CallOutcome.Done<RegisteredDomain> _ -> notified(id, plan);
            case CallOutcome<RegisteredDomain> other -> other.map(_ -> plan);
        };
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

    /** The administrator was changed just now, so neither mail can have been sent yet. */
    private CallOutcome<AdministratorEdit> notified(ActionId id, AdministratorEdit plan) {
        var toOld = sent(id, AdministratorMails.toOld(plan));
        var toNew = sent(id, AdministratorMails.toNew(plan));
        return isDone(toOld) && isDone(toNew) ? CallOutcome.done(plan) : CallOutcome.unknown();
    }

    /** The administrator was changed by an earlier dispatch, so only a mail that was certainly not sent is sent. */
    private CallOutcome<AdministratorEdit> completed(ActionId id, AdministratorEdit plan, Facts facts) {
        var toOld = isNotDone(facts.toOld()) ? sent(id, AdministratorMails.toOld(plan)) : facts.toOld();
        var toNew = isNotDone(facts.toNew()) ? sent(id, AdministratorMails.toNew(plan)) : facts.toNew();
        return isDone(toOld) && isDone(toNew) ? CallOutcome.done(plan) : CallOutcome.unknown();
    }

    /** The administrator has already been changed, so a failed mail leaves the action unfinished, never undone. */
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

    /** What the systems show of the action. */
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
