package org.supportpin.backoffice.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.backoffice.testing.StubServer;
import org.supportpin.backoffice.testing.StubServer.Asked;
import org.supportpin.backoffice.testing.StubServer.Behaviour;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.ProductId;
import org.supportpin.domain.billing.Renewal;
import org.supportpin.domain.billing.ServiceId;
import org.supportpin.domain.billing.ServiceOrder;
import org.supportpin.domain.billing.Upgrade;
import org.supportpin.domain.hosting.Fix;
import org.supportpin.domain.hosting.PhpEdit;
import org.supportpin.domain.hosting.PhpVersion;
import org.supportpin.domain.mail.MailId;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.AdministratorEdit;
import org.supportpin.domain.registrar.DomainRecall;
import org.supportpin.domain.registrar.Nameserver;
import org.supportpin.domain.registrar.NameserverEdit;
import org.supportpin.domain.registrar.Nameservers;
import org.supportpin.domain.registrar.RegisteredDomain.Status;

/** The receiver made the change but its answer was lost: reading finds all of it, and a repeated call does nothing. */
class ReceiverLostAnswersTest {

    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Timeouts CALM = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10));
    private static final ProductId BASIC = new ProductId("basic");
    private static final ProductId PRO = new ProductId("pro");
    private static final ServiceId SERVICE = new ServiceId("svc-1");
    private static final BillingCycle CYCLE = BillingCycle.ANNUALLY;

    private static final ServiceOrder ORDER = new ServiceOrder(Calls.CUSTOMER, BASIC, CYCLE, Calls.NAME, Calls.PRICE);
    private static final Renewal RENEWAL = new Renewal(
            Calls.CUSTOMER, SERVICE, Calls.NAME, BASIC, CYCLE, CYCLE, Calls.DAY, Calls.DAY.plusYears(1), Calls.PRICE);
    private static final Upgrade UPGRADE = new Upgrade(
            Calls.CUSTOMER, SERVICE, Calls.NAME, BASIC, PRO, CYCLE, Calls.DAY.minusDays(9), Calls.DAY, Calls.PRICE);
    private static final NameserverEdit NAMESERVERS = new NameserverEdit(
            Calls.NAME,
            Calls.SERVERS,
            new Nameservers(List.of(
                    Calls.SERVERS.servers().getFirst(), new Nameserver(new DomainName("ns9.example.com"), List.of()))));
    private static final AdministratorEdit ADMINISTRATOR =
            new AdministratorEdit(Calls.NAME, Calls.CONTACT, null, Calls.DETAILS);
    private static final PhpEdit PHP = new PhpEdit(
            Calls.PACKAGE, new PhpEdit.VersionEdit(new PhpVersion("8.3"), new PhpVersion("8.4")), List.of());

    private static PythonReceiver receiver;

    private final ActionId id = new ActionId(UUID.randomUUID().toString().substring(0, 24));
    private final StubServer between = StubServer.start().does(ReceiverLostAnswersTest::forwarded);

    @BeforeAll
    static void start() {
        receiver = PythonReceiver.start(KEY);
    }

    @AfterAll
    static void end() {
        if (receiver != null) {
            receiver.close();
        }
    }

    @BeforeEach
    void seed() {
        seed("products", "basic", "billing.product");
        seed("products", "pro", "billing.product");
        seed("services", "svc-1", "billing.service");
        seed("zones", Calls.NAME.ascii(), "dns.zone");
        seed("domains", Calls.NAME.ascii(), "registrar.domain");
        seed("packages", Calls.PACKAGE.value(), "hosting.package");
        receiver.seed(
                "customers",
                Calls.CUSTOMER.value(),
                Json.object()
                        .put("name", "Μαρία")
                        .put("email", "maria@example.gr")
                        .build());
    }

    private static void seed(String kind, String id, String reading) {
        receiver.seed(kind, id, ((Json.Obj) Calls.answer(reading)).get("found").orElseThrow());
    }

    @AfterEach
    void stop() {
        between.close();
    }

    private static Behaviour forwarded(Asked request) {
        var headers = new HashMap<String, String>();
        for (var name : List.of("Webhook-id", "Webhook-timestamp", "Webhook-signature", "Content-type")) {
            headers.put(name, request.header(name));
        }
        var answer = receiver.post("/hooks", Map.copyOf(headers), request.body());
        return Behaviour.says(answer.statusCode(), answer.body());
    }

    private static boolean isChange(Asked request) {
        var type = ((Json.Obj) JsonText.readOwn(request.text())).text("type").orElseThrow();
        return Calls.CHANGES.contains(type);
    }

    static Set<String> changes() {
        return Calls.CHANGES;
    }

    private CallOutcome<?> carryOut(String change, Webhook webhook) {
        return switch (change) {
            case "billing.placeOrder" -> webhook.billing().placeOrder(id, ORDER);
            case "billing.renew" -> webhook.billing().renew(id, RENEWAL);
            case "billing.upgrade" -> webhook.billing().upgrade(id, UPGRADE);
            case "dns.applyChanges" -> webhook.dnsZones().apply(id, Calls.EDIT);
            case "registrar.setNameservers" -> webhook.registrar().setNameservers(id, NAMESERVERS);
            case "registrar.setAdministrator" -> webhook.registrar().setAdministrator(id, ADMINISTRATOR);
            case "registrar.recall" ->
                webhook.registrar().recall(id, new DomainRecall(Calls.NAME, Status.ACTIVE, Calls.SUBMISSION));
            case "hosting.applySettings" -> webhook.webHosting().applySettings(id, PHP);
            case "hosting.applyFix" ->
                webhook.webHosting().applyFix(id, Calls.PACKAGE, new Fix.RaiseMailboxQuota(Calls.EMAIL, 2048));
            case "mail.send" -> webhook.mailSender().send(MailId.of(id), Calls.mail("x"));
            default -> throw new IllegalArgumentException(change);
        };
    }

    /** As recovery does: by the action's id if the system keeps it, otherwise by what shows. */
    private boolean isFound(String change, Webhook webhook) {
        return switch (change) {
            case "billing.placeOrder" -> isDone(webhook.billing().findByAction(id, ORDER));
            case "billing.renew" -> isDone(webhook.billing().findByAction(id, RENEWAL));
            case "billing.upgrade" -> isDone(webhook.billing().findByAction(id, UPGRADE));
            case "dns.applyChanges" ->
                Calls.EDIT.isPresentIn(webhook.dnsZones().zone(Calls.NAME).orElseThrow());
            case "registrar.setNameservers" ->
                NAMESERVERS.isPresentIn(webhook.registrar().domain(Calls.NAME).orElseThrow());
            case "registrar.setAdministrator" ->
                !ADMINISTRATOR
                        .before()
                        .id()
                        .equals(webhook.registrar()
                                .domain(Calls.NAME)
                                .orElseThrow()
                                .onlyAdministrator()
                                .orElseThrow()
                                .id());
            case "registrar.recall" ->
                webhook.registrar().domain(Calls.NAME).orElseThrow().status() == Status.RECALLED;
            case "hosting.applySettings" ->
                webhook.webHosting()
                        .find(Calls.PACKAGE)
                        .orElseThrow()
                        .php()
                        .version()
                        .equals(new PhpVersion("8.4"));
            case "hosting.applyFix" -> isDone(webhook.webHosting().findFix(id));
            case "mail.send" -> isDone(webhook.mailSender().find(MailId.of(id), Calls.mail("x")));
            default -> throw new IllegalArgumentException(change);
        };
    }

    private static boolean isDone(CallOutcome<?> effect) {
        return effect instanceof CallOutcome.Done<?>;
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatWasDoneIsFoundAndIsNotDoneTwice(String change) {
        var settings = new WebhookSettings(between.endpoint(), List.of(new SecretReference("/support-pin/hook")));
        var webhook = new Webhook(settings, _ -> new Secret(KEY), Clock.systemUTC(), CALM);
        assertThat(isFound(change, webhook)).isFalse();
        between.does(request -> {
            var answer = forwarded(request);
            return isChange(request) ? new Behaviour.Drops() : answer;
        });
        assertThat(carryOut(change, webhook)).isInstanceOf(CallOutcome.Unknown.class);
        assertThat(isFound(change, webhook)).isTrue();
        between.does(ReceiverLostAnswersTest::forwarded);

        var again = carryOut(change, webhook);
        var ids = receiver.seen(change).stream()
                .filter(each -> each.startsWith(id.value()))
                .toList();
        if (change.equals("dns.applyChanges")) {
            // The zone is read first, and has changed since the check.
            assertThat(again).isInstanceOf(CallOutcome.Refused.class);
            assertThat(ids).hasSize(1);
        } else {
            assertThat(again).isInstanceOf(CallOutcome.Done.class);
            assertThat(ids)
                    .hasSize(2)
                    .satisfies(both -> assertThat(both.getFirst()).isEqualTo(both.getLast()));
        }
    }
}
