package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpin.local.contract.EventCatalogue;

/** Other systems are told each thing that happens, and nothing secret or personal of it. */
class EventFeedTest {

    private static final String CALL = "call-canary-4711";
    private static final String EMAIL = "canary.mail@example.gr";
    private static final String NAME = "Κανάρης Δοκιμαστικός";
    private static final String PHONE = "+302109876543";
    private static final String NOTE = "I rang her back.";
    private static final String RECORD = """
            {"domain":"papadopoulou.gr","changes":[{"op":"upsert","name":"canary-host","type":"A","records":["195.251.255.%s"]}]}""";

    /** What a person could be known by, and what was done. Digits and ids of verifications are added from the answers. */
    private static final Set<String> PERSONAL = Set.of(
            CALL,
            "call-1",
            "call-2",
            "call-9",
            EMAIL,
            NAME,
            PHONE,
            PHONE.substring(3),
            NOTE,
            "Letter of the canary",
            "papadopoulou.gr",
            "nea.gr",
            "canary-host",
            "195.251.255.20",
            "195.251.255.21",
            "195.251.255.22",
            "ns1.example.com");

    private static final Pattern DIGITS = Pattern.compile("(?<![0-9A-Za-z])[0-9]{6}(?![0-9A-Za-z])");
    private static final Pattern KEYS = Pattern.compile("\"(?:verificationId|requestId|callId)\":\"([^\"]+)\"");

    private final EventCatalogue catalogue = new EventCatalogue();
    private final AfterAcceptance between = new AfterAcceptance();
    private final Set<String> canaries = new LinkedHashSet<>(PERSONAL);

    private Service service(Path data, EventReceiver receiver) throws IOException {
        var file = Files.writeString(data.resolve("events.json"), """
                {"parameters": {"EventBusName": "support-pin-events", "EventWebhookSettings":
                  {"url": "%s", "network": "loopback", "secrets": ["ssm:/support-pin/events/webhook"]}},
                 "secrets": {"/support-pin/events/webhook": "%s"}}""".formatted(receiver.url(), receiver.secret()));
        var service = Service.gated(data, file, between);
        service.listen((_, answer) -> {
            DIGITS.matcher(answer).results().forEach(each -> canaries.add(each.group()));
            KEYS.matcher(answer).results().forEach(each -> canaries.add(each.group(1)));
        });
        return service;
    }

    private static void arrived(Service service, EventReceiver receiver) {
        service.stack().awaitStreams();
        var entries = service.backDoor().items().stream()
                .filter(item -> LedgerChecker.text(item, "pk").startsWith("CUSTOMER#")
                        && LedgerChecker.text(item, "sk").startsWith("ENTRY#"))
                .count();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        receiver.taken().size() >= entries && onTheBus(service).size() >= entries);
        assertThat(receiver.taken()).hasSize((int) entries);
    }

    private static List<JsonNode> onTheBus(Service service) {
        return service.call("GET", "/local/events", "", null)
                .is(200)
                .body()
                .path("events")
                .valueStream()
                .toList();
    }

    @Test
    void eachTypeOfEventIsToldAsDescribedWithoutASecret(@TempDir Path data) throws IOException {
        try (var receiver = new EventReceiver();
                var service = service(data, receiver)) {
            var customer = service.customer("1001");
            canaries.addAll(List.of(customer.number(), customer.number().substring(3), customer.token()));
            mobileAndPins(service, customer);
            calls(service, customer);
            actions(service, customer);
            rules(service, customer);
            leaves(service, customer);
            arrived(service, receiver);

            var events =
                    receiver.taken().stream().map(EventReceiver.Delivery::event).toList();
            assertThat(events.stream().map(each -> each.path("type").asText()).collect(Collectors.toSet()))
                    .containsExactlyInAnyOrderElementsOf(catalogue.messages().keySet());
            assertThat(events)
                    .allSatisfy(event ->
                            assertThat(catalogue.faults(event)).as("%s", event).isEmpty());
            assertThat(canaries).hasSizeGreaterThan(40);
            assertNothingSecretIn(events);
            isTheLedger(service, receiver);
            theBusHasTheSame(service, events);
            everyGrantWasNeeded(service);
        }
    }

    private void assertNothingSecretIn(List<JsonNode> events) {
        for (var canary : canaries) {
            var found = Pattern.compile("(?<![0-9A-Za-z])" + Pattern.quote(canary) + "(?![0-9A-Za-z])");
            assertThat(events)
                    .as("a secret or something personal")
                    .noneMatch(event -> found.matcher(event.toString()).find());
        }
    }

    /** Each entry once, in its ledger's order, by its hash. */
    private static void isTheLedger(Service service, EventReceiver receiver) {
        var auditor = service.token("auditor", "auditor-1", "{}");
        var trail = service.call("GET", "/v1/audit/customers/1001/events?limit=100", "", auditor)
                .is(200)
                .body()
                .path("events");
        var hashes = trail.valueStream()
                .collect(Collectors.toMap(
                        each -> each.path("sequence").asLong(),
                        each -> each.path("hash").asText()));
        var told = receiver.taken().stream()
                .filter(each -> each.event().at("/data/customerId").asText().equals("1001"))
                .toList();
        assertThat(told.stream().map(each -> each.event().at("/data/sequence").asLong()))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(hashes).hasSizeGreaterThan(20);
        assertThat(told)
                .filteredOn(each ->
                        hashes.containsKey(each.event().at("/data/sequence").asLong()))
                .hasSizeGreaterThan(20)
                .allSatisfy(each -> assertThat(
                                List.of(each.id(), each.event().path("id").asText()))
                        .containsOnly(
                                hashes.get(each.event().at("/data/sequence").asLong())));
    }

    private static void theBusHasTheSame(Service service, List<JsonNode> events) {
        assertThat(onTheBus(service)).allSatisfy(each -> {
            assertThat(each.path("bus").asText()).isEqualTo("support-pin-events");
            assertThat(each.path("source").asText()).isEqualTo("support-pin");
            assertThat(each.path("detail-type")).isEqualTo(each.at("/detail/type"));
        });
        assertThat(onTheBus(service).stream().map(each -> each.path("detail")))
                .containsExactlyInAnyOrderElementsOf(events);
    }

    private static void everyGrantWasNeeded(Service service) {
        assertThat(service.unusedGrants().get("EventFeedFunction"))
                .filteredOn(grant ->
                        !Set.of("Stream", "DeadLetters", "Logs", "Traces").contains(grant.sid()))
                .isEmpty();
    }

    private void mobileAndPins(Service service, CustomerSteps customer) {
        customer.declareMobile().is(202);
        customer.confirmMobile(GateSteps.wrong(customer.newestDigits()));
        customer.confirmMobile(customer.newestDigits()).is(200);
        customer.activate().is(201);
        customer.deactivate().is(204);
        customer.activate().is(201);
        customer.sendPin().is(202);
        var agent = service.agent();
        var sent = customer.newestDigits();
        canaries.add(sent);
        agent.verify(customer.id(), sent, CALL).is(201);
        agent.verify(customer.id(), sent, "call-9").is(403);
        service.advance(Duration.ofMinutes(31));
        for (int attempt = 0; attempt < 5; attempt++) {
            agent.verify(customer, customer.wrongPin()).is(403);
        }
        agent.verify(customer, customer.pin()).is(423);
        customer.unlock().is(200);
    }

    private static void calls(Service service, CustomerSteps customer) {
        var agent = service.agent();
        var verification = agent.verified(customer);
        agent.account(verification).is(200);
        agent.end(verification).is(204);
        agent.endAnnounced(
                        agent.announce(customer.id(), "fault", "nea.gr").is(201).text("callId"))
                .is(204);
        var code = agent.askForCode(customer.id()).is(201).text("code");
        customer.typeCode(GateSteps.wrong(code)).is(422);
        customer.typeCode(code).is(200);
        service.agent()
                .take(agent.offer(agent.verified(customer)).is(201).text("code"))
                .is(200);
        customer.endCalls().is(204);
    }

    private void actions(Service service, CustomerSteps customer) {
        var gates = new GateSteps(service, customer);
        var agent = service.agent();
        var call = agent.verified(customer);
        var done = agent.act(call, "change-dns-records", RECORD.formatted("20")).is(201);
        customer.undo(done.text("actionId")).is(201);
        agent.act(call, "recall-gr-domain", "{\"domain\":\"niemand.gr\"}");
        var waiting =
                agent.act(call, "change-nameservers", GateSteps.NAMESERVERS).is(202);
        var code = waiting.body().at("/consent/code").asText();
        gates.typed(customer, waiting.text("actionId"), GateSteps.wrong(code));
        gates.typed(customer, waiting.text("actionId"), code).is(200);
        var stopped = agent.act(call, "change-domain-administrator", """
                {"domain":"nea.gr","administrator":{"name":"%s","email":"%s","phone":"%s"}}""".formatted(NAME, EMAIL, PHONE))
                .is(202);
        gates.stop(customer, stopped.text("actionId")).is(200);
        // Nobody knows what became of the first: somebody else changed the same record.
        between.dieOnce();
        agent.act(call, "change-dns-records", RECORD.formatted("21"), "unsettled-1");
        agent.act(call, "change-dns-records", RECORD.formatted("22"), "unsettled-2")
                .is(201);
        service.advance(Duration.ofMinutes(2));
        service.invoke("RecoveryFunction");
        service.settle(service.unsettledAction(), "not-done", NOTE).is(200);
    }

    private static void rules(Service service, CustomerSteps customer) {
        customer.setPolicy("frozen", "as-usual", "{}").is(200);
        service.agent().verify(customer, customer.pin()).isProblem(423, "telephone-frozen");
        customer.declareAddress(EMAIL).is(202);
        customer.confirmAddress("000000");
        customer.confirmAddress(code(service)).is(200);
        customer.removeAddress().is(204);
    }

    private static String code(Service service) {
        for (int i = 0; i < 3; i++) {
            service.invoke("OutboxFunction");
        }
        return service.call("GET", "/local/back-office", "", null)
                .body()
                .path("mail")
                .valueStream()
                .filter(mail -> mail.path("to").asText().equals(EMAIL))
                .flatMap(mail -> DIGITS.matcher(mail.path("text").asText()).results())
                .map(each -> each.group())
                .findFirst()
                .orElseThrow();
    }

    private static void leaves(Service service, CustomerSteps customer) {
        customer.export().is(200);
        service.call("GET", "/v1/audit/customers/1001/events", "", service.token("auditor", "auditor-1", "{}"))
                .is(200);
        var other = service.customer().activated();
        for (var auditor : List.of("auditor-1", "auditor-2")) {
            service.call(
                    "DELETE",
                    "/v1/audit/customers/" + other.id(),
                    "{\"note\":\"Letter of the canary\"}",
                    service.token("auditor", auditor, "{\"scope\":\"audit:erase\"}"));
        }
    }

    /** A receiver that is away: what it was not told it is told when it is back, in order, and the watch does not wait for it. */
    @Test
    void aWebhookThatIsAwayIsToldLaterAndHoldsUpNobody(@TempDir Path data) throws IOException {
        try (var receiver = new EventReceiver();
                var service = service(data, receiver)) {
            arrived(service, receiver);
            receiver.plan(503, 200);
            var customer = service.customer().activated();
            customer.sendPin().is(202);
            service.stack().awaitStreams();
            assertThat(service.log()).doesNotContain("\"outcome\":\"violation\"");
            arrived(service, receiver);

            var attempts = new HashMap<String, Long>();
            receiver.attempts().forEach(id -> attempts.merge(id, 1L, Long::sum));
            assertThat(attempts.values()).containsOnlyOnce(2L);
            assertThat(service.log()).contains("\"outcome\":\"event-waits\"", "\"status\":503");
            assertThat(new TreeSet<>(receiver.attempts())).hasSameSizeAs(receiver.taken());
        }
    }

    /** Refused for good: told to operators, and what follows is told. */
    @Test
    void anEventThatTheReceiverRefusesIsCountedAndHoldsUpNone(@TempDir Path data) throws IOException {
        try (var receiver = new EventReceiver();
                var service = service(data, receiver)) {
            arrived(service, receiver);
            receiver.plan(422);
            var customer = service.customer().activated();
            customer.sendPin().is(202);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> types(receiver).contains("support-pin.pin-sent"));
            assertThat(types(receiver)).doesNotContain("support-pin.activated");
            assertThat(service.log()).contains("\"outcome\":\"event-refused\"", "\"EventsRefused\":1");
            assertThat(onTheBus(service).stream()
                            .map(each -> each.path("detail-type").asText()))
                    .contains("support-pin.activated");
        }
    }

    private static List<String> types(EventReceiver receiver) {
        return receiver.taken().stream()
                .map(each -> each.event().path("type").asText())
                .toList();
    }

    /** As it is deployed unless somebody chooses otherwise. */
    @Test
    void nobodyIsToldUntilSomebodyIsChosen() {
        var service = Service.shared();
        service.customer().activated();
        service.stack().awaitStreams();

        assertThat(onTheBus(service)).isEmpty();
        assertThat(Objects.requireNonNull(service.deployed().get("EventFeedFunction"))
                        .function()
                        .streams())
                .isEmpty();
        assertThat(Stream.of("EVENT_BUS_NAME", "EVENT_WEBHOOK_SETTINGS")
                        .map(name -> service.environment("EventFeedFunction").getOrDefault(name, "")))
                .containsOnly("");
    }
}
