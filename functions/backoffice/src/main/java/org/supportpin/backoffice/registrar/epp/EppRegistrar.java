package org.supportpin.backoffice.registrar.epp;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.xml.XmlBuilder;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.AdministratorEdit;
import org.supportpin.domain.registrar.Contact;
import org.supportpin.domain.registrar.ContactId;
import org.supportpin.domain.registrar.DomainRecall;
import org.supportpin.domain.registrar.DomainRules;
import org.supportpin.domain.registrar.Nameserver;
import org.supportpin.domain.registrar.NameserverEdit;
import org.supportpin.domain.registrar.RegisteredDomain;
import org.supportpin.domain.registrar.RegisteredDomain.Status;
import org.supportpin.domain.registrar.Registrar;

/**
 * {@link Registrar} by EPP at the registry of .gr and .ελ. A command takes no idempotency key; what became of one whose answer was
 * lost, the domain tells. Each change is one {@code domain:update} or {@code domain:delete}; hosts and contacts that it needs are made
 * before, and a second try finds them there.
 */
public final class EppRegistrar implements Registrar {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LONGEST_CONTACT_ID = 16;

    private final EppSettings settings;
    private final EppSession session;
    private final EppDomains domains;

    /**
     * @param clock by which the session is idle, and a registration new
     */
    public EppRegistrar(EppSettings settings, SecretStore secrets, Clock clock, Timeouts patience) {
        this.settings = settings;
        this.session = new EppSession(settings, secrets, clock, patience);
        this.domains = new EppDomains(settings, new EppQueries(session), clock);
    }

    @Override
    public Optional<RegisteredDomain> domain(DomainName name) {
        return domains.find(name).map(EppDomains.Found::domain);
    }

    @Override
    public Optional<Contact> contact(ContactId id) {
        return domains.customerContact(id);
    }

    @Override
    public CallOutcome<RegisteredDomain> setNameservers(ActionId id, NameserverEdit change) {
        return onFound(change.domain(), found -> {
            var now = found.domain();
            if (!change.isAbsentFrom(now)) {
                return change.isPresentIn(now)
                        ? CallOutcome.done(now)
                        : CallOutcome.refused(DomainRules.domainChanged());
            }
            var before = now.nameservers().servers();
            var after = change.after().servers();
            for (var server : without(after, before)) {
                var failure = failure(EppCommands.newHost(server), EppRegistrar::isMade);
                if (failure.isPresent()) {
                    return failure.get();
                }
            }
            return hostsChanged(change.domain(), before, after, () -> shown(change.domain(), change::isPresentIn));
        });
    }

    private CallOutcome<RegisteredDomain> hostsChanged(
            DomainName domain,
            List<Nameserver> before,
            List<Nameserver> after,
            Supplier<CallOutcome<RegisteredDomain>> shown) {
        var added = without(after, before).stream().map(Nameserver::host).toList();
        var removed = without(before, after).stream().map(Nameserver::host).toList();
        var isFirst = true;
        if (!added.isEmpty() || !removed.isEmpty()) {
            var failure = failure(EppCommands.nameservers(domain, added, removed), EppRegistrar::isChanged);
            if (failure.isPresent()) {
                return failure.get();
            }
            isFirst = false;
        }
        for (var server : after) {
            var old = before.stream()
                    .filter(each -> each.host().equals(server.host()))
                    .findFirst();
            if (old.isPresent()) {
                var failure = glue(server, old.get().addresses());
                if (failure.isPresent()) {
                    // After the first command a part is done, and only the registry can tell which.
                    return isFirst ? failure.get() : CallOutcome.unknown();
                }
                isFirst = false;
            }
        }
        return shown.get();
    }

    private Optional<CallOutcome<RegisteredDomain>> glue(Nameserver server, List<IpAddress> before) {
        var added = server.addresses().stream()
                .filter(each -> !before.contains(each))
                .toList();
        var removed = before.stream()
                .filter(each -> !server.addresses().contains(each))
                .toList();
        return added.isEmpty() && removed.isEmpty()
                ? Optional.empty()
                : failure(EppCommands.glue(server.host(), added, removed), EppRegistrar::isChanged);
    }

    private static List<Nameserver> without(List<Nameserver> servers, List<Nameserver> others) {
        return servers.stream()
                .filter(server ->
                        others.stream().noneMatch(other -> other.host().equals(server.host())))
                .toList();
    }

    @Override
    public CallOutcome<RegisteredDomain> recall(ActionId id, DomainRecall recall) {
        return onFound(recall.domain(), found -> {
            if (!recall.isOf(found.domain())) {
                return CallOutcome.refused(DomainRules.domainChanged());
            }
            var protocol = found.protocol();
            if (protocol.isEmpty()) {
                return CallOutcome.notDone();
            }
            return switch (session.send(EppCommands.recall(recall.domain(), protocol.get()))) {
                case EppSession.Outcome.NotSent() -> CallOutcome.notDone();
                case EppSession.Outcome.Lost() -> CallOutcome.unknown();
                case EppSession.Outcome.Answer(var answer) -> {
                    if (answer.code() == EppAnswer.DONE) {
                        yield CallOutcome.done(found.domain().with(Status.RECALLED));
                    }
                    yield answer.isRefusal() ? CallOutcome.refused(answer.refusal()) : CallOutcome.unknown();
                }
            };
        });
    }

    @Override
    public CallOutcome<RegisteredDomain> setAdministrator(ActionId id, AdministratorEdit change) {
        return onFound(change.domain(), found -> {
            var now = found.domain();
            if (change.isPresentIn(now)) {
                return CallOutcome.done(now);
            }
            if (!change.isAbsentFrom(now)) {
                return CallOutcome.refused(DomainRules.domainChanged());
            }
            var contact = change.contact();
            if (contact == null) {
                contact = newContactId(id);
                var create = EppCommands.newContact(contact, change.after(), settings.address(), newKey());
                var failure = failure(create, EppRegistrar::isMade);
                if (failure.isPresent()) {
                    // A contact alone changes nothing for anybody, and the next try finds it.
                    return failure.get() instanceof CallOutcome.Refused<RegisteredDomain> refused
                            ? refused
                            : CallOutcome.notDone();
                }
            }
            return failure(
                            EppCommands.administrator(
                                    change.domain(), contact, change.before().id()),
                            EppRegistrar::isChanged)
                    .orElseGet(() -> shown(change.domain(), change::isPresentIn));
        });
    }

    /** The same for the same action: a second try finds the contact that the first one made. */
    private ContactId newContactId(ActionId id) {
        var digits = Hash.of(id.value().getBytes(StandardCharsets.UTF_8)).hex();
        return new ContactId((settings.contactPrefix() + digits).substring(0, LONGEST_CONTACT_ID));
    }

    private static String newKey() {
        var bytes = new byte[12];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * What a command did not do; empty where it did.
     *
     * @param isFine the result codes that say so
     */
    private Optional<CallOutcome<RegisteredDomain>> failure(Consumer<XmlBuilder> command, IntPredicate isFine) {
        return switch (session.send(command)) {
            case EppSession.Outcome.NotSent() -> Optional.of(CallOutcome.notDone());
            case EppSession.Outcome.Lost() -> Optional.of(CallOutcome.unknown());
            case EppSession.Outcome.Answer(var answer) -> {
                if (isFine.test(answer.code())) {
                    yield Optional.empty();
                }
                yield Optional.of(answer.isRefusal() ? CallOutcome.refused(answer.refusal()) : CallOutcome.unknown());
            }
        };
    }

    private static boolean isChanged(int code) {
        return code == EppAnswer.DONE;
    }

    /** What is made for an action may be there from an earlier try of it. */
    private static boolean isMade(int code) {
        return code == EppAnswer.DONE || code == EppAnswer.OBJECT_EXISTS;
    }

    /** The registry has said yes; the domain must show it too. */
    private CallOutcome<RegisteredDomain> shown(DomainName name, Predicate<RegisteredDomain> isPresent) {
        try {
            return domain(name).filter(isPresent).map(CallOutcome::done).orElseGet(CallOutcome::unknown);
        } catch (BackOfficeUnavailable e) {
            return CallOutcome.unknown();
        }
    }

    private CallOutcome<RegisteredDomain> onFound(
            DomainName name, Function<EppDomains.Found, CallOutcome<RegisteredDomain>> change) {
        Optional<EppDomains.Found> found;
        try {
            found = domains.find(name);
        } catch (BackOfficeUnavailable e) {
            return CallOutcome.notDone();
        }
        return found.map(change).orElseGet(() -> CallOutcome.refused(DomainRules.domainNotFound()));
    }
}
