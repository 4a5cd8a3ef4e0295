package org.supportpin.backoffice.registrar.epp;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.supportpin.backoffice.http.Reply.Answered;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.xml.XmlBuilder;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.dns.IpAddress;
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
 * {@link Registrar} by EPP at the registry of .gr and .ελ. EPP has no idempotency key; if an answer is lost, the domain shows what
 * happened. Each change is one {@code domain:update} or {@code domain:delete}; hosts and contacts that it needs are created before, and
 * are found there by a second attempt.
 */
public final class EppRegistrar implements Registrar {

    private final EppSettings settings;
    private final EppSession session;
    private final EppDomains domains;

    /**
     * @param clock that decides whether the session is idle and a registration new
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
            return hostsChanged(found.name(), before, after, () -> shown(change.domain(), change::isPresentIn));
        });
    }

    private CallOutcome<RegisteredDomain> hostsChanged(
            String domain,
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
                    // After the first command a part is done, and only the registry knows which.
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
            return protocol == null
                    ? CallOutcome.notDone()
                    : failure(EppCommands.recall(found.name(), protocol), EppRegistrar::isChanged)
                            .orElseGet(() -> CallOutcome.done(found.domain().with(Status.RECALLED)));
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
                contact = settings.newContact(id);
                var create = EppCommands.newContact(contact, change.after(), settings.address());
                var failure = failure(create, EppRegistrar::isMade);
                if (failure.isPresent()) {
                    // A contact alone changes nothing, and the next attempt finds it.
                    return failure.get() instanceof CallOutcome.Refused<RegisteredDomain> refused
                            ? refused
                            : CallOutcome.notDone();
                }
            }
            return failure(
                            EppCommands.administrator(
                                    found.name(), contact, change.before().id()),
                            EppRegistrar::isChanged)
                    .orElseGet(() -> shown(change.domain(), change::isPresentIn));
        });
    }

    /**
     * Why a command failed; empty if it succeeded.
     *
     * @param isSuccess the result codes of success
     */
    private Optional<CallOutcome<RegisteredDomain>> failure(Consumer<XmlBuilder> command, IntPredicate isSuccess) {
        var reply = session.send(command);
        return reply instanceof Answered<EppAnswer>(var success) && isSuccess.test(success.code())
                ? Optional.empty()
                : Optional.of(reply.outcome(
                        answer -> answer.isRefusal() ? CallOutcome.refused(answer.refusal()) : CallOutcome.unknown()));
    }

    private static boolean isChanged(int code) {
        return code == EppAnswer.DONE;
    }

    /** An object for an action may exist from an earlier attempt. */
    private static boolean isMade(int code) {
        return code == EppAnswer.DONE || code == EppAnswer.OBJECT_EXISTS;
    }

    /** The registry accepted a change, so the domain must show it. */
    private CallOutcome<RegisteredDomain> shown(DomainName name, Predicate<RegisteredDomain> isPresent) {
        return CallOutcome.ofReadingBack(
                () -> domain(name).filter(isPresent).map(CallOutcome::done).orElseGet(CallOutcome::unknown));
    }

    private CallOutcome<RegisteredDomain> onFound(
            DomainName name, Function<EppDomains.Found, CallOutcome<RegisteredDomain>> change) {
        return CallOutcome.ofCallOnFacts(() ->
                domains.find(name).map(change).orElseGet(() -> CallOutcome.refused(DomainRules.domainNotFound())));
    }
}
