package org.supportpin.backoffice.registrar.epp;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.xml.Elements;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.registrar.Contact;
import org.supportpin.domain.registrar.ContactDetails;
import org.supportpin.domain.registrar.ContactId;
import org.supportpin.domain.registrar.Nameserver;
import org.supportpin.domain.registrar.Nameservers;
import org.supportpin.domain.registrar.PersonName;
import org.supportpin.domain.registrar.RecallRules;
import org.supportpin.domain.registrar.RegisteredDomain;
import org.supportpin.domain.registrar.RegisteredDomain.Status;
import org.supportpin.domain.registrar.RegisteredDomain.Submission;
import org.w3c.dom.Element;

/** Reads the registry's data as the domain's types. An answer that makes no sense counts as none. */
record EppDomains(EppSettings settings, EppQueries read, Clock clock) {

    private static final String BEING_CHANGED = "pendingUpdate";
    private static final String BEING_DELETED = "pendingDelete";
    private static final Set<String> LOCKS = Set.of(
            "clientUpdateProhibited",
            "serverUpdateProhibited",
            "regulatorUpdateProhibited",
            BEING_DELETED,
            "pendingTransfer",
            "regulatorHold");
    private static final String DELEGATION_LOCK = "regulatorDelegationChangeProhibited";
    private static final Set<String> UNDECIDED = Set.of("pendingCreate", "pendingRegulatorApproval");

    /** How long a recall may be requested, and recovery may look for one. */
    private static final Duration RECALLS = RecallRules.WINDOW.plusDays(1);

    /**
     * A domain at the registry.
     *
     * @param name the form under which the registry keeps it, which commands must use
     * @param protocol the number of its application; null if the registry gives none
     */
    record Found(
            RegisteredDomain domain, String name, @Nullable String protocol) {}

    Optional<Found> find(DomainName name) {
        return EppNames.isOfRegistry(name)
                ? read.domain(EppNames.spelled(name)).flatMap(answer -> found(name, answer))
                : Optional.empty();
    }

    /**
     * @throws BackOfficeUnavailable also while the registry is deciding on an update or a recall
     */
    private Optional<Found> found(DomainName name, EppAnswer answer) {
        var data = EppQueries.data(answer, Eppns.DOMAIN);
        try {
            var statuses = statuses(answer);
            var registered = required(data, "name");
            if (!isAnswerFor(name, registered, answer)) {
                if (EppNames.isForm(registered, name)) {
                    return Optional.empty();
                }
                throw new BackOfficeUnavailable("registrar.domain");
            }
            if (isUndecided(statuses, data)) {
                throw new BackOfficeUnavailable("registrar.domain");
            }
            var owner = new ContactId(required(data, "registrant"));
            return settings.customer(owner).map(account -> {
                var domain = new RegisteredDomain(
                        name,
                        account,
                        new Contact(owner, account, account, null),
                        administrators(data, account),
                        nameservers(name, data),
                        status(statuses),
                        submission(data),
                        instant(required(data, "exDate")),
                        EppSigning.of(answer).orElse(null));
                return new Found(domain, registered, protocol(answer).orElse(null));
            });
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BackOfficeUnavailable("registrar.domain", e);
        }
    }

    /** A domain has one registration in several forms of its name: the registry answers with one, and lists the active ones. */
    private static boolean isAnswerFor(DomainName name, String registered, EppAnswer answer) {
        return Stream.concat(
                        Stream.of(registered),
                        EppAnswer.descendants(answer.response(), Eppns.EXT_DOMAIN, "bundleName").stream()
                                .map(Elements::text))
                .anyMatch(form -> EppNames.isSpelled(form, name));
    }

    /** A new registration that is being deleted is being recalled; an old one is locked for the weeks until it is gone. */
    private boolean isUndecided(Set<String> statuses, Element data) {
        if (statuses.contains(BEING_CHANGED)) {
            return true;
        }
        var submission = submission(data);
        return statuses.contains(BEING_DELETED)
                && submission.kind() == Submission.Kind.FIRST_REGISTRATION
                && clock.instant().isBefore(submission.at().plus(RECALLS));
    }

    private static Set<String> statuses(EppAnswer answer) {
        return Stream.of(Eppns.DOMAIN, Eppns.EXT_DOMAIN)
                .flatMap(namespace -> EppAnswer.descendants(answer.response(), namespace, "status").stream())
                .map(status -> status.getAttribute("s"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A contact that is a customer. No other may be named. */
    Optional<Contact> customerContact(ContactId id) {
        return settings.customer(id)
                .flatMap(customer -> read.contact(id.value()).map(data -> made(id, customer, data)));
    }

    /** A transferred domain may have several, or none; the details matter only where there is one. */
    private List<Contact> administrators(Element data, CustomerId account) {
        var ids = Elements.children(data, Eppns.DOMAIN, "contact").stream()
                .filter(each -> each.getAttribute("type").equals("admin"))
                .map(each -> new ContactId(Elements.text(each)))
                .toList();
        return ids.stream()
                .map(id -> made(
                        id, account, ids.size() == 1 ? read.contact(id.value()).orElse(null) : null))
                .toList();
    }

    /**
     * @param data null if the registry does not show it: another registrar's contact, or not asked for
     */
    private Contact made(ContactId id, CustomerId account, @Nullable Element data) {
        var person = settings.customer(id);
        return new Contact(
                id,
                person.orElse(account),
                person.orElse(null),
                data == null ? null : details(data).orElse(null));
    }

    /** Empty if a part is missing, or is not what mail or SMS could be sent to. */
    private static Optional<ContactDetails> details(Element data) {
        var names = Elements.children(data, Eppns.CONTACT, "postalInfo").stream()
                .sorted((one, other) -> other.getAttribute("type").compareTo(one.getAttribute("type")))
                .flatMap(each -> Elements.child(each, Eppns.CONTACT, "name").stream())
                .map(Elements::text)
                .findFirst()
                .flatMap(text -> PersonName.parse(text).asOptional());
        var emails = Elements.child(data, Eppns.CONTACT, "email")
                .flatMap(each -> EmailAddress.parse(Elements.text(each)).asOptional());
        var phones = Elements.child(data, Eppns.CONTACT, "voice").flatMap(EppDomains::phone);
        return names.flatMap(
                name -> emails.flatMap(email -> phones.map(phone -> new ContactDetails(name, email, phone))));
    }

    private static Optional<PhoneNumber> phone(Element voice) {
        try {
            return Optional.of(new PhoneNumber(Elements.text(voice).replace(".", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Nameservers nameservers(DomainName name, Element data) {
        var servers = new ArrayList<Nameserver>();
        for (var host : Elements.child(data, Eppns.DOMAIN, "ns")
                .map(ns -> Elements.children(ns, Eppns.DOMAIN, "hostObj"))
                .orElse(List.of())) {
            var hostname = DomainName.parse(Elements.text(host)).orThrow();
            servers.add(new Nameserver(hostname, hostname.isWithin(name) ? glue(Elements.text(host)) : List.of()));
        }
        return new Nameservers(servers);
    }

    private List<IpAddress> glue(String host) {
        var data = read.host(host).orElseThrow(() -> new BackOfficeUnavailable("registrar.domain"));
        return Elements.children(data, Eppns.HOST, "addr").stream()
                .map(address -> IpAddress.parse(Elements.text(address)).orThrow())
                .toList();
    }

    private static Status status(Set<String> statuses) {
        if (statuses.stream().anyMatch(LOCKS::contains)) {
            return Status.LOCKED;
        }
        if (statuses.stream().anyMatch(UNDECIDED::contains)) {
            return Status.PENDING;
        }
        return statuses.contains(DELEGATION_LOCK) ? Status.DELEGATION_LOCKED : Status.ACTIVE;
    }

    /** The registry gives the dates of creation and transfer; a renewal changes neither. */
    private static Submission submission(Element data) {
        var transferred = Elements.child(data, Eppns.DOMAIN, "trDate").map(Elements::text);
        return transferred
                .map(at -> new Submission(Submission.Kind.TRANSFER, instant(at)))
                .orElseGet(() -> new Submission(Submission.Kind.FIRST_REGISTRATION, instant(required(data, "crDate"))));
    }

    private static Optional<String> protocol(EppAnswer answer) {
        return EppAnswer.descendants(answer.response(), Eppns.EXT_DOMAIN, "protocol").stream()
                .map(Elements::text)
                .filter(each -> each.matches("[0-9A-Za-z/-]{1,64}"))
                .findFirst();
    }

    private static String required(Element data, String name) {
        return text(data, Eppns.DOMAIN, name);
    }

    private static String text(Element data, String namespace, String name) {
        @Nullable Element found = Elements.child(data, namespace, name).orElse(null);
        if (found == null) {
            throw new BackOfficeUnavailable("registrar");
        }
        return Elements.text(found);
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
