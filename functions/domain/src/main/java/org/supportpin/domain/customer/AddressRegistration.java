package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.AddressRules.Confirmation;
import org.supportpin.domain.customer.AddressRules.Declaration;
import org.supportpin.domain.customer.AddressRules.Removal;
import org.supportpin.domain.customer.LedgerCommands.Performed;
import org.supportpin.domain.customer.Notices.Prepared;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.message.NoticeMail.About;
import org.supportpin.domain.message.SmsText;
import org.supportpin.domain.notice.Notice;
import org.supportpin.domain.notice.NoticeKind;
import org.supportpin.domain.pin.Passcode;

/**
 * Registers a customer's notice address: it is declared, then confirmed by the code that is mailed to it. Each change is told to the
 * mobile, and to the old and the new address, in the same append.
 */
public final class AddressRegistration {

    private final LedgerCommands commands;
    private final DestinationBudgets destinations;
    private final Secrets secrets;
    private final Notices notices;
    private final AddressNotices mails;
    private final AddressRules rules;

    public AddressRegistration(
            LedgerCommands commands,
            DestinationBudgets destinations,
            Secrets secrets,
            AddressNotices mails,
            Limits limits) {
        this.commands = commands;
        this.destinations = destinations;
        this.secrets = secrets;
        this.notices = mails.notices();
        this.mails = mails;
        this.rules = new AddressRules(limits);
    }

    /**
     * What is known about a customer's notice address.
     *
     * @param confirmed the address on file; null if there is none, or it can no longer be read
     * @param pending the address that awaits confirmation; null if there is none, or it can no longer be read
     */
    public record View(
            AddressState state,
            @Nullable EmailAddress confirmed,
            @Nullable EmailAddress pending) {}

    /** A decision, with what is told of it. */
    private record Telling<O>(O outcome, List<Prepared> told) {}

    /** What is told, numbered as it is collected. */
    private interface Numbered {
        Prepared of(int which);
    }

    /** The customer's notice address. A pending one is shown while its code is accepted. */
    public View view(CustomerId customer) {
        var snapshot = commands.read(customer);
        var state = snapshot.state().noticeAddress();
        try (var session = secrets.session()) {
            var addresses = new SealedAddresses(session, snapshot);
            return new View(
                    state,
                    addresses.find().orElse(null),
                    state.pending(commands.now(snapshot))
                            .flatMap(_ -> addresses.findPending())
                            .orElse(null));
        }
    }

    /** Declares an address. Its code is counted and queued with the entry, and leaves with the outbox's schedule. */
    public Performed<Declaration> declare(CustomerId customer, EmailAddress address, boolean isSignInFresh) {
        try (var session = secrets.session()) {
            return told(commands.perform(customer, new Actor.Panel(), (snapshot, now) -> {
                var addresses = new SealedAddresses(session, snapshot);
                var decided = rules.declare(
                        snapshot.state(),
                        () -> addresses.findPending().filter(address::equals).isPresent(),
                        new SmsBudgets(null, () -> destinations.read(address)),
                        isSignInFresh,
                        () -> addresses.declaring(address),
                        now);
                return decided.outcome() instanceof Declaration.CodeDue(var declaration, var expiresAt)
                        ? with(
                                decided,
                                _ -> mails.code(
                                        address,
                                        session,
                                        snapshot,
                                        session.recordKey(snapshot).addressCode(declaration),
                                        expiresAt,
                                        now))
                        : with(decided);
            }));
        }
    }

    /**
     * The outcome of a code.
     *
     * @param address the address now on file; null if the code was not accepted
     */
    public record Confirmed(
            Confirmation confirmation, @Nullable EmailAddress address) {

        public Optional<EmailAddress> find() {
            return Optional.ofNullable(address);
        }
    }

    /** Checks a code. */
    public Confirmed confirm(CustomerId customer, Passcode code, boolean isSignInFresh) {
        try (var session = secrets.session()) {
            var performed =
                    told(commands.<Telling<Confirmation>>perform(customer, new Actor.Panel(), (snapshot, now) -> {
                        var addresses = new SealedAddresses(session, snapshot);
                        var decided = rules.confirm(
                                snapshot.state(),
                                declaration -> session.recordKey(snapshot)
                                        .addressCode(declaration)
                                        .equals(code),
                                () -> addresses
                                        .find()
                                        .filter(addresses.pending()::equals)
                                        .isPresent(),
                                isSignInFresh,
                                addresses::confirming,
                                now);
                        return decided.outcome() instanceof Confirmation.Confirmed(var _, var replaced)
                                ? with(decided, confirmed(session, snapshot, replaced, now))
                                : with(decided);
                    }));
            var address = performed.outcome() instanceof Confirmation.Confirmed
                    ? new SealedAddresses(session, performed.snapshot()).pending()
                    : null;
            return new Confirmed(performed.outcome(), address);
        }
    }

    private Numbered[] confirmed(SecretSession session, Snapshot snapshot, boolean replaced, Instant now) {
        var addresses = new SealedAddresses(session, snapshot);
        var told = new ArrayList<Numbered>();
        told.add(which -> sms(session, snapshot, which, now));
        told.add(which -> mails.to(
                addresses.pending(),
                session,
                snapshot,
                which,
                NoticeKind.ADDRESS_CHANGED,
                About.ADDRESS_CONFIRMED,
                now));
        if (replaced) {
            addresses
                    .find()
                    .ifPresent(old -> told.add(which -> mails.to(
                            old, session, snapshot, which, NoticeKind.ADDRESS_CHANGED, About.ADDRESS_REPLACED, now)));
        }
        return told.toArray(Numbered[]::new);
    }

    /** Removes the address on file, and any that awaits confirmation. */
    public Removal remove(CustomerId customer, boolean isSignInFresh) {
        try (var session = secrets.session()) {
            return told(commands.<Telling<Removal>>perform(customer, new Actor.Panel(), (snapshot, now) -> {
                        var addresses = new SealedAddresses(session, snapshot);
                        var decided = rules.remove(snapshot.state(), isSignInFresh, addresses::removing);
                        return decided.outcome() instanceof Removal.Removed(var wasConfirmed) && wasConfirmed
                                ? with(decided, removed(session, snapshot, now))
                                : with(decided);
                    }))
                    .outcome();
        }
    }

    private Numbered[] removed(SecretSession session, Snapshot snapshot, Instant now) {
        var told = new ArrayList<Numbered>();
        told.add(which -> sms(session, snapshot, which, now));
        new SealedAddresses(session, snapshot)
                .find()
                .ifPresent(old -> told.add(which -> mails.to(
                        old, session, snapshot, which, NoticeKind.ADDRESS_CHANGED, About.ADDRESS_REMOVED, now)));
        return told.toArray(Numbered[]::new);
    }

    private Prepared sms(SecretSession session, Snapshot snapshot, int which, Instant now) {
        var text = SmsText.addressChanged(snapshot.state().language(), mails.phone());
        var notice = new Notice.BySms(session.mobile(snapshot), text);
        return notices.prepared(session, snapshot, which, NoticeKind.ADDRESS_CHANGED, notice, now);
    }

    private static <O> Decision<Telling<O>> with(Decision<O> decided, Numbered... notices) {
        var told = new ArrayList<Prepared>();
        for (var each : notices) {
            told.add(each.of(told.size() + 1));
        }
        var decision = decided.map(outcome -> new Telling<>(outcome, List.copyOf(told)));
        for (var each : told) {
            decision = decision.and(each.write());
        }
        return decision;
    }

    private <O> Performed<O> told(Performed<Telling<O>> performed) {
        performed.outcome().told().forEach(notices::tell);
        return new Performed<>(performed.outcome().outcome(), performed.snapshot(), performed.after(), performed.at());
    }
}
