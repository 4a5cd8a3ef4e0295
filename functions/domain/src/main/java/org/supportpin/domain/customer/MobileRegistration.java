package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.Mobiles.Confirmation;
import org.supportpin.domain.customer.Mobiles.Declaration;
import org.supportpin.domain.customer.Mobiles.Numbers;
import org.supportpin.domain.customer.Notices.Prepared;
import org.supportpin.domain.customer.SmsBudgets.Whose;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.message.Handover;
import org.supportpin.domain.message.Messenger;
import org.supportpin.domain.message.NoticeMail.About;
import org.supportpin.domain.message.SmsText;
import org.supportpin.domain.notice.Notice;
import org.supportpin.domain.notice.NoticeKind;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.pin.Passcode;

/** Registers a customer's mobile: it is declared, then confirmed by the code that is sent to it. */
public final class MobileRegistration {

    private final LedgerCommands commands;
    private final DestinationBudgets destinations;
    private final Secrets secrets;
    private final Messenger messenger;
    private final Notices notices;
    private final AddressNotices mails;
    private final Mobiles rules;

    public MobileRegistration(
            LedgerCommands commands,
            DestinationBudgets destinations,
            Secrets secrets,
            Messenger messenger,
            AddressNotices mails,
            Limits limits) {
        this.commands = commands;
        this.destinations = destinations;
        this.secrets = secrets;
        this.messenger = messenger;
        this.notices = mails.notices();
        this.mails = mails;
        this.rules = new Mobiles(limits);
    }

    /** The outcome of a declaration. */
    public sealed interface Declared {

        /**
         * A code was counted and handed over.
         *
         * @param nextAt when the same number may get another, whatever became of this one
         * @param at the ledger's time
         */
        record CodeSent(Instant expiresAt, Handover handover, Instant nextAt, Instant at) implements Declared {}

        /** Too many codes were sent to the customer, or too many SMS to the number. */
        record TooSoon(Instant until, Whose whose, Instant at) implements Declared {}
    }

    /**
     * Declares a mobile and sends it a code. The code is counted first, so that a crash in between can lose a message but never
     * exceed a limit.
     *
     * @param claimed the mobile that the panel has verified; kept, sealed, for the confirmation
     * @param language the customer's language from now on; null to keep the current one
     */
    public Declared declare(
            CustomerId customer,
            PhoneNumber number,
            Supplier<Optional<PhoneNumber>> claimed,
            @Nullable Language language) {
        try (var session = secrets.session()) {
            var performed = commands.<Declaration>perform(
                    customer,
                    new Actor.Panel(),
                    (snapshot, now) -> rules.declare(
                            snapshot.state(),
                            () -> isPending(session, snapshot, number),
                            new SmsBudgets(null, () -> destinations.read(number)),
                            language == null ? snapshot.state().language() : language,
                            () -> session.declaring(
                                    snapshot, number, claimed.get().orElse(null), now),
                            now));
            return switch (performed.outcome()) {
                case Declaration.TooSoon(var until, var whose) -> new Declared.TooSoon(until, whose, performed.at());
                case Declaration.CodeDue(var declaration, var expiresAt) -> {
                    var code = session.declared().confirmationCode(declaration);
                    var handover = messenger.send(
                            number, SmsText.confirmation(performed.state().language(), code));
                    yield new Declared.CodeSent(
                            expiresAt, handover, rules.nextCodeAt(performed.state(), performed.at()), performed.at());
                }
            };
        }
    }

    /**
     * The outcome of a code.
     *
     * @param mobile the number now on file; null if the code was not accepted
     */
    public record Confirmed(
            Confirmation confirmation, @Nullable PhoneNumber mobile) {

        public Optional<PhoneNumber> number() {
            return Optional.ofNullable(mobile);
        }
    }

    /** A decision on a code, with the notices to the numbers that the mobile replaces. */
    private record Confirming(Confirmation confirmation, List<Prepared> told) {}

    /**
     * Checks a code. If the mobile replaces another number, that number is told by SMS, at once or later, unless it can no longer
     * be read.
     *
     * @param claimed the mobile that the panel has verified; evaluated only if the code is right
     */
    public Confirmed confirm(CustomerId customer, Passcode code, Supplier<Optional<PhoneNumber>> claimed) {
        try (var session = secrets.session()) {
            var performed = commands.<Confirming>perform(customer, new Actor.Panel(), (snapshot, now) -> {
                var decided = rules.confirm(
                        snapshot.state(),
                        declaration -> session.recordKey(snapshot)
                                .confirmationCode(declaration)
                                .equals(code),
                        () -> numbers(session, snapshot, claimed),
                        () -> session.confirming(snapshot),
                        now);
                var told = told(session, snapshot, decided.outcome(), now);
                var decision = decided.map(confirmation -> new Confirming(confirmation, told));
                for (var each : told) {
                    decision = decision.and(each.write());
                }
                return decision;
            });
            var outcome = performed.outcome();
            outcome.told().forEach(notices::tell);
            return new Confirmed(
                    outcome.confirmation(),
                    outcome.confirmation() instanceof Confirmation.Confirmed
                            ? session.pendingMobile(performed.snapshot())
                            : null);
        }
    }

    /** The notices to the numbers that the mobile has replaced, and to the notice address. */
    private List<Prepared> told(SecretSession session, Snapshot snapshot, Confirmation confirmation, Instant now) {
        if (!(confirmation instanceof Confirmation.Confirmed(var _, var replaced))) {
            return List.of();
        }
        var text = SmsText.mobileReplaced(snapshot.state().language(), mails.phone());
        var told = new ArrayList<Prepared>();
        for (var number : replaced) {
            var notice = new Notice.BySms(number, text);
            told.add(notices.prepared(session, snapshot, told.size() + 1, NoticeKind.MOBILE_REPLACED, notice, now));
        }
        if (!replaced.isEmpty()) {
            mails.toAddressOnFile(
                            session, snapshot, told.size() + 1, NoticeKind.MOBILE_REPLACED, About.MOBILE_CHANGED, now)
                    .ifPresent(told::add);
        }
        return told;
    }

    private static Numbers numbers(SecretSession session, Snapshot snapshot, Supplier<Optional<PhoneNumber>> claimed) {
        return new Numbers(
                session.pendingMobile(snapshot),
                snapshot.state().mobile().confirmed() == null
                        ? null
                        : session.findMobile(snapshot).orElse(null),
                Stream.concat(session.pendingClaim(snapshot).stream(), claimed.get().stream())
                        .collect(Collectors.toSet()));
    }

    private static boolean isPending(SecretSession session, Snapshot snapshot, PhoneNumber number) {
        return session.findPendingMobile(snapshot).filter(number::equals).isPresent();
    }
}
