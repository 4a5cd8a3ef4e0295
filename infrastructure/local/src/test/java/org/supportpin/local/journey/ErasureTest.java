package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Row 36: what is left of a customer who was forgotten, and what the customer gets before. */
class ErasureTest {

    private static final String CALL = "call-canary-κλήση-4711";
    private static final String ADDRESS = "195.251.255.77";
    private static final String OLD_TEXT = "canary-of-a-txt-record";
    private static final String NAME = "Κανάρης Δοκιμαστικός";
    private static final String MAIL = "canary.mail@example.gr";
    private static final String PHONE = "2109876543";
    private static final String NOTE = "Letter of the canary";

    private static final int BASE64_BITS = 6;

    /** Whatever a person could be known by. */
    private static final List<String> CANARIES =
            List.of(CALL, ADDRESS, OLD_TEXT, NAME, MAIL, PHONE, NOTE, "canary-host", "nea.gr");

    private static String token(Service service, String auditor) {
        return service.token("auditor", auditor, "{\"scope\":\"audit:erase\"}");
    }

    private static Answer erase(Service service, String auditor, String customer) {
        return service.call(
                "DELETE", "/v1/audit/customers/" + customer, "{\"note\":\"" + NOTE + "\"}", token(service, auditor));
    }

    private static Answer events(Service service, String customer) {
        return service.call(
                "GET", "/v1/audit/customers/" + customer + "/events", "", service.token("auditor", "auditor-1", "{}"));
    }

    /** A customer with a canary in every field that takes a text. */
    private static CustomerSteps lived(Service service) {
        var customer = service.customer("1001");
        customer.declareMobile().is(202);
        customer.confirmMobile(customer.newestDigits()).is(200);
        customer.activate().is(201);
        var agent = service.agent("agent-7");
        agent.verify(customer.id(), customer.wrongPin(), CALL).is(403);
        var verification =
                agent.verify(customer.id(), customer.pin(), CALL).is(201).text("verificationId");
        agent.act(verification, "change-dns-records", """
                        {"domain":"nea.gr","changes":[
                          {"op":"upsert","name":"canary-host","type":"A","ttl":600,"records":["%s"]},
                          {"op":"upsert","name":"@","type":"TXT","ttl":600,"records":["\\"%s\\""]}]}""".formatted(ADDRESS, OLD_TEXT))
                .is(201);
        agent.act(verification, "change-domain-administrator", """
                        {"domain":"nea.gr","administrator":
                          {"name":"%s","email":"%s","phone":"+30%s"}}""".formatted(NAME, MAIL, PHONE))
                .is(201);
        agent.act(verification, "change-dns-records", """
                        {"domain":"nea.gr","changes":[
                          {"op":"delete","name":"canary-host.none","type":"A"}]}""");
        customer.declareMobile("+306912777888").is(202);
        return customer;
    }

    /**
     * In clear, and at each of the three places in which base64 may have it: every character that its own bits decide. With fewer,
     * what is sealed would now and then have the rest by chance.
     */
    private static List<String> forms(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var forms = new ArrayList<>(List.of(text));
        for (int before = 0; before < 3; before++) {
            var shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            var encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            forms.add(encoded.substring(
                    Math.ceilDiv(Byte.SIZE * before, BASE64_BITS), Byte.SIZE * shifted.length / BASE64_BITS));
        }
        return forms;
    }

    @Test
    void aShortNameIsSoughtByAllThatItDecides() {
        assertThat(forms("nea.gr")).containsExactly("nea.gr", "bmVhLmdy", "5lYS5nc", "uZWEuZ3");
    }

    /** Every attribute of the customer, and of the actions that were carried out for the customer, as text. */
    private static String dump(Service service) {
        var text = new StringBuilder();
        service.backDoor()
                .items()
                .forEach(item -> item.forEach((name, value) ->
                        text.append(name).append('=').append(plain(value)).append('\n')));
        return text.toString();
    }

    private static String plain(AttributeValue value) {
        return value.b() == null
                ? value.toString()
                : new String(value.b().asByteArray(), StandardCharsets.UTF_8)
                        + ' '
                        + Base64.getEncoder().encodeToString(value.b().asByteArray());
    }

    private static void assertNothingIn(String dump) {
        for (var canary : CANARIES) {
            for (var form : forms(canary)) {
                assertThat(dump).doesNotContain(form);
            }
        }
    }

    @Test
    void aDumpShowsNothingPersonalEvenBefore(@TempDir Path data) {
        try (var service = Service.in(data)) {
            lived(service);

            assertNothingIn(dump(service));
        }
    }

    @Test
    void whoSealsDoesNotOpen(@TempDir Path data) {
        try (var service = Service.in(data)) {
            var customer = lived(service);

            assertThat(events(service, customer.id()).body().toString()).contains(CALL, ADDRESS, OLD_TEXT);
            assertThat(customer.activity().body().toString()).contains(CALL, ADDRESS, OLD_TEXT);
        }
    }

    @Nested
    class Forgetting {

        @Test
        void needsTwoPeople(@TempDir Path data) {
            try (var service = Service.in(data)) {
                var customer = lived(service);

                erase(service, "auditor-1", customer.id()).is(202);
                erase(service, "auditor-1", customer.id()).isProblem(403, "four-eyes");
                assertThat(customer.view().is(200).body().toString()).contains("active");
                assertThat(erase(service, "auditor-2", customer.id()).is(200).text("status"))
                        .isEqualTo("erased");
                erase(service, "auditor-2", customer.id()).isProblem(404, "nothing-kept");
            }
        }

        @Test
        void waitsForTheEndOfAnAction(@TempDir Path data) {
            try (var service = Service.in(data)) {
                var customer = lived(service);
                var agent = service.agent("agent-9");
                var verification = agent.verified(customer);
                service.fault("dns.applyChanges", "timeout");
                agent.act(verification, "change-dns-records", """
                                {"domain":"nea.gr","changes":[
                                  {"op":"upsert","name":"later","type":"A","ttl":600,"records":["195.251.255.78"]}]}""").is(202);
                erase(service, "auditor-1", customer.id()).is(202);
                erase(service, "auditor-2", customer.id()).isProblem(409, "action-open");

                service.recoverOnSchedule();
                erase(service, "auditor-2", customer.id()).is(200);
            }
        }

        @Test
        void isRequestedAnewAfterAWeek(@TempDir Path data) {
            try (var service = Service.in(data)) {
                var customer = lived(service);
                erase(service, "auditor-1", customer.id()).is(202);
                service.advance(Duration.ofDays(7));

                erase(service, "auditor-2", customer.id()).is(202);
                erase(service, "auditor-1", customer.id()).is(200);
            }
        }

        @Test
        void needsItsOwnScope(@TempDir Path data) {
            try (var service = Service.in(data)) {
                var path = "/v1/audit/customers/1001";
                for (var role : List.of("agent", "supervisor", "auditor")) {
                    service.call("DELETE", path, "{\"note\":\"x\"}", service.token(role, "someone", "{}"))
                            .is(403);
                }
            }
        }

        /** Neither the table nor KMS, nor both, give anything back. */
        @Test
        void leavesNothingThatOpens(@TempDir Path data) {
            try (var service = Service.in(data)) {
                var customer = lived(service);
                var running = service.agent("agent-8").verified(customer);
                var wrapped = wrapped(service, customer);
                assertThat(wrapped).hasSize(2);
                erase(service, "auditor-1", customer.id()).is(202);
                erase(service, "auditor-2", customer.id()).is(200);

                assertNothingIn(dump(service));
                assertThat(wrapped(service, customer)).isEmpty();
                for (var key : wrapped) {
                    assertThat(dump(service)).doesNotContain(key);
                }
                service.agent("agent-8").act(running, "change-dns-records", "{\"domain\":\"nea.gr\",\"changes\":[]}");
                for (var shown : List.of(
                        customer.activity().is(200).body().toString(),
                        customer.export().is(200).body().toString(),
                        events(service, customer.id()).is(200).body().toString())) {
                    assertThat(shown).contains("erased", "\"changes\":null");
                    assertNothingIn(shown);
                }
            }
        }

        private List<String> wrapped(Service service, CustomerSteps customer) {
            var item = Tampering.with(service).item(customer, "SECRET");
            return Stream.of("pinWrapped", "recordWrapped", "mobile", "pending")
                    .filter(item::containsKey)
                    .filter(name -> name.endsWith("Wrapped"))
                    .map(name -> Base64.getEncoder()
                            .encodeToString(
                                    Objects.requireNonNull(item.get(name)).b().asByteArray()))
                    .toList();
        }

        @Test
        void theChainStillVerifiesAndTheCustomerMayBeginAnew(@TempDir Path data) {
            try (var service = Service.in(data)) {
                var customer = lived(service);
                erase(service, "auditor-1", customer.id()).is(202);
                erase(service, "auditor-2", customer.id()).is(200);
                assertThat(customer.view().body().toString()).contains("inactive", "missing");
                assertThat(service.sweep().body().path("violationCount").asInt())
                        .isZero();

                customer.activated();
                service.agent("agent-7").verified(customer);
                assertThat(customer.activity().body().toString())
                        .contains("call-1")
                        .doesNotContain(CALL);
                assertThat(service.sweep().body().path("violationCount").asInt())
                        .isZero();
            }
        }
    }

    @Nested
    class Exporting {

        @Test
        void hasEverythingOnItsPagesAndIsOnRecordOnceAnHour(@TempDir Path data) {
            try (var service = Service.in(data)) {
                var customer = lived(service);
                var pages = new ArrayList<String>();
                var page = customer.export().is(200);
                pages.add(page.body().toString());
                while (!page.body().path("nextCursor").isNull()) {
                    page = customer.call("GET", "/v1/panel/export?cursor=" + page.text("nextCursor"), "")
                            .is(200);
                    pages.add(page.body().toString());
                }

                assertThat(String.join("", pages))
                        .contains(customer.number(), "+306912777888", CALL, ADDRESS, OLD_TEXT, NAME, MAIL, PHONE);
                customer.export().is(200);
                assertThat(exports(customer)).isEqualTo(1);
                service.advance(Duration.ofHours(1));
                customer.export().is(200);
                assertThat(exports(customer)).isEqualTo(2);
            }
        }

        private static long exports(CustomerSteps customer) {
            return customer.activity().body().toString().split("data-exported", -1).length - 1L;
        }

        @Test
        void ofNobodyIsEmpty(@TempDir Path data) {
            try (var service = Service.in(data)) {
                assertThat(service.customer("nobody").export().is(200).body().toString())
                        .contains("\"mobile\":null", "\"entries\":[]", "\"nextCursor\":null");
                assertThat(dump(service)).doesNotContain("nobody");
            }
        }
    }
}
