package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Security row 30: no effect is larger than its record. */
class LongChangeTest {

    /** What one TXT record may have, in octets. */
    private static final int LONGEST = 4096;

    private final Service service = Service.shared();
    private final CustomerSteps customer = service.customer("1001").activated();
    private final AgentSteps agent = service.agent();
    private String verification = "";

    @BeforeEach
    void newCall() {
        service.backDoor().resetBackOffice();
        verification = agent.verified(customer);
    }

    /** TXT records of this letter, each as long as it may be, and each another: an RRset has no two equal ones. */
    private static String records(String letter, int letters) {
        int most = (LONGEST - 1) / letter.getBytes(StandardCharsets.UTF_8).length;
        return IntStream.range(0, letters / most + 1)
                .mapToObj(i -> "\"" + (char) ('a' + i) + letter.repeat(Math.min(most, letters - i * most)) + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private Answer change(String... changes) {
        return agent.act(
                verification,
                "change-dns-records",
                "{\"domain\":\"papadopoulou.gr\",\"changes\":[" + String.join(",", changes) + "]}");
    }

    private static String upsert(String name, String type, String records) {
        return "{\"op\":\"upsert\",\"name\":\"%s\",\"type\":\"%s\",\"records\":%s}".formatted(name, type, records);
    }

    private static String delete(String name) {
        return "{\"op\":\"delete\",\"name\":\"%s\",\"type\":\"TXT\"}".formatted(name);
    }

    private JsonNode newest() {
        return customer.activity().body().path("events").path(0);
    }

    private String zone() {
        return service.call("GET", "/local/back-office", "", null)
                .body()
                .path("zones")
                .toString();
    }

    /** Octets of Greek letters were stored four times as long, and three times over. */
    @Test
    void aLongChangeInGreekIsRecordedAsWhatItIs() {
        change(upsert("big", "TXT", records("λ", 15_000))).is(201);

        var done = change(upsert("big", "TXT", records("μ", 15_000)), upsert("@", "MX", "[\"10 mx.evil.example\"]"))
                .is(201);

        assertThat(zone()).contains("mx.evil.example");
        assertThat(newest().path("type").asText()).isEqualTo("action-finished");
        assertThat(newest().at("/details/status").asText()).isEqualTo("succeeded");
        assertThat(newest().at("/details/changes").toString()).contains("λλλ", "μμμ", "mx.evil.example");
        var found = agent.lookUp(verification, done.text("actionId")).is(200);
        assertThat(found.body()).isEqualTo(done.body());
        assertThat(found.body().at("/result/recordSets").toString()).contains("\\\\206\\\\187", "mx.evil.example");
    }

    @Test
    void aChangeWhoseRecordWouldNotFitIsRefusedBeforeItIsSent() {
        var names = Stream.of("one", "two", "three", "four", "five", "six").toList();
        names.forEach(name -> change(upsert(name, "TXT", records("x", 28_000))).is(201));
        var before = zone();

        var refused = change(Stream.concat(
                                names.stream().map(LongChangeTest::delete),
                                Stream.of(upsert("@", "MX", "[\"10 mx.evil.example\"]")))
                        .toArray(String[]::new))
                .isProblem(422, "action-refused");

        assertThat(refused.text("rule")).isEqualTo("change-too-large");
        assertThat(refused.text("detail")).contains("Split the change into several actions");
        assertThat(zone()).isEqualTo(before);
        assertThat(newest().at("/details/action").asText()).isEqualTo("change-dns-records");
        assertThat(newest().at("/details/status").asText()).isEqualTo("succeeded");
        change(delete("one"), delete("two"), delete("three")).is(201);
        change(delete("four"), delete("five"), delete("six")).is(201);
    }
}
