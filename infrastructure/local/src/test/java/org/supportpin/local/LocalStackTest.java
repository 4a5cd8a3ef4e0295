package org.supportpin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpin.local.sample.Caller;
import org.supportpin.local.sample.SampleProject;

class LocalStackTest {

    @TempDir
    Path folder;

    @Test
    void aRestartLosesNothing() {
        var project = SampleProject.in(folder);
        Instant before;
        try (var stack = project.start()) {
            var caller = new Caller(stack.uri());
            assertThat(caller.get("/local/health").statusCode()).isEqualTo(200);
            var real = Instant.parse(
                    caller.json(caller.get("/local/clock")).path("now").asText());
            assertThat(caller.post("/local/clock", "{\"advance\":\"PT48H\"}").statusCode())
                    .isEqualTo(200);
            var journey = caller.json(caller.post("/journey", ""));
            assertThat(journey.path("same").asBoolean()).isTrue();
            before = Instant.parse(journey.path("now").asText());
            assertThat(before).isAfter(real.plus(Duration.ofDays(2)));
        }
        try (var stack = project.start()) {
            var caller = new Caller(stack.uri());
            var journey = caller.json(caller.post("/journey", ""));
            assertThat(journey.path("same").asBoolean())
                    .as("the stored key opens")
                    .isTrue();
            assertThat(Instant.parse(journey.path("now").asText())).isAfter(before);
            var messages = caller.json(caller.get("/local/sms")).path("messages");
            assertThat(messages).hasSize(2);
            assertThat(messages.path(0).path("to").asText()).isEqualTo("+306912345678");
            assertThat(messages.path(0).path("text").asText()).isEqualTo("Γεια");
            assertThat(Instant.parse(messages.path(0).path("sentAt").asText()))
                    .isBetween(before.minusSeconds(60), before.plusSeconds(60));
        }
    }
}
