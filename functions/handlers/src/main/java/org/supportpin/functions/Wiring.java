package org.supportpin.functions;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.crac.Core;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.audit.AuditStore;
import org.supportpin.domain.audit.RotationAudit;
import org.supportpin.domain.audit.RotationReports;
import org.supportpin.domain.billing.OrderMailLog;
import org.supportpin.domain.customer.AgentBudgets;
import org.supportpin.domain.customer.CallerVerification;
import org.supportpin.domain.customer.CurrentPin;
import org.supportpin.domain.customer.Ledger;
import org.supportpin.domain.customer.LedgerCommands;
import org.supportpin.domain.customer.MobileRegistration;
import org.supportpin.domain.customer.PinBySms;
import org.supportpin.domain.customer.PinView;
import org.supportpin.domain.customer.Secrets;
import org.supportpin.domain.customer.ServiceActivation;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.message.Messenger;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.functions.aws.AwsClients;
import org.supportpin.functions.aws.DynamoActions;
import org.supportpin.functions.aws.DynamoAgentBudgets;
import org.supportpin.functions.aws.DynamoAuditStore;
import org.supportpin.functions.aws.DynamoLedger;
import org.supportpin.functions.aws.DynamoOrderMailLog;
import org.supportpin.functions.aws.DynamoRotationReports;
import org.supportpin.functions.aws.KmsDataKeys;
import org.supportpin.functions.aws.RehearsedAws;
import org.supportpin.functions.aws.SnsMessenger;
import org.supportpin.functions.http.Api;
import org.supportpin.functions.http.Callers;
import org.supportpin.functions.http.Log;
import org.supportpin.functions.settings.InvalidSettings;
import org.supportpin.functions.settings.Settings;
import org.supportpin.functions.snapshot.Ids;
import org.supportpin.functions.snapshot.Priming;
import org.supportpin.functions.snapshot.Rehearsal;
import org.supportpin.functions.snapshot.Scenes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** The one place where a function's parts come together. Making it opens nothing and calls nobody. */
public final class Wiring {

    /** How many events a function rehearses: some hundred handshakes, after which most of what they run is compiled (performance.md). */
    private static final int EVENTS = 300;

    private final Settings settings;
    private final Clock clock;
    private final Log log;
    private final AwsClients clients;
    private final Ids ids;
    private final @Nullable Priming priming;

    private Wiring(Settings settings, Clock clock, Log log, AwsClients clients, Ids ids, @Nullable Priming priming) {
        this.settings = settings;
        this.clock = clock;
        this.log = log;
        this.clients = clients;
        this.ids = ids;
        this.priming = priming;
    }

    /** As in AWS: the process's environment, and its clock. */
    public static Wiring fromEnvironment() {
        return of(System.getenv(), Clock.systemUTC(), new Log(System.out), List.of());
    }

    /**
     * The same, for a function that rehearses before Lambda takes its snapshot. Lambda refers weakly to what it asks then: the
     * function keeps the wiring, which keeps it.
     *
     * @param function makes the function, or its double
     */
    public static Wiring fromEnvironment(Scenes scenes, Function<Wiring, RequestStreamHandler> function) {
        var wiring =
                primed(System.getenv(), Clock.systemUTC(), new Log(System.out), List.of(), scenes, function, EVENTS);
        Core.getGlobalContext().register(wiring.priming());
        return wiring;
    }

    /** The same, with everything from outside named, and registered nowhere. */
    public static Wiring primed(
            Map<String, String> environment,
            Clock clock,
            Log log,
            List<ExecutionInterceptor> interceptors,
            Scenes scenes,
            Function<Wiring, RequestStreamHandler> function,
            int events) {
        var settings = Settings.from(environment);
        var ids = new Ids(new SecureRandom());
        var priming = new Priming(
                environment.getOrDefault("AWS_LAMBDA_FUNCTION_NAME", ""),
                () -> rehearse(settings, environment, clock, interceptors, scenes, function, events),
                ids,
                log,
                clock);
        return new Wiring(settings, clock, log, new AwsClients(environment, interceptors), ids, priming);
    }

    /** With clients, connections and credentials of its own, which are all let go of: none of them is in the snapshot. */
    private static int rehearse(
            Settings settings,
            Map<String, String> environment,
            Clock clock,
            List<ExecutionInterceptor> interceptors,
            Scenes scenes,
            Function<Wiring, RequestStreamHandler> function,
            int events)
            throws IOException {
        var customer = new CustomerId("rehearsal-" + UUID.randomUUID());
        var aws = new RehearsedAws(customer.value());
        var silent = new Log(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        Function<AwsClients, Wiring> over =
                clients -> new Wiring(settings, clock, silent, clients, new Ids(new SecureRandom()), null);
        try (var clients = new AwsClients(environment, List.of(), aws::over)) {
            var own = over.apply(clients);
            own.serviceActivation()
                    .activate(customer, () -> Optional.of(new PhoneNumber("+306912345678")), Language.GREEK);
            var view = (PinView.Active) own.currentPin().view(customer, () -> true, _ -> false);
            var pin = view.pin().digits();
            aws.send();
            return new Rehearsal(
                            scenes,
                            customer,
                            pin,
                            aws,
                            settings.identityProviders().panel(),
                            settings.identityProviders().agents(),
                            clock)
                    .play(() -> new AwsClients(environment, interceptors, aws::over), over.andThen(function), events);
        }
    }

    /**
     * With everything from outside named.
     *
     * @param environment as Lambda would give it
     * @param interceptors asked around each call of the SDK
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

    /**
     * What is asked before the snapshot and after it.
     *
     * @throws IllegalStateException of a wiring that is not for a snapshot
     */
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

    public Api api() {
        return new Api(
                new Callers(
                        settings.identityProviders().panel(),
                        settings.identityProviders().agents(),
                        settings.sms().numbers()),
                log,
                clock);
    }

    public LedgerCommands ledgerCommands() {
        return new LedgerCommands(ledger(), clock);
    }

    public Ledger ledger() {
        return new DynamoLedger(clients.dynamoDb(), settings.storage().table());
    }

    public AgentBudgets agentBudgets() {
        return new DynamoAgentBudgets(clients.dynamoDb(), settings.storage().table());
    }

    public Actions actions() {
        return new DynamoActions(clients.dynamoDb(), settings.storage().table());
    }

    /** A new one for each part of a run, since it counts what it reads. */
    public AuditStore auditStore() {
        return new DynamoAuditStore(clients.dynamoDb(), settings.storage().table());
    }

    public RotationAudit rotationAudit() {
        return new RotationAudit(
                this::auditStore,
                rotationReports(),
                secrets(),
                settings.limits(),
                settings.storage().keyId(),
                clock);
    }

    public RotationReports rotationReports() {
        return new DynamoRotationReports(clients.dynamoDb(), settings.storage().table());
    }

    public OrderMailLog orderMails() {
        return new DynamoOrderMailLog(clients.dynamoDb(), settings.storage().table());
    }

    /**
     * The systems behind the actions, each by the connector that the settings choose.
     *
     * @throws IllegalStateException if the settings choose none, or one that there is not
     */
    public BackOffice backOffice() {
        var chosen = settings.backOffice();
        if (chosen == null) {
            throw new IllegalStateException("this function's settings choose no connectors");
        }
        return BackOffice.of(chosen, clients, clock);
    }

    public Messenger messenger() {
        return new SnsMessenger(clients.sns(), settings.sms().senderId());
    }

    public Secrets secrets() {
        return new Secrets(
                new KmsDataKeys(clients.kms(), settings.storage().keyId()),
                settings.storage().tenant());
    }

    public CallerVerification callerVerification() {
        return new CallerVerification(ledgerCommands(), agentBudgets(), secrets(), settings.limits(), this::newKey);
    }

    public CurrentPin currentPin() {
        return new CurrentPin(ledgerCommands(), secrets(), settings.limits());
    }

    public PinBySms pinBySms() {
        return new PinBySms(ledgerCommands(), secrets(), messenger(), settings.limits(), settings.timeZone());
    }

    public MobileRegistration mobileRegistration() {
        return new MobileRegistration(ledgerCommands(), secrets(), messenger(), settings.limits());
    }

    public ServiceActivation serviceActivation() {
        return new ServiceActivation(ledgerCommands(), secrets(), settings.limits());
    }

    /** 96 random bits, base64url: what nobody may guess. */
    public String newKey() {
        return ids.newKey();
    }
}
