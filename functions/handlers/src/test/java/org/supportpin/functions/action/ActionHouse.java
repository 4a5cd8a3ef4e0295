package org.supportpin.functions.action;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.IdempotencyKey;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.billing.Billing;
import org.supportpin.domain.billing.FakeBilling;
import org.supportpin.domain.billing.FakeOrderMailLog;
import org.supportpin.domain.billing.OrderMailLog;
import org.supportpin.domain.billing.Shop;
import org.supportpin.domain.customer.ActionRules;
import org.supportpin.domain.customer.AddressNotices;
import org.supportpin.domain.customer.AddressRegistration;
import org.supportpin.domain.customer.ConsentBySms;
import org.supportpin.domain.customer.Decision;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.GateRules;
import org.supportpin.domain.customer.GateSettings;
import org.supportpin.domain.customer.Gatekeeper;
import org.supportpin.domain.customer.Ledger;
import org.supportpin.domain.customer.LedgerCommands;
import org.supportpin.domain.customer.Limits;
import org.supportpin.domain.customer.Notices;
import org.supportpin.domain.customer.NoticesOnFile;
import org.supportpin.domain.customer.OutboxDelivery;
import org.supportpin.domain.customer.OutsideNotice;
import org.supportpin.domain.customer.PersonalTexts;
import org.supportpin.domain.customer.Policy.AfterSms;
import org.supportpin.domain.customer.Policy.Rule;
import org.supportpin.domain.customer.Policy.Telephone;
import org.supportpin.domain.customer.Policy.Terms;
import org.supportpin.domain.customer.SecretSession;
import org.supportpin.domain.customer.Secrets;
import org.supportpin.domain.customer.Verification;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.dns.FakeZones;
import org.supportpin.domain.hosting.FakeHosting;
import org.supportpin.domain.hosting.WebHosting;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CallReference;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.identity.SealedText;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.mail.MailRoute;
import org.supportpin.domain.mail.MailSender;
import org.supportpin.domain.message.Messenger;
import org.supportpin.domain.message.SupportPhone;
import org.supportpin.domain.notice.Outbox;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.pin.DataKeys;
import org.supportpin.domain.pin.Passcode;
import org.supportpin.domain.pin.PinCounter;
import org.supportpin.domain.registrar.DelegationProbe;
import org.supportpin.domain.registrar.Domains;
import org.supportpin.domain.registrar.FakeDelegation;
import org.supportpin.domain.registrar.FakeRegistrar;
import org.supportpin.domain.registrar.Registrar;
import org.supportpin.domain.testing.CrashPoints;
import org.supportpin.domain.testing.FakeMails;
import org.supportpin.domain.testing.InMemoryDataKeys;
import org.supportpin.domain.testing.InMemoryLedger;
import org.supportpin.domain.testing.MutableClock;
import org.supportpin.domain.testing.RecordingJournal;
import org.supportpin.domain.testing.RecordingMessenger;
import org.supportpin.domain.testing.Samples;
import org.supportpin.functions.BackOffice;
import org.supportpin.functions.action.ActionPlanner.Asked;
import org.supportpin.functions.action.ActionService.Order;
import org.supportpin.functions.history.Details;
import org.supportpin.functions.http.Log;

/** A verified customer and everything that an action needs, in memory. */
final class ActionHouse {

    private static final NoticesOnFile ON_FILE =
            new NoticesOnFile(ZoneId.of("UTC"), new SupportPhone("+30 210 1234567"));

    static final CustomerId CUSTOMER = new CustomerId("1001");
    static final AgentId AGENT = new AgentId("agent-7");

    /** What the back office's ports change; their other methods read. */
    static final Set<String> CHANGES = Set.of(
            "placeOrder",
            "renew",
            "upgrade",
            "apply",
            "setNameservers",
            "recall",
            "setAdministrator",
            "applySettings",
            "applyFix",
            "send");

    final MutableClock clock = new MutableClock(Instant.parse("2026-11-22T12:00:00Z"));
    final InMemoryLedger store = new InMemoryLedger();
    final InMemoryDataKeys keys = new InMemoryDataKeys();
    final RecordingMessenger sms = new RecordingMessenger();
    final RecordingJournal journal = new RecordingJournal();
    final FakeBilling billing =
            new FakeBilling().put(Shop.BASIC).put(Shop.PRO).put(Shop.service()).put(Shop.order());
    final FakeZones zones = new FakeZones();
    final FakeRegistrar registrar = new FakeRegistrar().with(Domains.usual()).with(Domains.MARIA, Domains.GIORGOS);
    final FakeHosting hosting = new FakeHosting();
    final FakeMails mails = new FakeMails();
    final FakeDelegation delegation = new FakeDelegation();
    final FakeOrderMailLog mailLog = new FakeOrderMailLog();
    /** What a test does to the ledgers and the actions. */
    UnaryOperator<Ledger> aroundLedger = UnaryOperator.identity();

    UnaryOperator<Actions> aroundActions = UnaryOperator.identity();

    /** Whether the mail system needs longer than a request has. */
    boolean isMailForTheOutbox;

    /** What stands before actions. */
    GateSettings gates = GateSettings.NONE;

    /** The newest verification, under which actions are requested. */
    private String call = Samples.KEY;

    /** Whether the next change loses its answer. */
    boolean losesAnswer;

    /** What the functions have logged. */
    final ByteArrayOutputStream log = new ByteArrayOutputStream();

    ActionHouse() {
        this(Language.GREEK);
    }

    /** With a customer who has activated in a language. */
    ActionHouse(Language language) {
        verify(language);
    }

    private void verify(Language language) {
        var commands = new LedgerCommands(store, clock);
        try (var session = new Secrets(keys, "tenant").session()) {
            commands.perform(CUSTOMER, new Actor.Panel(), (snapshot, now) -> {
                var keys = session.activating(snapshot, new PhoneNumber("+306912345678"), now);
                return Decision.record(new Event.Activated(1, 1, true, language), "", keys);
            });
        }
        verify(new PinCounter(1, 0), Verification.PinSource.PANEL);
    }

    private void verify(PinCounter counter, Verification.PinSource source) {
        var agent = new Actor.Agent(AGENT, new CallReference.Said("call-1"));
        var verified =
                new Event.Verified(Samples.KEY, counter, source, clock.instant().plus(Duration.ofMinutes(15)), 1);
        record(agent, verified);
    }

    /** The customer has this notice address, and was told so. */
    void registerAddress(EmailAddress address) {
        var told = new Notices(store, sms, new MailRoute.Direct(mails), clock, journal);
        var registration = new AddressRegistration(
                new LedgerCommands(store, clock),
                store,
                new Secrets(keys, "tenant"),
                new AddressNotices(told, ZoneOffset.UTC, SupportPhone.NONE),
                Limits.DEFAULTS);
        registration.declare(CUSTOMER, address, true);
        deliver();
        var digits =
                Pattern.compile("\\b[0-9]{6}\\b").matcher(mails.sent.getLast().text());
        var code = digits.results().findFirst().orElseThrow().group();
        registration.confirm(CUSTOMER, Passcode.parse(code).orThrow(), true);
        deliver();
        mails.sent.clear();
    }

    void record(Actor actor, Event event) {
        new LedgerCommands(store, clock).<String>perform(CUSTOMER, actor, (_, _) -> Decision.record(event, ""));
    }

    /** The mobile was changed just now, and the caller gave the PIN that was sent to the new one. */
    void verifiedByTheNewMobile() {
        record(new Actor.Panel(), new Event.MobileConfirmed(clock.instant().plus(Duration.ofDays(3))));
        verify(new PinCounter(2, 0), Verification.PinSource.SMS);
    }

    /** Another call, whose caller was verified by this. */
    void verified(PinSource source) {
        var generation = store.read(CUSTOMER).state().pins().generation();
        call = "another-call-%09d".formatted(generation);
        record(
                new Actor.Agent(AGENT, new CallReference.Said("call-2")),
                new Event.Verified(
                        call,
                        new PinCounter(1, generation),
                        source,
                        clock.instant().plus(Duration.ofMinutes(15)),
                        1));
    }

    /** The customer wants to be asked before any of the ten; and a call begins after that. */
    void askedBeforeAll(PinSource source) {
        var rules = Arrays.stream(ActionName.values()).collect(Collectors.toMap(each -> each, _ -> Rule.ASK));
        record(
                new Actor.Panel(),
                new Event.PolicyChanged(Terms.DEFAULT, new Terms(Telephone.OPEN, AfterSms.AS_USUAL, rules)));
        verified(source);
    }

    private VerificationId verificationId() {
        return new VerificationId(CUSTOMER, call);
    }

    /** A text that was sealed for the customer. */
    String read(String label, SealedText text) {
        var ledger = new LedgerCommands(store, clock);
        try (var texts = new PersonalTexts(ledger, new Secrets(keys, "tenant"), CUSTOMER)) {
            return texts.read(label, SealedText.stored(text.keyVersion(), text.bytes()))
                    .orElseThrow();
        }
    }

    /** The changes of the action that ended last, as the customer sees them. */
    Json changesShown() {
        try (var texts = new PersonalTexts(new LedgerCommands(store, clock), new Secrets(keys, "tenant"), CUSTOMER)) {
            return Objects.requireNonNull(
                    new Details(texts).of(newest()).members().get("changes"));
        }
    }

    ActionId id() {
        return ActionId.of(verificationId(), new IdempotencyKey("key"));
    }

    /** One request, in its own process. */
    ActionService.Outcome execute(CrashPoints points, ActionName name, String parameters) {
        return execute(points::wrap, name, parameters);
    }

    ActionService.Outcome execute(Ports points, ActionName name, String parameters) {
        return execute(points, name, parameters, "key");
    }

    ActionService.Outcome execute(Ports points, ActionName name, String parameters, String key) {
        return service(points)
                .execute(new Order(asked(registry(points), AGENT, name, parameters), new IdempotencyKey(key)));
    }

    /** In a process of its own. */
    ActionService service(Ports points) {
        var sealer = sealer(points);
        return new ActionService(
                ledger(points),
                points.wrap(Actions.class, aroundActions.apply(store)),
                planner(points),
                new ActionRules(Limits.DEFAULTS),
                sealer,
                runner(points, registry(points), sealer),
                new ConsentBySms(store, store, secrets(points), points.wrap(Messenger.class, sms), Limits.DEFAULTS),
                ON_FILE,
                clock);
    }

    Secrets secrets(Ports points) {
        return new Secrets(points.wrap(DataKeys.class, keys), "tenant");
    }

    /** The customer's tap, in a process of its own. */
    UndoService.Outcome undo(CustomerId customer, ActionId id, Ports points) {
        var registry = registry(points);
        var sealer = sealer(points);
        return new UndoService(
                        ledger(points),
                        points.wrap(Actions.class, aroundActions.apply(store)),
                        registry,
                        sealer,
                        runner(points, registry, sealer))
                .undo(customer, id);
    }

    /** The same, without any crash. */
    UndoService.Outcome undo(ActionId id) {
        return CrashPoints.none(points -> undo(CUSTOMER, id, points::wrap));
    }

    /** The service is turned off. */
    void deactivate() {
        new LedgerCommands(store, clock)
                .<String>perform(
                        CUSTOMER,
                        new Actor.Panel(),
                        (snapshot, _) ->
                                Decision.record(new Event.Deactivated(1), "", SecretSession.deactivating(snapshot)));
    }

    /** What the action would do, in a process of its own. */
    ActionPlanner.Preview preview(Ports points, AgentId agent, ActionName name, String parameters) {
        return planner(points).preview(asked(registry(points), agent, name, parameters));
    }

    /** The same, asked for by the agent whose call it is. */
    ActionPlanner.Preview preview(ActionName name, String parameters) {
        return CrashPoints.none(points -> preview(points::wrap, AGENT, name, parameters));
    }

    private ActionPlanner planner(Ports points) {
        return new ActionPlanner(
                ledger(points),
                new ActionRules(Limits.DEFAULTS),
                new GateRules(gates, Limits.DEFAULTS),
                sealer(points),
                new OutsideNotice(new Secrets(points.wrap(DataKeys.class, keys), "tenant"), delegation));
    }

    private LedgerCommands ledger(Ports points) {
        return new LedgerCommands(points.wrap(Ledger.class, aroundLedger.apply(store)), clock);
    }

    private ActionSealer sealer(Ports points) {
        return new ActionSealer(new Secrets(points.wrap(DataKeys.class, keys), "tenant"));
    }

    private Asked asked(ActionRegistry registry, AgentId agent, ActionName name, String parameters) {
        var parsed = registry.find(name)
                .parse(JsonText.readOwn(parameters))
                .map(each -> each)
                .orThrow();
        return new Asked(agent, verificationId(), parsed);
    }

    /** The same, without any crash. */
    ActionService.Outcome execute(ActionName name, String parameters) {
        return CrashPoints.none(points -> execute(points, name, parameters));
    }

    Recovery.Report recover() {
        return CrashPoints.none(this::recover);
    }

    /** The ports of a process: as they are, or wrapped. */
    @FunctionalInterface
    interface Ports {
        <T> T wrap(Class<T> port, T real);
    }

    /** One scheduled run of recovery, in its own process. */
    Recovery.Report recover(CrashPoints points) {
        return recover(points::wrap);
    }

    Recovery.Report recover(Ports points) {
        var sealer = new ActionSealer(new Secrets(points.wrap(DataKeys.class, keys), "tenant"));
        var registry = registry(points);
        var runner = runner(points, registry, sealer);
        return new Recovery(points.wrap(Actions.class, aroundActions.apply(store)), registry, runner, clock, log())
                .run();
    }

    Event newest() {
        return store.history(CUSTOMER, Long.MAX_VALUE, 1).getFirst().entry().event();
    }

    /** So many actions have been accepted, under other verifications, and none has ended. */
    void open(int actions) {
        var commands = new LedgerCommands(store, clock);
        for (int i = 0; i < actions; i++) {
            var id = ActionId.of(verificationId(), new IdempotencyKey("open-" + i));
            var accepted = new Event.ActionAccepted(
                    "another", id, ActionName.RENEW_SERVICE, Risk.STANDARD, Samples.HASHES, null);
            commands.<String>perform(CUSTOMER, new Actor.Service(), (_, _) -> Decision.record(accepted, ""));
        }
    }

    Acceptances acceptances() {
        return new Acceptances(new LedgerCommands(store, clock), store, clock, log());
    }

    private Log log() {
        return new Log(new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    /** One scheduled run of the outbox, in its own process. */
    OutboxDelivery.Report deliver() {
        return CrashPoints.none(this::deliver);
    }

    OutboxDelivery.Report deliver(CrashPoints points) {
        var outbox = points.wrap(Outbox.class, store);
        var its = new MailRoute.Direct(points.wrap(MailSender.class, losing(MailSender.class, mails)));
        var notices = new Notices(outbox, points.wrap(Messenger.class, sms), its, clock, journal);
        var secrets = new Secrets(points.wrap(DataKeys.class, keys), "tenant");
        return new OutboxDelivery(outbox, points.wrap(Ledger.class, store), secrets, notices, Limits.DEFAULTS, clock)
                .run(() -> Duration.ofMinutes(15));
    }

    private ActionRunner runner(Ports points, ActionRegistry registry, ActionSealer sealer) {
        return new ActionRunner(
                new LedgerCommands(points.wrap(Ledger.class, aroundLedger.apply(store)), clock),
                points.wrap(Actions.class, aroundActions.apply(store)),
                registry,
                sealer,
                new ActionNotices(
                        new Notices(
                                points.wrap(Outbox.class, store),
                                points.wrap(Messenger.class, sms),
                                registry.backOffice().mail(),
                                clock,
                                journal),
                        ON_FILE,
                        log()),
                new Gatekeeper(Limits.DEFAULTS),
                clock,
                log());
    }

    private ActionRegistry registry(Ports points) {
        var backOffice = new BackOffice(
                points.wrap(Billing.class, losing(Billing.class, billing)),
                points.wrap(DnsZones.class, losing(DnsZones.class, zones)),
                points.wrap(Registrar.class, losing(Registrar.class, registrar)),
                points.wrap(WebHosting.class, losing(WebHosting.class, hosting)),
                isMailForTheOutbox
                        ? new MailRoute.ByOutbox()
                        : new MailRoute.Direct(points.wrap(MailSender.class, losing(MailSender.class, mails))),
                points.wrap(DelegationProbe.class, delegation),
                Shop.ACCOUNT);
        return new ActionRegistry(backOffice, points.wrap(OrderMailLog.class, mailLog), clock, ZoneOffset.UTC);
    }

    private <T> T losing(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                    try {
                        var answer = method.invoke(real, arguments);
                        if (losesAnswer && CHANGES.contains(method.getName())) {
                            losesAnswer = false;
                            return CallOutcome.unknown();
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw Objects.requireNonNull(e.getCause());
                    }
                }));
    }
}
