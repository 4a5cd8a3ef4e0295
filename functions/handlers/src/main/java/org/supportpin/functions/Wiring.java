package org.supportpin.functions;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.audit.AuditStore;
import org.supportpin.domain.audit.RotationReports;
import org.supportpin.domain.billing.OrderMailLog;
import org.supportpin.domain.customer.AgentBudgets;
import org.supportpin.domain.customer.ConsentBySms;
import org.supportpin.domain.customer.CurrentPin;
import org.supportpin.domain.customer.DestinationBudgets;
import org.supportpin.domain.customer.GateRules;
import org.supportpin.domain.customer.Ledger;
import org.supportpin.domain.customer.LedgerCommands;
import org.supportpin.domain.customer.Notices;
import org.supportpin.domain.customer.NoticesOnFile;
import org.supportpin.domain.customer.OutboxDelivery;
import org.supportpin.domain.customer.PersonalTexts;
import org.supportpin.domain.customer.PinBySms;
import org.supportpin.domain.customer.Rewrapping;
import org.supportpin.domain.customer.Secrets;
import org.supportpin.domain.customer.ServiceActivation;
import org.supportpin.domain.customer.Suspensions;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.mail.MailRoute;
import org.supportpin.domain.message.Messenger;
import org.supportpin.domain.notice.Outbox;
import org.supportpin.functions.aws.AwsClients;
import org.supportpin.functions.aws.AwsConnectorContext;
import org.supportpin.functions.aws.DynamoActions;
import org.supportpin.functions.aws.DynamoAgentBudgets;
import org.supportpin.functions.aws.DynamoAuditStore;
import org.supportpin.functions.aws.DynamoDestinationBudgets;
import org.supportpin.functions.aws.DynamoLedger;
import org.supportpin.functions.aws.DynamoOrderMailLog;
import org.supportpin.functions.aws.DynamoOutbox;
import org.supportpin.functions.aws.DynamoRotationReports;
import org.supportpin.functions.aws.DynamoStoredSecrets;
import org.supportpin.functions.aws.KmsDataKeys;
import org.supportpin.functions.aws.SnsMessenger;
import org.supportpin.functions.http.Api;
import org.supportpin.functions.http.Callers;
import org.supportpin.functions.http.Log;
import org.supportpin.functions.settings.InvalidSettings;
import org.supportpin.functions.settings.Settings;
import org.supportpin.functions.snapshot.Ids;
import org.supportpin.functions.snapshot.NameCache;
import org.supportpin.functions.snapshot.Priming;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** The one place that puts a function's parts together. Creating it opens no connection and makes no call. */
public final class Wiring {

    private final Settings settings;
    private final Clock clock;
    private final Log log;
    private final AwsClients clients;
    private final Ids ids;
    private final @Nullable Priming priming;

    Wiring(Settings settings, Clock clock, Log log, AwsClients clients, Ids ids, @Nullable Priming priming) {
        this.settings = settings;
        this.clock = clock;
        this.log = log;
        this.clients = clients;
        this.ids = ids;
        this.priming = priming;
    }

    /** As in AWS: from the process's environment, with the system's clock. */
    public static Wiring fromEnvironment() {
        NameCache.shorten();
        return of(System.getenv(), Clock.systemUTC(), new Log(System.out), List.of());
    }

    /**
     * Wires a function.
     *
     * @param environment as Lambda provides it
     * @param interceptors called around each call of the SDK
     * @throws InvalidSettings naming every fault of the environment
     */
    public static Wiring of(
            Map<String, String> environment, Clock clock, Log log, List<ExecutionInterceptor> interceptors) {
        return new Wiring(
                Settings.from(environment),
                clock,
                log,
                new AwsClients(environment, interceptors),
                new Ids(new SecureRandom()),
                null);
    }

    /** The snapshot hook, which only a wiring by {@link SnapStart} has. */
    public Priming priming() {
        if (priming == null) {
            throw new IllegalStateException("this function does not rehearse");
        }
        return priming;
    }

    public Settings settings() {
        return settings;
    }

    public Clock clock() {
        return clock;
    }

    public Log log() {
        return log;
    }

    /** Tokens are always judged by real time, as API Gateway does, also where the service runs by another clock. */
    public Api api() {
        return new Api(
                new Callers(
                        settings.identityProviders().panel(),
                        settings.identityProviders().agents(),
                        settings.sms().numbers(),
                        Clock.systemUTC()),
                log,
                clock);
    }

    public LedgerCommands ledgerCommands() {
        return new LedgerCommands(ledger(), clock);
    }

    public Ledger ledger() {
        return new DynamoLedger(
                clients.dynamoDb(),
                settings.storage().table(),
                settings.storage().retention());
    }

    public AgentBudgets agentBudgets() {
        return new DynamoAgentBudgets(clients.dynamoDb(), settings.storage().table());
    }

    public DestinationBudgets destinationBudgets() {
        return new DynamoDestinationBudgets(
                clients.dynamoDb(),
                settings.storage().table(),
                clients.kms(),
                settings.storage().destinationKeyId());
    }

    public Suspensions suspensions() {
        return new Suspensions(agentBudgets(), clock);
    }

    public Actions actions() {
        return new DynamoActions(clients.dynamoDb(), settings.storage().table());
    }

    /** A new one for each part of a run, because it counts what it reads. */
    public AuditStore auditStore() {
        return new DynamoAuditStore(clients.dynamoDb(), settings.storage().table());
    }

    /** What looks for tampering. */
    public AuditWiring audits() {
        return new AuditWiring(this, clients);
    }

    /** What signs, and what is signed. */
    public SigningParts signing() {
        return new SigningParts(settings, clients, ledger(), clock);
    }

    /** What tells other systems what happens. */
    public EventParts events() {
        return new EventParts(settings, clients, clock, log);
    }

    /** What the token service consists of. */
    public TokenParts tokens() {
        return new TokenParts(settings, clients);
    }

    public Rewrapping rewrapping() {
        return new Rewrapping(
                new DynamoStoredSecrets(clients.dynamoDb(), settings.storage().table()), secrets());
    }

    public RotationReports rotationReports() {
        return new DynamoRotationReports(clients.dynamoDb(), settings.storage().table());
    }

    public OrderMailLog orderMails() {
        return new DynamoOrderMailLog(clients.dynamoDb(), settings.storage().table());
    }

    /** The connectors; throws {@link IllegalStateException} if the settings choose none. */
    public BackOffice backOffice() {
        var chosen = settings.backOffice();
        if (chosen == null) {
            throw new IllegalStateException("the settings of this function choose no connectors");
        }
        return BackOffice.of(chosen, clients, clock);
    }

    public Messenger messenger() {
        return new SnsMessenger(clients.sns(), settings.sms().senderId());
    }

    public Outbox outbox() {
        return new DynamoOutbox(clients.dynamoDb(), settings.storage().table());
    }

    /**
     * Tells people what happened.
     *
     * @param mails how mails go out; that of a {@link BackOffice} is used again, because some clients are dear to create
     */
    public Notices notices(MailRoute mails) {
        return new Notices(outbox(), messenger(), mails, clock, new NoticeLog(log));
    }

    /** Tells the mobile and the notice address on file. */
    public NoticesOnFile noticesOnFile() {
        return new NoticesOnFile(settings.timeZone(), settings.supportPhone());
    }

    public OutboxDelivery outboxDelivery() {
        return new OutboxDelivery(outbox(), ledger(), secrets(), notices(outboxMail()), settings.limits(), clock);
    }

    /** The outbox's mail system, whatever time that needs. */
    private MailRoute outboxMail() {
        var chosen = settings.outboxMail();
        return chosen == null
                ? new MailRoute.ByOutbox()
                : new MailRoute.Direct(chosen.mail().connect(new AwsConnectorContext(clients, clock, chosen.table())));
    }

    public Secrets secrets() {
        return new Secrets(
                new KmsDataKeys(
                        clients.kms(),
                        settings.storage().keyId(),
                        settings.storage().earlierKeyIds()),
                settings.storage().tenant());
    }

    /** The use cases about calls. */
    public CallWiring calls() {
        return new CallWiring(this, clients);
    }

    public CurrentPin currentPin() {
        return new CurrentPin(ledgerCommands(), secrets(), settings.limits());
    }

    public PinBySms pinBySms() {
        return new PinBySms(
                ledgerCommands(),
                agentBudgets(),
                destinationBudgets(),
                secrets(),
                messenger(),
                settings.limits(),
                settings.timeZone());
    }

    /** Which gates stand before actions; throws {@link IllegalStateException} if the settings choose none. */
    public GateRules gateRules() {
        var chosen = settings.gates();
        if (chosen == null) {
            throw new IllegalStateException("the settings of this function choose no gates");
        }
        return new GateRules(chosen, settings.limits());
    }

    public ConsentBySms consentBySms() {
        return new ConsentBySms(agentBudgets(), destinationBudgets(), secrets(), messenger(), settings.limits());
    }

    public ServiceActivation serviceActivation() {
        return new ServiceActivation(ledgerCommands(), secrets(), noticesOnFile(), settings.limits());
    }

    /** Reads one customer's personal texts, for one request, which closes it. */
    public PersonalTexts personalTexts(CustomerId customer) {
        return new PersonalTexts(ledgerCommands(), secrets(), customer);
    }

    /** 128 random bits, base64url. */
    public String newKey() {
        return ids.newKey();
    }
}
