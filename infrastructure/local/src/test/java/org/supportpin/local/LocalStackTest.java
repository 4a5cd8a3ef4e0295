package org.supportpin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpin.engine.Dynoxide;
import org.supportpin.local.fault.CannotStart;
import org.supportpin.local.sample.AwsClients;
import org.supportpin.local.sample.Caller;
import org.supportpin.local.sample.SampleHandlers;
import org.supportpin.local.sample.SampleProject;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

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

    @Test
    void schedulesGoByTheServicesClock() {
        try (var stack = SampleProject.in(folder).start()) {
            var caller = new Caller(stack.uri());
            assertThat(caller.get("/local/sms").body()).isEqualTo("{\"messages\":[]}");
            // The sample function, due each minute, sends one message each time.
            for (int times = 1; times <= 2; times++) {
                caller.post("/local/clock", "{\"advance\":\"PT1H\"}");
                int expected = times;
                await().untilAsserted(() -> assertThat(
                                caller.json(caller.get("/local/sms")).path("messages"))
                        .hasSize(expected));
            }
        }
    }

    /** They check no signature: any page that knew their ports could send an SMS or open a key. */
    @Test
    void noPageReachesTheServicesBehindTheFunctions() {
        try (var stack = SampleProject.in(folder).start()) {
            for (var service : List.of("KMS", "SNS", "SESV2", "SSM")) {
                var caller = new Caller(URI.create(stack.awsEnvironment().get("AWS_ENDPOINT_URL_" + service)));
                var forbidden = "{\"message\":\"Forbidden\"}";
                assertThat(caller.post("/", "Action=Publish", "Origin", "https://evil.example")
                                .body())
                        .as(service)
                        .isEqualTo(forbidden);
                assertThat(caller.post("/", "Action=Publish").body())
                        .as(service)
                        .isNotEqualTo(forbidden);
            }
        }
    }

    @Test
    void aNamedEndpointHasTheTables() {
        try (var engine = Dynoxide.inMemory();
                var stack = SampleProject.in(folder)
                        .start(Map.of("SUPPORT_PIN_DYNAMODB", engine.uri().toString()));
                var client = AwsClients.configure(DynamoDbClient.builder(), stack.awsEnvironment(), "DYNAMODB")
                        .build()) {
            assertThat(stack.awsEnvironment())
                    .containsEntry("AWS_ENDPOINT_URL_DYNAMODB", engine.uri().toString());
            assertThat(client.listTables().tableNames()).isNotEmpty();
        }
    }

    @Nested
    class CannotBeStarted {

        private void assertSays(Map<String, String> environment, String sentence) {
            assertThatThrownBy(() -> LocalStack.start(environment, folder, new SampleHandlers()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(sentence);
        }

        @Test
        void withoutATemplate() {
            assertSays(
                    Map.of("SUPPORT_PIN_PORT", "0"), "template.yaml does not exist; run this in the project's folder.");
        }

        @Test
        void onAPortThatIsTakenOrNone() throws IOException {
            SampleProject.in(folder);
            try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                assertSays(Map.of("SUPPORT_PIN_PORT", Integer.toString(taken.getLocalPort())), "is in use");
            }
            for (var port : new String[] {"http", "-1", "65536", "8080x"}) {
                assertSays(Map.of("SUPPORT_PIN_PORT", port), "SUPPORT_PIN_PORT is not a port number");
            }
        }

        @Test
        void onAnInvalidAddress() {
            SampleProject.in(folder);
            for (var address : new String[] {"8000", "127.0.0.1:8000", "ftp://127.0.0.1", "http://", "http://a b"}) {
                assertSays(
                        Map.of("SUPPORT_PIN_PORT", "0", "SUPPORT_PIN_DYNAMODB", address),
                        "SUPPORT_PIN_DYNAMODB is not an address such as http://127.0.0.1:8000.");
            }
        }

        private static int freePort() throws IOException {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }

        @Test
        void onAnEndpointThatDoesNotAnswer() throws IOException {
            SampleProject.in(folder);
            int port = freePort();
            assertSays(
                    Map.of("SUPPORT_PIN_PORT", "0", "SUPPORT_PIN_DYNAMODB", "http://127.0.0.1:" + port),
                    "in template.yaml cannot be created: ");
        }

        @Test
        void onTablesOfVersion1() throws IOException {
            var project = SampleProject.in(folder);
            Files.createDirectories(folder.resolve("data/dynamodb"));
            Files.writeString(folder.resolve("data/dynamodb/shared-local-instance.db"), "");
            assertSays(project.environment(), "written by version 1.0");
        }

        @Test
        void inAFolderThatIsInvalidOrInUse() throws IOException {
            var project = SampleProject.in(folder);
            Files.writeString(folder.resolve("file"), "");
            assertSays(Map.of("SUPPORT_PIN_PORT", "0", "SUPPORT_PIN_DATA", "file"), "is a file");
            try (var stack = project.start()) {
                assertThat(stack.dataFolder()).isEqualTo(folder.resolve("data"));
                assertSays(project.environment(), "in use by another stack");
            }
        }

        @Test
        void onDamagedData() throws IOException {
            var project = SampleProject.in(folder);
            project.start().close();
            Files.writeString(folder.resolve("data/issuer-panel.json"), "{}");
            assertSays(project.environment(), "issuer-panel.json is damaged");
        }

        @Test
        void andWhatWasOpenedIsClosedAgain() throws IOException {
            var project = SampleProject.in(folder);
            Files.createDirectories(folder.resolve("data"));
            Files.writeString(folder.resolve("data/clock"), "yesterday");
            assertSays(project.environment(), "clock does not contain a duration");
            Files.delete(folder.resolve("data/clock"));
            project.start().close();
        }
    }
}
