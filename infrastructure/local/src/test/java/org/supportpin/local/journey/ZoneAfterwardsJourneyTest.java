package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What an agent is told about a zone that a change would break, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ZoneAfterwardsJourneyTest {

    private Service service;
    private AgentSteps agent;
    private String verification;

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
        verification = agent.verified(service.customer("1001").activated());
    }

    private Answer change(String changes) {
        return agent.act(
                verification,
                "change-dns-records",
                "{\"domain\":\"nea.gr\",\"changes\":[" + changes.replace('\'', '"') + "]}");
    }

    @Test
    void allConflictsAreToldAtOnceInBothLanguagesEachWithItsChange() {
        var refused = change("""
                {'op':'upsert','name':'fine','type':'A','records':['195.251.255.1']},
                {'op':'upsert','name':'mail','type':'CNAME','records':['www.example.com']},
                {'op':'upsert','name':'@','type':'TXT','records':['v=spf1 mx -all','v=spf1 a ~all']},
                {'op':'delete','name':'nothing','type':'A'}""").isProblem(422, "action-refused");

        assertThat(StreamSupport.stream(refused.body().path("errors").spliterator(), false)
                        .map(error -> error.path("pointer").asText()))
                .containsOnly("/parameters/changes/1", "/parameters/changes/2", "/parameters/changes/3");
        for (var error : refused.body().path("errors")) {
            assertThat(error.path("message").asText())
                    .isEqualTo(error.path("text").path("en").asText());
            assertThat(error.path("text").path("el").asText()).containsPattern("\\p{IsGreek}");
            assertThat(refused.text("detail")).contains(error.path("message").asText());
        }
        assertThat(refused.text("rule")).isEqualTo("record-not-found");
    }

    @Test
    void faultsOfValuesHaveBothLanguages() {
        var invalid = change("{'op':'upsert','name':'@','type':'MX','records':['10 mail_1.nea.gr']}")
                .isProblem(422, "invalid-parameters");

        var error = invalid.body().path("errors").path(0);
        assertThat(error.path("pointer").asText()).isEqualTo("/parameters/changes/0/records/0");
        assertThat(error.path("message").asText()).contains("underscore");
        assertThat(error.path("text").path("el").asText()).contains("κάτω παύλες");
    }

    @Test
    void theOrderOfChangesDoesNotMatter() {
        var alias = "{'op':'upsert','name':'shop','type':'CNAME','records':['www.example.com']}";
        var address = "{'op':'upsert','name':'shop','type':'A','records':['195.251.255.1']}";
        change(address).is(201);

        change(alias).isProblem(422, "action-refused");
        change(alias + ",{'op':'delete','name':'shop','type':'A'}").is(201);
        change("{'op':'delete','name':'shop','type':'CNAME'}," + address).is(201);

        assertThat(types("shop.nea.gr")).containsExactly("A");
    }

    private Iterable<String> types(String name) {
        return StreamSupport.stream(backOffice().path("zones").spliterator(), false)
                .flatMap(zone -> StreamSupport.stream(zone.path("recordSets").spliterator(), false))
                .filter(set -> set.path("name").asText().equals(name))
                .map(set -> set.path("type").asText())
                .toList();
    }

    private JsonNode backOffice() {
        return service.call("GET", "/local/back-office", "", null).body();
    }
}
