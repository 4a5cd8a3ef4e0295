package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Security rows 27 and 28: the customer sees who is calling, and that nobody else is. */
class CallViewTest {

    private static final String A_RECORD = """
            {"domain":"papadopoulou.gr","changes":[
                {"op":"upsert","name":"call-view","type":"A","ttl":600,"records":["195.251.255.20"]}]}""";

    private final Service service = Service.farAhead();

    private AgentSteps named(String id, String name) {
        return new AgentSteps(service, id, service.token("agent", id, "{\"name\":\"" + name + "\"}"));
    }

    private static JsonNode call(CustomerSteps customer) {
        return customer.view().is(200).body().path("call");
    }

    private static String tag(CustomerSteps customer) {
        return customer.view().is(200).header("etag").orElseThrow();
    }

    @Test
    void thePanelShowsWhoCallsAndWhatIsDone() {
        var customer = service.customer("1001").activated();
        customer.endCalls().is(204);
        assertThat(customer.view().body().has("call")).isFalse();
        var agent = named("eleni", "Ελένη Νικολάου");
        var before = tag(customer);

        var verification = agent.verified(customer);
        customer.view("If-None-Match", before).is(200);
        assertThat(call(customer).at("/agent/name").asText()).isEqualTo("Ελένη Νικολάου");
        assertThat(call(customer).at("/agent/id").asText()).isEqualTo("eleni");
        assertThat(call(customer).path("source").asText()).isEqualTo("panel");
        assertThat(call(customer).path("actions")).isEmpty();
        assertThat(customer.view().body().has("lastUsed")).isTrue();

        before = tag(customer);
        customer.view("If-None-Match", before).is(304);
        agent.act(verification, "change-dns-records", A_RECORD).is(201);
        customer.view("If-None-Match", before).is(200);
        assertThat(call(customer).at("/actions/0/action").asText()).isEqualTo("change-dns-records");
        assertThat(call(customer).at("/actions/0/status").asText()).isEqualTo("succeeded");
        assertThat(call(customer).at("/actions/0/summary/el").asText()).isEqualTo("Ολοκληρώθηκε: αλλαγή εγγραφών DNS.");

        agent.end(verification).is(204);
        assertThat(customer.view().body().has("call")).isFalse();
    }

    @Test
    void aViewDuringACallCostsWhatItCostsWithout() {
        var customer = service.customer().activated();
        named("anna", "Άννα").verified(customer);

        assertThat(service.calls().units(() -> customer.view().is(200))).isEqualTo(new Units(1, 0, 1));
        var tag = tag(customer);
        assertThat(service.calls()
                        .units(() -> customer.view("If-None-Match", tag).is(304)))
                .isEqualTo(new Units(1, 0, 0));
    }

    @Test
    void twoCallsAtOnceAreBothShown() {
        var customer = service.customer().activated();
        service.agent("first").verified(customer);
        service.agent("second").verified(customer);

        assertThat(call(customer).at("/agent/id").asText()).isEqualTo("second");
        assertThat(customer.view().body().path("calls")).hasSize(2);
    }

    @Test
    void theCustomersWordEndsTheCall() {
        var customer = service.customer("1001").activated();
        var agent = service.agent();
        var verification = agent.verified(customer);

        customer.endCalls().is(204);
        customer.endCalls().is(204);

        agent.act(verification, "change-dns-records", A_RECORD).isProblem(403, "not-verified");
        agent.account(verification).isProblem(403, "not-verified");
        assertThat(customer.view().body().has("call")).isFalse();
        assertThat(customer.activity().body().at("/events/0/type").asText()).isEqualTo("calls-ended");
    }

    @Test
    void thatItWasNotMeAlsoFreezesTelephoneSupport() {
        var customer = service.customer().activated();
        var agent = service.agent();
        var verification = agent.verified(customer);
        var before = tag(customer);

        customer.notMe().is(204);

        agent.offer(verification).isProblem(403, "not-verified");
        agent.verify(customer, customer.pin()).isProblem(423, "telephone-frozen");
        agent.askForCode(customer.id()).isProblem(423, "telephone-frozen");
        customer.view("If-None-Match", before).is(200);
        assertThat(customer.view().text("telephone")).isEqualTo("frozen");
        customer.setPolicy("open", "as-usual", "{}").is(200);
        agent.verify(customer, customer.pin()).is(201);
    }

    @Test
    void aCodeIsTypedAndNoSecretSpoken() {
        var customer = service.customer("1001").activated();
        var agent = named("maria", "Μαρία");
        var pin = customer.pin();
        var asked = agent.askForCode(customer.id()).is(201);
        var request = asked.text("requestId");
        assertThat(agent.codeStatus(request).is(200).text("status")).isEqualTo("waiting");
        assertThat(customer.view().body().at("/request/agent/name").asText()).isEqualTo("Μαρία");

        var code = asked.text("code");
        var wrong = code.equals("000000") ? "000001" : "000000";
        assertThat(customer.typeCode(wrong)
                        .isProblem(422, "code-rejected")
                        .body()
                        .path("attemptsLeft")
                        .asInt())
                .isEqualTo(2);
        assertThat(customer.typeCode(code).is(200).text("source")).isEqualTo("typed");

        var verified = agent.codeStatus(request).is(200);
        assertThat(verified.text("status")).isEqualTo("verified");
        assertThat(verified.body().at("/verification/source").asText()).isEqualTo("typed");
        agent.act(verified.body().at("/verification/verificationId").asText(), "change-dns-records", A_RECORD)
                .is(201);
        assertThat(customer.pin()).isEqualTo(pin);
        assertThat(service.agent().codeStatus(request).text("status")).isEqualTo("expired");
        assertThat(service.backDoor().items().toString()).doesNotContain(code);
    }

    @Test
    void aTypedCodeIsBilledAsOneReadUnitOneWriteUnitAndOneKey() {
        var customer = service.customer().activated();
        var code = named("olga", "Όλγα Παπαδημητρίου")
                .askForCode(customer.id())
                .is(201)
                .text("code");

        assertThat(service.calls().units(() -> customer.typeCode(code).is(200))).isEqualTo(new Units(1, 1, 1));
    }

    @Test
    void aVerificationWithANameIsStillOneWriteUnit() {
        var customer = service.customer().activated();
        var agent = named("konstantina.papadimitropoulou@host.gr", "Κωνσταντίνα Παπαδημητροπούλου-Αναγνώστου");
        agent.sendPin(customer.id()).is(202);
        var pin = customer.pin();

        assertThat(service.calls()
                        .units(() -> agent.verify(customer, pin).is(201))
                        .write())
                .isEqualTo(1);
    }

    @Test
    void anAnnouncedCallIsInThePanelAndInAnSms() {
        var customer = service.customer().activated();
        var agent = named("nikos", "Νίκος");
        var announced =
                agent.announce(customer.id(), "security", "papadopoulou.gr").is(201);

        assertThat(announced.text("sms")).isEqualTo("sent");
        var shown = customer.view().body().path("announcement");
        assertThat(shown.at("/agent/name").asText()).isEqualTo("Νίκος");
        assertThat(shown.path("object").asText()).isEqualTo("papadopoulou.gr");
        assertThat(shown.at("/text/el").asText()).isEqualTo("Ζήτημα ασφαλείας σε υπηρεσία σας");
        assertThat(shown.at("/text/en").asText()).isEqualTo("A security problem with one of your services");
        assertThat(shown.path("until").asText()).isEqualTo(announced.text("expiresAt"));
        assertThat(service.sms(customer.number()).getLast())
                .contains("ζήτημα ασφαλείας")
                .doesNotContain("http");
        var told = customer.activity().body().at("/events/0");
        assertThat(told.path("type").asText()).isEqualTo("call-announced");
        assertThat(told.at("/details/object").asText()).isEqualTo("papadopoulou.gr");
        assertThat(service.backDoor().items().toString()).doesNotContain("papadopoulou.gr", "Νίκος");

        agent.endAnnounced(announced.text("callId")).is(204);
        assertThat(customer.view().body().has("announcement")).isFalse();
    }

    @Test
    void aSupervisorWithoutTheScopeAnnouncesNothing() {
        var customer = service.customer().activated();
        var auditor = new AgentSteps(service, "auditor", service.token("auditor", "auditor", "{}"));
        assertThat(auditor.announce(customer.id(), "fault", "nea.gr").status()).isEqualTo(403);
        assertThat(customer.view().body().has("announcement")).isFalse();
    }

    @Test
    void aMobileThatAwaitsItsCodeIsShown() {
        var customer = service.customer();
        customer.declareMobile().is(202);
        var pending = customer.view().is(200).body().path("pendingMobile");

        assertThat(pending.path("maskedNumber").asText())
                .endsWith(customer.number().substring(11));
        customer.activated();
        customer.declareMobile("+306999999990").is(202);
        assertThat(customer.view().body().at("/pendingMobile/maskedNumber").asText())
                .endsWith("90");
    }

    @Test
    void aColleagueTakesTheCall() {
        var customer = service.customer("1001").activated();
        var first = service.agent();
        var second = named("takis", "Τάκης");
        var verified = first.verify(customer, customer.pin()).is(201);
        var verification = verified.text("verificationId");
        service.advance(Duration.ofMinutes(2));

        var taken = second.take(first.offer(verification).is(201).text("code")).is(200);

        assertThat(taken.text("expiresAt")).isEqualTo(verified.text("expiresAt"));
        assertThat(taken.text("source")).isEqualTo("panel");
        first.act(verification, "change-dns-records", A_RECORD).isProblem(403, "not-verified");
        first.act(taken.text("verificationId"), "change-dns-records", A_RECORD).isProblem(403, "not-verified");
        second.act(taken.text("verificationId"), "change-dns-records", A_RECORD).is(201);
        assertThat(call(customer).at("/agent/name").asText()).isEqualTo("Τάκης");
    }

    @Test
    void ofAHundredTakersOneWins() throws Exception {
        var customer = service.customer().activated();
        var agent = service.agent();
        var code = agent.offer(agent.verified(customer)).is(201).text("code");
        List<Callable<Integer>> takers = IntStream.range(0, 100)
                .mapToObj(i -> service.agent())
                .<Callable<Integer>>map(taker -> () -> taker.take(code).status())
                .toList();

        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses =
                    pool.invokeAll(takers).stream().map(Future::resultNow).toList();
            assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
            assertThat(statuses).containsOnly(200, 403);
        }
        assertThat(customer.view().body().has("calls")).isFalse();
    }
}
