package org.supportpin.simulated;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.registrar.RegistrarJson;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.listing.Listing;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.AdministratorEdit;
import org.supportpin.domain.registrar.AdministratorRules;
import org.supportpin.domain.registrar.Contact;
import org.supportpin.domain.registrar.ContactId;
import org.supportpin.domain.registrar.DomainRecall;
import org.supportpin.domain.registrar.DomainRules;
import org.supportpin.domain.registrar.NameserverEdit;
import org.supportpin.domain.registrar.RecallRules;
import org.supportpin.domain.registrar.RegisteredDomain;
import org.supportpin.domain.registrar.RegisteredDomain.Status;
import org.supportpin.domain.registrar.Registrar;
import org.supportpin.simulated.Documents.Document;
import org.supportpin.simulated.Documents.Kind;

/**
 * {@link Registrar} of the simulated back office, as strict as a registry. A domain is one document that also holds the ids of the
 * actions that changed it, so that an action changes it once.
 */
record SimulatedRegistrar(Documents documents, Faults faults, Clock clock) implements Registrar {

    private static final String ACTIONS = "actions";

    @Override
    public Optional<RegisteredDomain> domain(DomainName name) {
        return faults.reading(Operation.REGISTRAR_DOMAIN, () -> find(name).map(found -> domain(found.body())));
    }

    @Override
    public Listing<RegisteredDomain> domains(CustomerId customer) {
        return faults.reading(
                Operation.REGISTRAR_DOMAINS,
                () -> documents.list(Kind.DOMAINS, found -> domain(found.body()), each -> each.isKnownTo(customer)));
    }

    @Override
    public Optional<Contact> contact(ContactId id) {
        return faults.reading(Operation.REGISTRAR_CONTACT, () -> findContact(id).map(found -> contact(found.body())));
    }

    @Override
    public Listing<Contact> contacts(CustomerId customer) {
        return faults.reading(
                Operation.REGISTRAR_CONTACTS,
                () -> documents.list(
                        Kind.CONTACTS, found -> contact(found.body()), each -> each.isListedUnder(customer)));
    }

    @Override
    public CallOutcome<RegisteredDomain> setNameservers(ActionId id, NameserverEdit change) {
        return effect(Operation.REGISTRAR_SET_NAMESERVERS, id, change.domain(), domain -> {
            var refusal = DomainRules.againstUpdate(domain);
            if (refusal.isPresent()) {
                return CallOutcome.refused(refusal.get());
            }
            return change.isAbsentFrom(domain)
                    ? CallOutcome.done(domain.with(change.after()))
                    : CallOutcome.refused(DomainRules.domainChanged());
        });
    }

    /** The document stays and shows the domain as recalled; for all other actions the domain no longer exists. */
    @Override
    public CallOutcome<RegisteredDomain> recall(ActionId id, DomainRecall recall) {
        return effect(Operation.REGISTRAR_RECALL, id, recall.domain(), domain -> {
            var refusal = RecallRules.atRegistry(domain, clock.instant());
            if (refusal.isPresent()) {
                return CallOutcome.refused(refusal.get());
            }
            return recall.isOf(domain)
                    ? CallOutcome.done(domain.with(Status.RECALLED))
                    : CallOutcome.refused(DomainRules.domainChanged());
        });
    }

    @Override
    public CallOutcome<RegisteredDomain> setAdministrator(ActionId id, AdministratorEdit change) {
        return effect(Operation.REGISTRAR_SET_ADMINISTRATOR, id, change.domain(), domain -> {
            var refusal = DomainRules.againstUpdate(domain);
            if (refusal.isPresent()) {
                return CallOutcome.refused(refusal.get());
            }
            return change.isAbsentFrom(domain)
                    ? administrator(id, domain, change)
                            .map(contact -> CallOutcome.done(domain.withAdministrator(contact)))
                            .orElseGet(() -> CallOutcome.refused(AdministratorRules.contactNotFound()))
                    : CallOutcome.refused(DomainRules.domainChanged());
        });
    }

    private Optional<Contact> administrator(ActionId id, RegisteredDomain domain, AdministratorEdit change) {
        var contact = change.contact();
        return contact == null
                ? Optional.of(new Contact(made(id), domain.customer(), null, change.after()))
                : findContact(contact).map(found -> contact(found.body()));
    }

    private CallOutcome<RegisteredDomain> effect(
            Operation operation,
            ActionId id,
            DomainName name,
            Function<RegisteredDomain, CallOutcome<RegisteredDomain>> registry) {
        return faults.effect(operation, () -> changed(id, name, registry));
    }

    private CallOutcome<RegisteredDomain> changed(
            ActionId id, DomainName name, Function<RegisteredDomain, CallOutcome<RegisteredDomain>> registry) {
        while (true) {
            var found = find(name);
            if (found.isEmpty()) {
                return CallOutcome.refused(DomainRules.domainNotFound());
            }
            var actions = actions(found.get().body());
            var before = domain(found.get().body());
            if (actions.contains(id.value())) {
                return CallOutcome.done(before);
            }
            var outcome = registry.apply(before);
            if (!(outcome instanceof CallOutcome.Done<RegisteredDomain>(var after))) {
                return outcome;
            }
            actions.add(id.value());
            var writes = new ArrayList<>(List.of(found.get().with(json(after, actions))));
            after.onlyAdministrator()
                    .filter(administrator -> administrator.id().equals(made(id)))
                    .ifPresent(administrator -> writes.add(contact(administrator)));
            if (documents.write(writes)) {
                return outcome;
            }
        }
    }

    private Optional<Document> find(DomainName name) {
        return documents.find(Kind.DOMAINS, name.ascii());
    }

    private Optional<Document> findContact(ContactId id) {
        return documents.find(Kind.CONTACTS, id.value());
    }

    /** The contact that an action creates. */
    private static ContactId made(ActionId id) {
        return new ContactId("con-" + id.value());
    }

    static Document contact(Contact contact) {
        return new Document(Kind.CONTACTS, contact.id().value(), RegistrarJson.CONTACT.write(contact), 0);
    }

    private static Contact contact(Obj body) {
        return RegistrarJson.CONTACT.from(body).orThrow();
    }

    static Obj json(RegisteredDomain domain, List<String> actions) {
        return Json.object()
                .putAll(RegistrarJson.DOMAIN.write(domain))
                .put(ACTIONS, Json.array(actions, Json::of))
                .build();
    }

    private static RegisteredDomain domain(Obj body) {
        var members = new LinkedHashMap<>(body.members());
        members.remove(ACTIONS);
        return RegistrarJson.DOMAIN.from(new Obj(members)).orThrow();
    }

    private static List<String> actions(Obj body) {
        return new ArrayList<>(body.get(ACTIONS)
                .map(json -> Read.list(Read.string(), 0, Integer.MAX_VALUE)
                        .from(json)
                        .orThrow())
                .orElse(List.of()));
    }
}
