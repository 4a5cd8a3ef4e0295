package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.local.contract.EventFiles;
import org.supportpin.local.contract.ProjectFiles;
import org.supportpin.local.contract.Responses;
import org.supportpin.local.http.Body;
import org.supportpin.local.lambda.Answered;
import org.supportpin.local.lambda.FunctionProcess;
import org.supportpin.local.testing.Trees;
import org.supportpin.simulated.SimulatedBackOffice;

/**
 * What is uploaded, as Lambda would run it: each function in its own JVM, under the real runtime interface client, which
 * takes classes and jars from the folder that template.yaml names as {@code CodeUri}. Each gets every event that is meant for it.
 */
@Tag("ci")
class PackagingTest {

    private static final Responses CONTRACT = new Responses();

    /** 1001 has the service, and 2002 begins without; verifications and actions have made-up ids, and the PIN is a guess. */
    private static final Map<String, Integer> STATUS = Map.ofEntries(
            Map.entry("delete-agent-calls.json", 404),
            Map.entry("delete-agent-suspensions.json", 404),
            Map.entry("delete-agent-verifications.json", 403),
            Map.entry("delete-panel-notice-address.json", 204),
            Map.entry("delete-panel-call.json", 204),
            Map.entry("delete-panel-support-pin-activation.json", 204),
            Map.entry("delete-audit-customers.json", 202),
            Map.entry("get-agent-actions.json", 200),
            Map.entry("get-agent-suspensions.json", 200),
            Map.entry("get-agent-approvals.json", 200),
            Map.entry("post-agent-approvals.json", 404),
            Map.entry("post-agent-customers-stop.json", 200),
            Map.entry("post-agent-verifications-actions-consent.json", 403),
            Map.entry("post-agent-verifications-actions-stop.json", 403),
            Map.entry("post-panel-actions-consent.json", 404),
            Map.entry("post-panel-actions-stop.json", 404),
            Map.entry("get-agent-verification-requests.json", 200),
            Map.entry("post-panel-actions-undo.json", 404),
            Map.entry("get-agent-verifications-account-zones.json", 403),
            Map.entry("get-agent-verifications-account.json", 403),
            Map.entry("get-agent-verifications-actions.json", 404),
            Map.entry("get-audit-customers-events.json", 200),
            Map.entry("get-audit-rotation-reports.json", 200),
            Map.entry("get-audit-roots.json", 200),
            Map.entry("get-audit-violations.json", 200),
            Map.entry("post-audit-violations-resolution.json", 404),
            Map.entry("get-audit-actions.json", 200),
            Map.entry("post-audit-actions-resolution.json", 404),
            Map.entry("get-keys.json", 200),
            Map.entry("get-issuers-.well-known-openid-configuration.json", 200),
            Map.entry("get-issuers-.well-known-jwks.json.json", 200),
            Map.entry("post-token.json", 401),
            Map.entry("get-panel-activity.json", 200),
            Map.entry("get-panel-calls-receipt.json", 404),
            Map.entry("get-panel-calls.json", 200),
            Map.entry("get-panel-export.json", 200),
            Map.entry("get-panel-notice-address.json", 200),
            Map.entry("get-panel-policy.json", 200),
            Map.entry("get-panel-support-pin.json", 200),
            Map.entry("post-agent-calls.json", 201),
            Map.entry("post-agent-customers-sms.json", 202),
            Map.entry("post-agent-handovers.json", 403),
            Map.entry("post-agent-verification-requests.json", 201),
            Map.entry("post-agent-verifications-handover.json", 403),
            Map.entry("post-agent-verifications-actions-preview.json", 403),
            Map.entry("post-agent-verifications-actions.json", 403),
            Map.entry("post-agent-verifications.json", 403),
            Map.entry("post-panel-mobile-confirmation.json", 409),
            Map.entry("post-panel-notice-address-confirmation.json", 409),
            Map.entry("post-panel-support-pin-activation.json", 201),
            Map.entry("post-panel-verification.json", 409),
            // The agent has just sent one.
            Map.entry("post-panel-support-pin-sms.json", 429),
            Map.entry("post-panel-support-pin-unlock.json", 200),
            Map.entry("put-panel-mobile.json", 202),
            Map.entry("put-panel-notice-address.json", 202),
            Map.entry("put-panel-policy.json", 200));

    private static final Map<Path, Answered> ANSWERS = new ConcurrentHashMap<>();
    private static final Map<String, List<String>> OUTPUT = new ConcurrentHashMap<>();

    /** Whether this build is a trial's ({@code -Psimulated}). */
    private static final boolean TRIAL = Boolean.getBoolean("supportpin.simulated");

    @BeforeAll
    static void runEachFunction(@TempDir Path data, @TempDir Path trial) throws Exception {
        assertThat(artifact().resolve("lib"))
                .as("`mvn package` lays the function out")
                .isDirectory();
        var code = TRIAL ? artifact() : asATrial(trial);
        try (var service = Service.in(data);
                var twoAtATime = Executors.newFixedThreadPool(2)) {
            service.customer("1001").activated();
            var events = new SampleEvents(service);
            var runs = byFunction().entrySet().stream()
                    .map(each -> twoAtATime.submit(() -> run(each.getKey(), each.getValue(), code, service, events)))
                    .toList();
            for (var run : runs) {
                run.get();
            }
        }
    }

    private static Map<String, List<Path>> byFunction() {
        return EventFiles.all().stream().collect(Collectors.groupingBy(EventFiles::functionOf));
    }

    private static void run(String id, List<Path> files, Path code, Service service, SampleEvents events) {
        var deployed = service.deployed().get(id);
        if (deployed == null) {
            throw new IllegalStateException("template.yaml has no " + id);
        }
        var launch = FunctionProcess.Launch.zip(code, deployed.function().handler(), deployed.environment())
                .with("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        try (var process = FunctionProcess.start(launch)) {
            for (var file : files) {
                var event = id.equals("ActivationFunction")
                        ? another(events.read(file)).toString()
                        : events.text(file);
                ANSWERS.put(file, process.invoke(Body.of(event)));
            }
            OUTPUT.put(
                    id,
                    Stream.concat(process.output().stream(), process.complaints().stream())
                            .toList());
        }
    }

    /** The upload, with the simulated back office for the actions. */
    private static Path asATrial(Path folder) throws IOException {
        copy(artifact(), folder);
        var simulated = Path.of(URI.create(SimulatedBackOffice.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        if (Files.isDirectory(simulated)) {
            copy(simulated, folder);
        } else {
            Files.copy(simulated, folder.resolve("lib/simulated.jar"));
        }
        return folder;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    /** Not customer 1001, whose PIN is shown meanwhile. */
    private static ObjectNode another(ObjectNode event) {
        event.withObject("/requestContext/authorizer/jwt/claims").put("sub", "2002");
        return event;
    }

    private static Path artifact() {
        var codeUri = ProjectFiles.yaml("template.yaml")
                .at("/Globals/Function/CodeUri")
                .asText();
        return ProjectFiles.root().resolve(codeUri);
    }

    static Stream<Path> routes() {
        return EventFiles.ofRoutes().stream();
    }

    static Stream<Path> others() {
        return EventFiles.all().stream().filter(file -> !EventFiles.ofRoutes().contains(file));
    }

    static Stream<String> functions() {
        return byFunction().keySet().stream();
    }

    private static JsonNode answer(Path file) {
        var answered = ANSWERS.get(file);
        assertThat(answered).as("%s", answered).isInstanceOf(Answered.Payload.class);
        return answered instanceof Answered.Payload(var body) ? Trees.read(body.text()) : Trees.object();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aRequestIsAnsweredInPayloadFormat2(Path file) {
        var http = ProjectFiles.json(file).at("/requestContext/http");

        var answer = answer(file);

        var name = file.getFileName().toString();
        var expected = Objects.requireNonNull(STATUS.get(name), name);
        // Two functions at a time: an announced call may have sent an SMS to the same customer just before.
        assertThat(answer.path("statusCode").asInt())
                .as("%s", answer)
                .isIn(name.equals("post-agent-customers-sms.json") ? List.of(expected, 429) : List.of(expected));
        assertThat(answer.path("headers").valueStream()).allMatch(JsonNode::isTextual);
        assertThat(answer.path("isBase64Encoded").asBoolean()).isFalse();
        assertThat(CONTRACT.faults(
                        http.path("method").asText(), http.path("path").asText(), answer))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("others")
    void whatScheduleAndStateMachineSendIsAnswered(Path file) {
        var answer = answer(file);

        assertThat(answer.isObject()).isTrue();
        assertThat(answer.size()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void itWritesNothingButJsonLines(String function) {
        var lines = OUTPUT.getOrDefault(function, List.of());

        assertThat(lines)
                .allSatisfy(line -> assertThat(Trees.read(line).isObject()).isTrue());
        assertThat(lines.stream().filter(line -> line.contains("\"requestId\"") && line.contains("\"status\"")))
                .hasSize((int) byFunction().getOrDefault(function, List.of()).stream()
                        .filter(file -> EventFiles.ofRoutes().contains(file))
                        .count());
    }

    /** Lambda brings the runtime's client. */
    @Test
    void nothingIsUploadedThatOnlyTestsNeed() throws Exception {
        try (var libraries = new JarFile(artifact().resolve("lib/libraries.jar").toFile())) {
            assertThat(libraries.stream().map(JarEntry::getName))
                    .contains("org/supportpin/domain/customer/Ledger.class")
                    .noneMatch(
                            name -> name.matches(
                                    "(com/amazonaws/services/lambda/runtime/(api|serialization|events)|org/junit|org/supportpin/(domain/testing|engine|local)|io/netty)/.*"));
        }
    }

    /** It serves nobody but those who try the service out. */
    @Test
    void theSimulatedBackOfficeIsUploadedOnlyIfAskedFor() throws Exception {
        try (var libraries = new JarFile(artifact().resolve("lib/libraries.jar").toFile())) {
            var names = libraries.stream().map(JarEntry::getName).toList();
            var parts = List.of(
                    "org/supportpin/simulated/SimulatedBackOffice.class",
                    "META-INF/services/org.supportpin.backoffice.connector.ConnectorProvider");
            if (TRIAL) {
                assertThat(names).containsAll(parts);
            } else {
                assertThat(names)
                        .isNotEmpty()
                        .noneMatch(name -> name.startsWith("org/supportpin/simulated/"))
                        .doesNotContainAnyElementsOf(parts);
            }
        }
    }

    /** Not being compressed is most of what one jar saves at a start. */
    @Test
    void theLibrariesAreNotCompressed() throws Exception {
        try (var libraries = new JarFile(artifact().resolve("lib/libraries.jar").toFile())) {
            assertThat(libraries.stream().filter(entry -> entry.getName().endsWith(".class")))
                    .isNotEmpty()
                    .allMatch(entry -> entry.getMethod() == ZipEntry.STORED);
        }
    }
}
