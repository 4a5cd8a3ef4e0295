package org.supportpin.local.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpin.functions.activation.ActivationHandler;
import org.supportpin.functions.aws.AwsClients;
import org.supportpin.functions.currentpin.CurrentPinHandler;
import org.supportpin.functions.verification.VerificationHandler;
import org.supportpin.local.contract.ProjectFiles;
import org.supportpin.local.sample.ForkedJvm;
import org.supportpin.local.sample.PrimedProcess;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Security row 22: a snapshot holds no secret. A process is primed as Lambda would do it, beside a customer whose secret, mobile and
 * ledger lie within its reach, and everything in its memory is searched for them.
 */
@Tag("ci")
class SnapshotMemoryTest {

    @TempDir
    private static Path folder;

    private static Service service;
    private static final Map<String, byte[]> CANARIES = new LinkedHashMap<>();

    @BeforeAll
    static void start() {
        service = Service.in(folder.resolve("data"));
        var customer = service.customer("1001").activated();
        var secret = service.backDoor().items().stream()
                .filter(item -> text(item, "sk").equals("SECRET"))
                .findFirst()
                .orElseThrow();
        var wrapped =
                secret.getOrDefault("pinWrapped", AttributeValue.fromNul(true)).b();
        var environment = service.environment("ActivationFunction");
        try (var clients = new AwsClients(environment, List.of())) {
            var plain = clients.kms()
                    .decrypt(request -> request.keyId(environment.get("KEY_ID"))
                            .ciphertextBlob(wrapped)
                            .encryptionContext(Map.of(
                                    "tenant",
                                    environment.getOrDefault("TENANT", ""),
                                    "customer",
                                    "1001",
                                    "version",
                                    secret.getOrDefault("pinVersion", AttributeValue.fromN(""))
                                            .n(),
                                    "purpose",
                                    "pin")))
                    .plaintext()
                    .asByteArray();
            canary("the secret", plain);
            canary("the wrapped secret", wrapped.asByteArray());
            CANARIES.put("the mobile", customer.number().getBytes(ISO_8859_1));
        }
    }

    private static void canary(String name, byte[] bytes) {
        CANARIES.put(name, bytes);
        CANARIES.put(
                name + " in base64", Base64.getEncoder().encodeToString(bytes).getBytes(ISO_8859_1));
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return item.getOrDefault(name, AttributeValue.fromS("")).s();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aPrimedProcessHoldsNoCustomersSecret() throws IOException {
        var memory = folder.resolve("primed.hprof");

        var said = run(memory, "", ActivationHandler.class, VerificationHandler.class);

        assertThat(said.lines().filter(line -> line.contains("\"outcome\":\"primed\"")))
                .hasSize(2);
        assertThat(threads(said)).isBetween(1, 30);
        assertThat(found(memory)).isEmpty();
    }

    /** The test above can fail: a function that has shown a PIN has traces of it in memory. */
    @Test
    void aProcessThatHasServedACustomerHoldsSome() throws IOException {
        var memory = folder.resolve("served.hprof");
        var event = new SampleEvents(service).read(ProjectFiles.root().resolve("events/get-panel-support-pin.json"));

        run(memory, event.toString(), CurrentPinHandler.class);

        assertThat(found(memory)).contains("the secret");
    }

    /** A hundred rounds of a rehearsal, each with its own clients, leave none behind. */
    private static int threads(String said) {
        return said.lines()
                .filter(line -> line.startsWith(PrimedProcess.THREADS))
                .mapToInt(line -> Integer.parseInt(line.substring(PrimedProcess.THREADS.length())))
                .sum();
    }

    private static String run(Path memory, String event, Class<?>... functions) {
        // This one has all that any function has in its environment.
        var environment = new HashMap<>(service.environment("ActionFunction"));
        var args = Stream.concat(
                        Stream.of(memory.toString(), event),
                        Stream.of(functions).map(Class::getName))
                .toArray(String[]::new);
        return ForkedJvm.run(PrimedProcess.class, environment, args);
    }

    private static List<String> found(Path memory) throws IOException {
        var all = Files.readString(memory, ISO_8859_1);
        return CANARIES.entrySet().stream()
                .filter(canary -> all.contains(new String(canary.getValue(), ISO_8859_1)))
                .map(Map.Entry::getKey)
                .toList();
    }
}
