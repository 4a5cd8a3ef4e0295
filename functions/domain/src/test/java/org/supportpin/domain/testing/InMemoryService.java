package org.supportpin.domain.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.supportpin.domain.customer.Activation;
import org.supportpin.domain.customer.AddressNotices;
import org.supportpin.domain.customer.AddressRegistration;
import org.supportpin.domain.customer.AgentBudgets;
import org.supportpin.domain.customer.AnnouncedCalls;
import org.supportpin.domain.customer.CallEnding;
import org.supportpin.domain.customer.CallHandover;
import org.supportpin.domain.customer.CallerVerification;
import org.supportpin.domain.customer.CurrentPin;
import org.supportpin.domain.customer.DestinationBudgets;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.Ledger;
import org.supportpin.domain.customer.LedgerCommands;
import org.supportpin.domain.customer.LedgerCommands.Performed;
import org.supportpin.domain.customer.Limits;
import org.supportpin.domain.customer.MobileRegistration;
import org.supportpin.domain.customer.Notices;
import org.supportpin.domain.customer.NoticesOnFile;
import org.supportpin.domain.customer.OutboxDelivery;
import org.supportpin.domain.customer.PhoneVerification.Outcome;
import org.supportpin.domain.customer.PinBySms;
import org.supportpin.domain.customer.PolicySetting;
import org.supportpin.domain.customer.SecretSession;
import org.supportpin.domain.customer.Secrets;
import org.supportpin.domain.customer.ServiceActivation;
import org.supportpin.domain.customer.Suspensions;
import org.supportpin.domain.customer.TypedCodes;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.AgentOnCall;
import org.supportpin.domain.identity.CallReference;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.mail.MailRoute;
import org.supportpin.domain.mail.MailSender;
import org.supportpin.domain.message.Messenger;
import org.supportpin.domain.message.SupportPhone;
import org.supportpin.domain.notice.Outbox;
import org.supportpin.domain.notice.QueuedNotice;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.pin.DataKeys;
import org.supportpin.domain.pin.Passcode;
import org.supportpin.domain.pin.PinCounter;

/** One customer, and the use cases over in-memory ports, wired as in the functions. */
public final class InMemoryService {

    public static final PhoneNumber MOBILE = new PhoneNumber("+306912345678");

    public final InMemoryLedger store;
    public final InMemoryDataKeys keys;
    public final MutableClock clock;
    public final RecordingMessenger messenger = new RecordingMessenger();
    public final FakeMails mails = new FakeMails();
    public final CustomerId customer = Samples.newCustomer();
    public final RecordingJournal journal = new RecordingJournal();
    private final AtomicInteger verifications = new AtomicInteger();

    public InMemoryService() {
        this(new InMemoryLedger(), new InMemoryDataKeys(), new MutableClock(Instant.parse("2026-11-22T12:00:00.123Z")));
    }

    /** One more customer of the same service. */
    public InMemoryService(InMemoryLedger store, InMemoryDataKeys keys, MutableClock clock) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
    }

    /** The use cases over these ports: those in memory, or wrappers around them. */
    public final class UseCases {

        private final LedgerCommands commands;
        private final AgentBudgets budgets;
        private final DestinationBudgets destinations;
        private final Secrets secrets;
        private final Messenger sms;
        private final Ledger ledger;
        private final Outbox outbox;
        private final MailSender mails;

        UseCases(
                Ledger ledger,
                AgentBudgets budgets,
                DestinationBudgets destinations,
                DataKeys keys,
                Messenger sms,
                Outbox outbox,
                MailSender mails) {
            this.ledger = ledger;
            this.outbox = outbox;
            this.mails = mails;
            this.commands = new LedgerCommands(ledger, clock);
            this.budgets = budgets;
            this.destinations = destinations;
            this.secrets = new Secrets(keys, "hoster");
            this.sms = sms;
        }

        public CallerVerification callerVerification() {
            return new CallerVerification(commands, budgets, secrets, onFile(), Limits.DEFAULTS, this::newKey);
        }

        public TypedCodes typedCodes() {
            return new TypedCodes(commands, budgets, secrets, Limits.DEFAULTS, this::newKey);
        }

        public CallEnding callEnding() {
            return new CallEnding(commands, onFile());
        }

        public AnnouncedCalls announcedCalls() {
            return new AnnouncedCalls(
                    commands,
                    budgets,
                    destinations,
                    secrets,
                    sms,
                    Limits.DEFAULTS,
                    ZoneId.of("Europe/Athens"),
                    this::newKey);
        }

        public CallHandover callHandover() {
            return new CallHandover(commands, budgets, store, secrets, Limits.DEFAULTS, clock, this::newKey);
        }

        private String newKey() {
            return "%022d".formatted(verifications.incrementAndGet());
        }

        public CurrentPin currentPin() {
            return new CurrentPin(commands, secrets, Limits.DEFAULTS);
        }

        public PinBySms pinBySms() {
            return new PinBySms(
                    commands, budgets, destinations, secrets, sms, Limits.DEFAULTS, ZoneId.of("Europe/Athens"));
        }

        public MobileRegistration mobileRegistration() {
            return new MobileRegistration(commands, destinations, secrets, sms, addressNotices(), Limits.DEFAULTS);
        }

        public PolicySetting policySetting() {
            return new PolicySetting(commands, secrets, addressNotices(), Limits.DEFAULTS);
        }

        public AddressRegistration addressRegistration() {
            return new AddressRegistration(commands, destinations, secrets, addressNotices(), Limits.DEFAULTS);
        }

        private AddressNotices addressNotices() {
            return new AddressNotices(notices(), ZoneId.of("Europe/Athens"), SupportPhone.NONE);
        }

        private NoticesOnFile onFile() {
            return new NoticesOnFile(ZoneId.of("Europe/Athens"), SupportPhone.NONE);
        }

        private Notices notices() {
            return new Notices(outbox, sms, new MailRoute.Direct(mails), clock, journal);
        }

        public OutboxDelivery outboxDelivery() {
            return new OutboxDelivery(outbox, ledger, secrets, notices(), Limits.DEFAULTS, clock);
        }

        public Suspensions suspensions() {
            return new Suspensions(budgets, clock);
        }

        public ServiceActivation serviceActivation() {
            return new ServiceActivation(commands, secrets, onFile(), Limits.DEFAULTS);
        }
    }

    public UseCases useCases() {
        return over(store);
    }

    /** With a wrapper around the ledger in memory. */
    public UseCases over(Ledger ledger) {
        return new UseCases(ledger, store, store, keys, messenger, store, mails);
    }

    /** With a wrapper around the outbox in memory. */
    public UseCases with(Outbox outbox) {
        return new UseCases(store, store, store, keys, messenger, outbox, mails);
    }

    /** With another mail system. */
    public UseCases with(MailSender other) {
        return new UseCases(store, store, store, keys, messenger, store, other);
    }

    /** With other keys. */
    public UseCases over(DataKeys other) {
        return new UseCases(store, store, store, other, messenger, store, mails);
    }

    /** With crash points at every port. */
    public UseCases over(CrashPoints points) {
        return new UseCases(
                points.wrap(Ledger.class, store),
                points.wrap(AgentBudgets.class, store),
                points.wrap(DestinationBudgets.class, store),
                points.wrap(DataKeys.class, keys),
                points.wrap(Messenger.class, messenger),
                points.wrap(Outbox.class, store),
                points.wrap(MailSender.class, mails));
    }

    /** A run of the outbox's schedule. */
    public OutboxDelivery.Report deliver() {
        return useCases().outboxDelivery().run(() -> Duration.ofMinutes(1));
    }

    public SecretSession session() {
        return new Secrets(keys, "hoster").session();
    }

    /** Activates the service for {@link #MOBILE}, as the panel has verified it. What is told of it is not in the outbox any more. */
    public Activation.Outcome activate() {
        var outcome = useCases()
                .serviceActivation()
                .activate(customer, () -> Optional.of(MOBILE), Language.GREEK)
                .outcome();
        queued().forEach(store::remove);
        return outcome;
    }

    /** The customer's notices in the outbox. */
    public List<QueuedNotice> queued() {
        return store.waiting(1000).stream()
                .flatMap(each -> store.find(each.id()).stream())
                .filter(each -> each.customer().equals(customer))
                .toList();
    }

    /** The current PIN, as the panel would show it. */
    public Passcode pin() {
        try (var session = session()) {
            var snapshot = store.read(customer);
            var state = snapshot.state();
            var step = state.phase().step(snapshot.time(clock.instant()));
            return session.pinKey(snapshot)
                    .pin(new PinCounter(step, state.pins().generation()));
        }
    }

    public Passcode wrongPin() {
        var right = pin();
        var other = right.digits().charAt(0) == '9' ? "1" : "9";
        return Passcode.parse(other + right.digits().substring(1)).orThrow();
    }

    public Performed<Outcome> verify(Ledger ledger, Actor.Agent agent, Passcode said) {
        return over(ledger).callerVerification().verify(customer, onCall(agent.id()), said);
    }

    /** An agent in call-1, without a name. */
    public static AgentOnCall onCall(AgentId agent) {
        return new AgentOnCall(agent, null, new CallReference.Said("call-1"));
    }

    /** In the precision of the ledgers. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** How many events of that kind the customer's ledger holds. */
    public long recorded(Class<? extends Event> kind) {
        return store.history(customer, Long.MAX_VALUE, 10_000).stream()
                .filter(each -> kind.isInstance(each.entry().event()))
                .count();
    }
}
