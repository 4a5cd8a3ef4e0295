package org.supportpin.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.supportpin.local.http.Body;
import org.supportpin.local.lambda.FunctionProcess;
import org.supportpin.local.lambda.FunctionProcess.Launch;

/** Cold starts and restores: from the start of the process, or from the restore, to the first answer. */
final class Starts {

    static final String MS = "ms";

    /** Of the process, its compilers included: unlike the time, it hardly depends on what else the machine does. */
    static final String CPU = "CPU ms";

    static final String FLOOR = "empty handler (F)";
    static final String FLOOR_RESTORED = "empty handler, restored";
    static final String BARE = "query, decrypt and put, bare";
    static final String SPRING = "current PIN, Spring Cloud Function";
    static final String QUARKUS = "current PIN, Quarkus";
    static final String BARE_PIN = "query and decrypt, bare";
    static final String PIN = "current PIN";
    static final String PIN_AOT = "current PIN, AOT cache";
    static final String VERIFICATION_AOT = "verification, AOT cache";
    static final String PIN_PRIMED = "current PIN, restored, primed";
    static final String VERIFICATION_PRIMED = "verification, restored, primed";
    static final List<String> FUNCTIONS =
            List.of(PIN, "activation", "SMS", "verification", "action", "audit", "recovery", "rotation audit");

    static final List<String> PEERS = List.of(FLOOR, BARE_PIN, PIN, QUARKUS, SPRING);

    private static final Map<String, String> SNAP_START = Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    private static final int FLOORS = 3;

    private final Site site;
    private final Requests requests;
    private final Path code = Code.functions();
    private final String customer;

    Starts(Site site, Requests requests) {
        this.site = site;
        this.requests = requests;
        this.customer = site.customer();
    }

    private record Cold(String name, Launch launch, Supplier<Body> event, int status) implements Rounds.Measured {
        @Override
        public Map<String, Double> measure() {
            var body = event.get();
            long started = System.nanoTime();
            try (var process = FunctionProcess.start(launch)) {
                Check.status(process, body, status);
                return Map.of(MS, (System.nanoTime() - started) / 1e6, CPU, cpu(process));
            }
        }
    }

    private record Restore(String name, Site site, Launch launch, Supplier<Body> event, int status)
            implements Rounds.Measured {
        @Override
        public Map<String, Double> measure() throws InterruptedException {
            var body = event.get();
            try (var process = FunctionProcess.start(launch)) {
                process.api().awaitSnapshot();
                site.cut();
                // In a real snapshot, the effects of the cut are over.
                Thread.sleep(300);
                var before = cpu(process);
                long started = System.nanoTime();
                process.api().restore();
                Check.status(process, body, status);
                return Map.of(MS, (System.nanoTime() - started) / 1e6, CPU, cpu(process) - before);
            }
        }
    }

    private static double cpu(FunctionProcess process) {
        return process.handle().info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
    }

    List<Rounds.Measured> all() throws IOException, InterruptedException {
        Supplier<Body> pin = () -> requests.currentPin(customer);
        Supplier<Body> verification = requests::verification;
        var others = List.of(
                new Cold(BARE, bare("VerificationFunction"), Requests::nothing, 200),
                cold("activation", "ActivationFunction", requests::declareMobile, 202),
                cold("SMS", "SmsFunction", requests::sms, 202),
                cold("verification", "VerificationFunction", verification, 201),
                cold("action", "ActionFunction", requests::action, 201),
                cold("audit", "AuditFunction", requests::audit, 200),
                cold("recovery", "RecoveryFunction", () -> requests.other("recovery"), 200),
                cold("rotation audit", "RotationAuditFunction", () -> requests.other("rotation-audit-sweep-part"), 200),
                new Cold(
                        "current PIN, TLS",
                        site.tls("CurrentPinFunction", code).with(Options.FIRST_COMPILER),
                        pin,
                        200),
                aot(PIN_AOT, "CurrentPinFunction", pin, 200),
                aot(VERIFICATION_AOT, "VerificationFunction", verification, 201),
                new Restore(FLOOR_RESTORED, site, floor().with(SNAP_START), Requests::nothing, 200),
                restore("current PIN, restored, not primed", "CurrentPinFunction", pin, 200, false),
                restore(PIN_PRIMED, "CurrentPinFunction", pin, 200, true),
                restore("verification, restored, not primed", "VerificationFunction", verification, 201, false),
                restore(VERIFICATION_PRIMED, "VerificationFunction", verification, 201, true));
        return Stream.<Rounds.Measured>concat(peers().stream(), others.stream()).toList();
    }

    /** The current PIN, what most would choose instead, and the floors under both: a shorter run. */
    List<Rounds.Measured> peers() throws IOException {
        Supplier<Body> pin = () -> requests.currentPin(customer);
        // All others are divided by it, so it is measured more often.
        var floors = Collections.nCopies(FLOORS, new Cold(FLOOR, floor(), Requests::nothing, 200));
        var others = List.of(
                new Cold(BARE_PIN, Own.queryAndDecrypt(bare("CurrentPinFunction")), Requests::nothing, 200),
                cold(PIN, "CurrentPinFunction", pin, 200),
                new Cold(SPRING, spring(), pin, 200),
                new Cold(QUARKUS, quarkus(), pin, 200));
        return Stream.<Rounds.Measured>concat(floors.stream(), others.stream()).toList();
    }

    private Launch floor() throws IOException {
        return Own.floor(site.folder()).with(Options.FIRST_COMPILER);
    }

    private Launch bare(String function) throws IOException {
        return Own.bare(site.http(function, Own.bare(site.folder())), customer).with(Options.FIRST_COMPILER);
    }

    private Launch spring() {
        return peer(Code.spring(), "org.springframework.cloud.function.adapter.aws.FunctionInvoker")
                .with(Map.of("MAIN_CLASS", "org.supportpin.benchmark.spring.SpringPin"));
    }

    private Launch quarkus() throws IOException {
        return peer(
                Code.quarkus(site.folder()), "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest");
    }

    /** The current PIN's function with another's code. */
    private Launch peer(Path folder, String handler) {
        var same = site.http("CurrentPinFunction", folder).with(Options.FIRST_COMPILER);
        return new Launch(same.folder(), same.classPath(), handler, same.options(), same.environment());
    }

    private Cold cold(String name, String function, Supplier<Body> event, int status) {
        return new Cold(name, site.http(function, code).with(Options.FIRST_COMPILER), event, status);
    }

    private Cold aot(String name, String function, Supplier<Body> event, int status)
            throws IOException, InterruptedException {
        var zip = site.http(function, code).with(Options.FIRST_COMPILER);
        return new Cold(name, Code.withAotCache(zip, site.folder(), event.get()), event, status);
    }

    private Restore restore(String name, String function, Supplier<Body> event, int status, boolean primed) {
        var launch = site.tls(function, code).with(SNAP_START);
        return new Restore(name, site, primed ? launch.with(Options.HOOKS) : launch, event, status);
    }
}
