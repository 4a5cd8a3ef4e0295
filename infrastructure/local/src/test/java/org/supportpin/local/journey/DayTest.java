package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job, end to end: activate, show, send, verify, act. */
class DayTest {

    private final Service service = Service.shared();

    @Test
    void withoutAMobileThereIsNoActivation() {
        var customer = service.customer();

        var view = customer.view().is(200);

        assertThat(view.text("status")).isEqualTo("inactive");
        assertThat(view.text("mobile")).isEqualTo("missing");
        customer.activate().isProblem(409, "mobile-required");
    }

    @Test
    void aMobileIsConfirmedByItsCodeAndThenTheServiceActivates() {
        var customer = service.customer();

        var declared = customer.declareMobile(customer.number().substring(3)).is(202);
        assertThat(declared.text("maskedNumber"))
                .isEqualTo("+30 ••• ••• ••" + customer.number().substring(11));
        assertThat(declared.instant("confirmationExpiresAt")).isAfter(service.now());
        var code = customer.newestDigits();
        assertThat(customer.confirmMobile(code.equals("000000") ? "000001" : "000000")
                        .isProblem(422, "code-rejected")
                        .body()
                        .path("attemptsLeft")
                        .asInt())
                .isEqualTo(4);
        customer.confirmMobile(code).is(200);
        customer.confirmMobile(code).isProblem(409, "no-pending-confirmation");
        assertThat(customer.view().text("mobile")).isEqualTo("confirmed");
        var first = customer.activate().is(201);
        var again = customer.activate().is(200);

        assertThat(first.text("status")).isEqualTo("active");
        assertThat(first.text("pin")).matches("[0-9]{6}").isEqualTo(again.text("pin"));
        assertThat(first.header("cache-control")).contains("no-store");
        assertThat(Duration.between(first.instant("validFrom"), first.instant("validUntil")))
                .isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void aVerifiedNumberInTheTokenActivatesAtOnce() {
        var customer = service.customer().activated();

        assertThat(customer.view().text("phoneVerification")).isEqualTo("open");
    }

    @Test
    void halfAnHourLaterThePinIsAnother() {
        var customer = service.customer().activated();
        var before = customer.view();

        customer.view("If-None-Match", before.header("etag").orElseThrow()).is(304);
        service.advance(Duration.ofMinutes(30));
        var after = customer.view("If-None-Match", before.header("etag").orElseThrow())
                .is(200);

        assertThat(after.text("pin")).isNotEqualTo(before.text("pin"));
        assertThat(after.instant("validFrom")).isEqualTo(before.instant("validUntil"));
    }

    @Test
    void aPinSentLateInItsHalfHourVerifiesTenMinutesOn() {
        // Each customer's half hours begin when its id says: of one that is about to end no late time is left.
        var customer = Stream.generate(() -> service.customer().activated())
                .filter(each ->
                        each.view().instant("validUntil").isAfter(service.now().plusSeconds(60)))
                .findFirst()
                .orElseThrow();
        var ends = customer.view().instant("validUntil");
        service.advance(Duration.between(service.now(), ends.minusSeconds(20)));

        var sent = customer.sendPin().is(202);
        var text = service.sms(customer.number()).getLast();
        assertThat(text).contains(customer.pin());
        assertThat(text.length()).isLessThanOrEqualTo(70);
        assertThat(sent.instant("validUntil")).isAfter(ends.plusSeconds(570));
        service.advance(Duration.ofSeconds(590));

        assertThat(customer.pin()).isNotEqualTo(customer.newestDigits());
        var verified = service.agent().verify(customer, customer.newestDigits()).is(201);
        assertThat(verified.text("source")).isEqualTo("sms");
    }

    @Test
    void aDnsChangeShowsInTheBackOfficeAndInTheActivity(@TempDir Path data) {
        try (var own = Service.in(data)) {
            var customer = own.customer("1001").activated();
            var agent = own.agent();
            var verification = agent.verified(customer);

            var done = agent.act(verification, "change-dns-records", """
                            {"domain":"papadopoulou.gr","changes":[
                              {"op":"upsert","name":"shop","type":"A","ttl":600,"records":["195.251.255.20"]}]}""").is(201);

            assertThat(done.text("status")).isEqualTo("succeeded");
            assertThat(agent.lookUp(verification, done.text("actionId")).body()).isEqualTo(done.body());
            assertThat(own.call("GET", "/local/back-office", "", null)
                            .body()
                            .path("zones")
                            .toString())
                    .contains("\"shop.papadopoulou.gr\"", "195.251.255.20");
            var newest = customer.activity().body().path("events").path(0);
            assertThat(newest.path("type").asText()).isEqualTo("action-finished");
            assertThat(newest.path("actor").path("id").asText()).isEqualTo(agent.id());
            assertThat(newest.path("details")
                            .path("changes")
                            .path(0)
                            .path("after")
                            .asText())
                    .contains("195.251.255.20");
            agent.end(verification).is(204);
            agent.act(
                            verification,
                            "change-dns-records",
                            "{\"domain\":\"papadopoulou.gr\",\"changes\":[{\"op\":"
                                    + "\"delete\",\"name\":\"shop\",\"type\":\"A\"}]}")
                    .isProblem(403, "not-verified");
        }
    }

    @Test
    void deactivationDestroysTheSecretAndActivationMakesAnother() {
        var customer = service.customer().activated();
        var before = customer.pin();

        customer.deactivate().is(204);
        assertThat(customer.view().text("status")).isEqualTo("inactive");
        service.agent().verify(customer, before).isProblem(409, "not-activated");
        customer.deactivate().is(204);

        assertThat(customer.activate().is(201).text("pin")).isNotEqualTo(before);
    }

    @Test
    void aRestartKeepsCustomersWorking(@TempDir Path data) {
        String pin;
        try (var own = Service.lasting(data)) {
            pin = own.customer("1001").activated().pin();
        }
        try (var own = Service.lasting(data)) {
            var customer = own.customer("1001");
            assertThat(customer.pin()).isEqualTo(pin);
            own.agent().verify(customer, pin).is(201);
        }
    }
}
