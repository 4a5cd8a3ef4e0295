package org.supportpin.backoffice.webhook;

import java.util.Optional;
import java.util.Set;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.registrar.RegistrarJson;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.listing.Listing;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.AdministratorEdit;
import org.supportpin.domain.registrar.Contact;
import org.supportpin.domain.registrar.ContactId;
import org.supportpin.domain.registrar.DomainRecall;
import org.supportpin.domain.registrar.DomainRules;
import org.supportpin.domain.registrar.NameserverEdit;
import org.supportpin.domain.registrar.RecallRules;
import org.supportpin.domain.registrar.RegisteredDomain;
import org.supportpin.domain.registrar.Registrar;

/** {@link Registrar} by webhook. No request can name another owner. */
record WebhookRegistrar(WebhookCaller caller) implements Registrar {

    private static final Set<String> RULES = Set.of(
            DomainRules.DOMAIN_NOT_FOUND,
            DomainRules.DOMAIN_CHANGED,
            DomainRules.DOMAIN_LOCKED,
            DomainRules.DOMAIN_PENDING,
            RecallRules.RECALL_WINDOW_OVER);

    @Override
    public Optional<RegisteredDomain> domain(DomainName name) {
        return caller.read("registrar.domain", "domain", name.ascii(), RegistrarJson.DOMAIN)
                .filter(domain -> domain.name().equals(name));
    }

    @Override
    public Listing<RegisteredDomain> domains(CustomerId customer) {
        return caller.list("registrar.domains", customer, RegistrarJson.DOMAIN, each -> each.isKnownTo(customer));
    }

    @Override
    public Optional<Contact> contact(ContactId id) {
        return caller.read("registrar.contact", "contactId", id.value(), RegistrarJson.CONTACT)
                .filter(contact -> contact.id().equals(id));
    }

    @Override
    public Listing<Contact> contacts(CustomerId customer) {
        return caller.list("registrar.contacts", customer, RegistrarJson.CONTACT, each -> each.isListedUnder(customer));
    }

    @Override
    public CallOutcome<RegisteredDomain> setNameservers(ActionId id, NameserverEdit change) {
        var data = Json.object().putAll(RegistrarJson.NAMESERVER_EDIT.write(change));
        return caller.change("registrar.setNameservers", id, data, RegistrarJson.DOMAIN, RULES);
    }

    @Override
    public CallOutcome<RegisteredDomain> recall(ActionId id, DomainRecall recall) {
        var data = Json.object()
                .put("domain", recall.domain().ascii())
                .put("submission", RegistrarJson.SUBMISSION.write(recall.submission()));
        return caller.change("registrar.recall", id, data, RegistrarJson.DOMAIN, RULES);
    }

    @Override
    public CallOutcome<RegisteredDomain> setAdministrator(ActionId id, AdministratorEdit change) {
        var contact = change.contact();
        var data = Json.object()
                .put("domain", change.domain().ascii())
                .put("before", change.before().id().value());
        var after = contact == null
                ? data.put("administrator", RegistrarJson.DETAILS.write(change.after()))
                : data.put("contactId", contact.value());
        return caller.change("registrar.setAdministrator", id, after, RegistrarJson.DOMAIN, RULES);
    }
}
