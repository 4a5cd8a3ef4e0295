package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Security row 14: a zone changes after an action on it was accepted and before it is sent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ZoneChangedTest {

    private final AfterAcceptance between = new AfterAcceptance();
    private Service service;

    @BeforeAll
    void start(@TempDir Path data) {
        service = Service.in(data, "ActionHandler", between);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void aZoneChangedBetweenCheckAndDispatchIsRefusedAndNothingIsApplied() {
        var customer = service.customer("1001").activated();
        var agent = service.agent();
        var verification = agent.verified(customer);
        between.once(() -> service.backDoor().changeZone("papadopoulou.gr"));

        var refused = agent.act(verification, "change-dns-records", upsert("papadopoulou.gr"))
                .isProblem(422, "action-refused");

        assertThat(refused.text("rule")).isEqualTo("zone-changed");
        assertThat(refused.text("detail")).startsWith("The zone has changed").doesNotContain("\n");
        assertThat(refused.body().at("/text/en")).isEqualTo(refused.body().path("detail"));
        assertThat(refused.body().at("/text/el").asText()).startsWith("Η ζώνη άλλαξε");
        assertThat(zones().findValuesAsText("name"))
                .contains("outside.papadopoulou.gr")
                .doesNotContain("between.papadopoulou.gr");
        assertThat(customer.activity()
                        .body()
                        .path("events")
                        .path(0)
                        .path("type")
                        .asText())
                .isEqualTo("action-finished");
    }

    @Test
    void theSameForTheDnsRecordsOfAHostingPackage() {
        var agent = service.agent();
        var verification = agent.verified(service.customer("1001").activated());
        between.once(() -> service.backDoor().changeZone("papadopoulou.gr"));

        var refused = agent.act(verification, "change-hosting-settings", """
                        {"packageId":"pkg-1","php":{"version":"8.4"},
                         "dns":[{"op":"upsert","name":"settings","type":"A","records":["195.251.255.22"]}]}""").isProblem(422, "action-refused");

        assertThat(refused.text("rule")).isEqualTo("zone-changed");
        assertThat(zones().findValuesAsText("name")).doesNotContain("settings.papadopoulou.gr");
        assertThat(backOffice().path("packages").path(0).findValuesAsText("version"))
                .doesNotContain("8.4");
    }

    private static String upsert(String domain) {
        return """
        {"domain":"%s","changes":[{"op":"upsert","name":"between","type":"A","records":["195.251.255.21"]}]}""".formatted(domain);
    }

    private JsonNode zones() {
        return backOffice().path("zones");
    }

    private JsonNode backOffice() {
        return service.call("GET", "/local/back-office", "", null).body();
    }
}
