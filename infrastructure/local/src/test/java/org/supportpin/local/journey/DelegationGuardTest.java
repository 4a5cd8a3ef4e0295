package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Security row 33. In April 2026 a registrar's support changed the nameservers of a well-known domain for somebody who sounded like its
 * owner; the DS record at the registry, which nobody thought of, alone kept the thief's servers out. Here the caller even has the PIN.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DelegationGuardTest {

    private static final String SIGNED = "ypogegrammeno.gr";

    private Service service;
    private AgentSteps agent;
    private CustomerSteps customer;

    @BeforeAll
    void start(@TempDir Path data) {
        service = Service.in(data);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @BeforeEach
    void newCall() {
        service.backDoor().resetBackOffice();
        agent = service.agent();
        customer = service.customer("1001").activated();
    }

    private static String nameservers(String domain, String first, String second) {
        return "{\"domain\":\"%s\",\"nameservers\":[{\"host\":\"%s\"},{\"host\":\"%s\"}]}"
                .formatted(domain, first, second);
    }

    private Answer change(String domain, String first, String second) {
        return agent.act(agent.verified(customer), "change-nameservers", nameservers(domain, first, second));
    }

    private String hosts(String domain) {
        return backOffice()
                .path("domains")
                .valueStream()
                .filter(each -> each.path("name").asText().equals(domain))
                .map(each -> String.join(" ", each.path("nameservers").findValuesAsText("host")))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode backOffice() {
        return service.call("GET", "/local/back-office", "", null).body();
    }

    private JsonNode newest() {
        return customer.activity().body().path("events").path(0);
    }

    @Test
    void aThiefWithTheRightPinDoesNotGetASignedDomain() {
        var before = backOffice();

        var refused = change(SIGNED, "ns1.thief.example", "ns2.thief.example").isProblem(422, "action-refused");

        assertThat(refused.text("rule")).isEqualTo("domain-signed");
        assertThat(refused.text("detail"))
                .isEqualTo(
                        "The domain is signed (DNSSEC), and these nameservers do not have its keys: ns1.thief.example,"
                                + " ns2.thief.example. With them, its website and mail would stop. The DS record is never removed by phone.");
        assertThat(refused.body().at("/text/en").asText()).isEqualTo(refused.text("detail"));
        assertThat(refused.body().at("/text/el").asText())
                .isEqualTo(
                        "Το όνομα χώρου είναι υπογεγραμμένο (DNSSEC), και αυτοί οι nameservers δεν έχουν τα κλειδιά του: ns1.thief.example,"
                                + " ns2.thief.example. Με αυτούς, η ιστοσελίδα και το email του θα σταματούσαν. Η εγγραφή DS δεν αφαιρείται ποτέ τηλεφωνικά.");
        assertThat(backOffice()).isEqualTo(before);
        assertThat(newest().path("type").asText()).isEqualTo("action-refused");
        assertThat(newest().path("details").path("action").asText()).isEqualTo("change-nameservers");
        assertThat(newest().path("details").path("rule").asText()).isEqualTo("domain-signed");
    }

    @Test
    void norWithOneServerOfItsOwnAmongTheirs() {
        assertThat(change(SIGNED, "ns1.hoster.example", "ns2.thief.example")
                        .isProblem(422, "action-refused")
                        .text("rule"))
                .isEqualTo("domain-signed");
    }

    @Test
    void norWithServersThatDoNotEvenAnswer() {
        assertThat(change(SIGNED, "ns1.silent.example", "ns2.silent.example")
                        .isProblem(422, "action-refused")
                        .text("rule"))
                .isEqualTo("domain-signed");
        assertThat(hosts(SIGNED)).isEqualTo("ns1.hoster.example ns2.hoster.example");
    }

    @Test
    void serversWithItsKeysMayHaveIt() {
        change(SIGNED, "ns1.signed.example", "ns2.signed.example").is(201);

        assertThat(hosts(SIGNED)).isEqualTo("ns1.signed.example ns2.signed.example");
    }

    @Test
    void noDomainIsGivenToServersThatDoNotServeIt() {
        var before = backOffice();

        var silent = change("nea.gr", "ns1.example.com", "ns2.silent.example").isProblem(422, "action-refused");
        var lame = change("nea.gr", "ns1.lame.example", "ns1.example.com").isProblem(422, "action-refused");

        assertThat(silent.text("rule")).isEqualTo("nameservers-do-not-answer");
        assertThat(silent.text("detail")).contains("ns2.silent.example (does not answer)");
        assertThat(silent.body().at("/text/el").asText()).contains("ns2.silent.example (δεν απαντά)");
        assertThat(lame.body().at("/text/el").asText())
                .contains("ns1.lame.example (δεν εξυπηρετεί αυτό το όνομα χώρου)");
        assertThat(lame.text("rule")).isEqualTo("nameservers-do-not-answer");
        assertThat(lame.text("detail")).contains("ns1.lame.example (does not serve this domain)");
        assertThat(backOffice()).isEqualTo(before);
        assertThat(newest().path("details").path("rule").asText()).isEqualTo("nameservers-do-not-answer");
    }

    /** The fault waits for the registry's next call, which the refused ones are not. */
    @Test
    void theRegistryIsNotCalledForWhatIsRefused() {
        service.fault("registrar.setNameservers", "refuse");
        change(SIGNED, "ns1.thief.example", "ns2.thief.example");
        change("nea.gr", "ns1.silent.example", "ns2.silent.example");

        assertThat(change("nea.gr", "ns1.example.com", "ns2.example.com")
                        .isProblem(422, "action-refused")
                        .text("rule"))
                .isEqualTo("back-office-refused");
    }

    /** As in a deployment: over the DNS, where no name below .invalid is (RFC 6761 §6.4), whether or not there is a resolver. */
    @Test
    void theFunctionsAskOverTheDns(@TempDir Path folder) throws IOException {
        var connectors = Files.writeString(
                folder.resolve("connectors.json"), "{\"parameters\": {\"DelegationConnector\": \"dns\"}}");
        try (var asking = Service.in(Files.createDirectory(folder.resolve("data")), connectors)) {
            var desk = asking.agent();
            var verification = desk.verified(asking.customer("1001").activated());

            var refused = desk.act(
                    verification,
                    "change-nameservers",
                    nameservers("nea.gr", "ns1.thief.invalid", "ns2.thief.invalid"));

            assertThat(refused.isProblem(422, "action-refused").text("rule")).isEqualTo("nameservers-do-not-answer");
        }
    }
}
