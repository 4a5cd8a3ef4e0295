package org.supportpin.domain.registrar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.name.DomainName;

/** A registrar in memory that can be made to fail. It does not know action IDs; most registries do not. */
public final class FakeRegistrar implements Registrar {

    private final Map<DomainName, RegisteredDomain> domains = new HashMap<>();
    private final Map<ContactId, Contact> contacts = new HashMap<>();
    public final List<ActionId> calls = new ArrayList<>();
    public boolean isDown;

    /** The answer to the next call; null for the normal one. */
    public @Nullable CallOutcome<RegisteredDomain> instead;

    /** Whether the next call does something, whatever it answers. */
    public boolean acts = true;

    public FakeRegistrar with(RegisteredDomain... all) {
        for (var domain : all) {
            domains.put(domain.name(), domain);
        }
        return this;
    }

    public FakeRegistrar with(Contact... all) {
        for (var contact : all) {
            contacts.put(contact.id(), contact);
        }
        return this;
    }

    public void forget(ContactId id) {
        contacts.remove(id);
    }

    public RegisteredDomain now(String name) {
        return Optional.ofNullable(domains.get(new DomainName(name))).orElseThrow();
    }

    public void forget(String name) {
        domains.remove(new DomainName(name));
    }

    @Override
    public Optional<RegisteredDomain> domain(DomainName name) {
        if (isDown) {
            throw new BackOfficeUnavailable("registrar.domain");
        }
        return Optional.ofNullable(domains.get(name));
    }

    @Override
    public CallOutcome<RegisteredDomain> setNameservers(ActionId id, NameserverEdit edit) {
        return put(id, now(edit.domain().ascii()).with(edit.after()));
    }

    @Override
    public CallOutcome<RegisteredDomain> recall(ActionId id, DomainRecall recall) {
        return put(id, now(recall.domain().ascii()).with(RegisteredDomain.Status.RECALLED));
    }

    @Override
    public Optional<Contact> contact(ContactId id) {
        if (isDown) {
            throw new BackOfficeUnavailable("registrar.contact");
        }
        return Optional.ofNullable(contacts.get(id));
    }

    @Override
    public CallOutcome<RegisteredDomain> setAdministrator(ActionId id, AdministratorEdit edit) {
        var contact = edit.contact();
        var domain = now(edit.domain().ascii());
        var next = contact == null
                ? new Contact(new ContactId("con-new"), domain.customer(), null, edit.after())
                : contact(contact).orElseThrow();
        return put(id, domain.withAdministrator(next));
    }

    private CallOutcome<RegisteredDomain> put(ActionId id, RegisteredDomain after) {
        calls.add(id);
        if (acts) {
            with(after);
        }
        return instead == null ? CallOutcome.done(after) : instead;
    }
}
