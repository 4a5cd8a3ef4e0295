package org.supportpin.functions;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.audit.AuditStore;
import org.supportpin.domain.audit.RotationReports;
import org.supportpin.domain.billing.OrderMailLog;
import org.supportpin.domain.customer.AgentBudgets;
import org.supportpin.domain.customer.Desk;
import org.supportpin.domain.customer.Ledger;
import org.supportpin.domain.customer.SecretSession;
import org.supportpin.domain.message.Messenger;
import org.supportpin.domain.pin.DataKeys;
import org.supportpin.functions.aws.AwsClients;
import org.supportpin.functions.aws.DynamoActions;
import org.supportpin.functions.aws.DynamoAgentBudgets;
import org.supportpin.functions.aws.DynamoAuditStore;
import org.supportpin.functions.aws.DynamoLedger;
import org.supportpin.functions.aws.DynamoOrderMailLog;
import org.supportpin.functions.aws.DynamoRotationReports;
import org.supportpin.functions.aws.KmsDataKeys;
import org.supportpin.functions.aws.SnsMessenger;
import org.supportpin.functions.http.Api;
import org.supportpin.functions.http.Callers;
import org.supportpin.functions.http.Log;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** The one place where a function's parts come together. Making it opens nothing and calls nobody. */
public final class Wiring {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 12;

    private final Settings settings;
    private final Clock clock;
    private final Log log;
    private final AwsClients clients;

    private Wiring(Settings settings, Clock clock, Log log, AwsClients clients) {
        this.settings = settings;
        this.clock = clock;
        this.log = log;
        this.clients = clients;
    }

    /** As in AWS: the process's environment, and its clock. */
    public static Wiring fromEnvironment() {
        return of(System.getenv(), Clock.systemUTC(), new Log(System.out), List.of());
    }

    /**
     * With everything from outside named.
     *
     * @param environment as Lambda would give it
     * @param interceptors asked around each call of the SDK
     * @throws Settings.InvalidSettings naming every fault of the environment
     */
    public static Wiring of(
            Map<String, String> environment, Clock clock, Log log, List<ExecutionInterceptor> interceptors) {
        return new Wiring(Settings.from(environment), clock, log, new AwsClients(environment, interceptors));
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
        return new Api(new Callers(settings.panel(), settings.agents(), settings.numbers()), log, clock);
    }

    public Desk desk() {
        return new Desk(ledger(), clock);
    }

    public Ledger ledger() {
        return new DynamoLedger(clients.dynamoDb(), settings.table());
    }

    public AgentBudgets agentBudgets() {
        return new DynamoAgentBudgets(clients.dynamoDb(), settings.table());
    }

    public Actions actions() {
        return new DynamoActions(clients.dynamoDb(), settings.table());
    }

    /** A new one for each part of a run, since it counts what it reads. */
    public AuditStore auditStore() {
        return new DynamoAuditStore(clients.dynamoDb(), settings.table());
    }

    public RotationReports rotationReports() {
        return new DynamoRotationReports(clients.dynamoDb(), settings.table());
    }

    public OrderMailLog orderMails() {
        return new DynamoOrderMailLog(clients.dynamoDb(), settings.table());
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
        return new SnsMessenger(clients.sns(), settings.smsSenderId());
    }

    public Secrets secrets() {
        DataKeys keys = new KmsDataKeys(clients.kms(), settings.keyId());
        return () -> new SecretSession(keys, settings.tenant());
    }

    /** Opens a session with customers' secrets, for one request. */
    @FunctionalInterface
    public interface Secrets {
        SecretSession session();
    }

    /** 96 random bits, base64url: what nobody may guess. */
    public String newKey() {
        var bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
