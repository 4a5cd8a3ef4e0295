package org.supportpin.local.journey;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.JsonText.MalformedJson;
import org.supportpin.functions.http.Log;
import org.supportpin.local.LocalStack;
import org.supportpin.local.contract.ProjectFiles;
import org.supportpin.local.contract.Responses;
import org.supportpin.local.function.FunctionFailed;
import org.supportpin.local.function.WiredHandlers;
import org.supportpin.local.iam.Role.Grant;
import org.supportpin.local.iam.RoleGuard;
import org.supportpin.local.sample.Caller;
import org.supportpin.local.sample.IssuerKeys;
import org.supportpin.local.template.Function;
import org.supportpin.local.testing.Trees;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** The whole service, running for tests. Each customer is new, so that tests are independent. */
final class Service implements AutoCloseable {

    /** How the notices to the mobile on file begin. */
    private static final List<String> NOTICES = List.of(
            "Το Support PIN ενεργ",
            "Το Support PIN απενεργ",
            "Λάθος PIN στο τηλέφωνο",
            "Έγιναν αυστηρότεροι",
            "Ζητήσατε ",
            "Support PIN was activated",
            "Support PIN was deactivated",
            "Wrong PINs by phone",
            "Your phone rules were tightened",
            "You asked for ");

    private static final String CONNECTORS = "SUPPORT_PIN_CONNECTORS";
    private static final String GATED = "GATED";
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Responses CONTRACT = new Responses();

    /** Each is started on first use and lives as long as the tests: one per parallel thread. */
    private static final ThreadLocal<Service> SHARED = ThreadLocal.withInitial(Service::start);

    private static final ThreadLocal<Service> FAR_AHEAD = ThreadLocal.withInitial(Service::start);

    private final LocalStack stack;
    private final Caller caller;
    /** Each signature takes longer than most requests; but after ten minutes a sign-in is no longer fresh. */
    private final Map<String, Issued> tokens = new ConcurrentHashMap<>();

    private final Calls calls = new Calls();
    private final Map<String, RoleGuard> guards = new ConcurrentHashMap<>();
    private final Map<String, Deployed> deployed = new ConcurrentHashMap<>();
    private final BackDoor behind;
    private BiConsumer<String, String> heard = (_, _) -> {};
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    private Service(
            Path data,
            Path project,
            Map<String, String> more,
            Predicate<Function> meant,
            List<ExecutionInterceptor> interceptors,
            Duration skew) {
        IssuerKeys.putInto(data);
        var lines = new Log(new PrintStream(log, true, StandardCharsets.UTF_8));
        var own = new HashMap<>(
                Map.of("SUPPORT_PIN_PORT", "0", "SUPPORT_PIN_DATA", data.toString(), "SUPPORT_PIN_TABLES", "memory"));
        own.putAll(more);
        if (!own.remove(GATED, "true")) {
            own.put(CONNECTORS, withoutGates(data, own.get(CONNECTORS)).toString());
        }
        this.stack = LocalStack.start(own, project, (function, environment, clock) -> {
            deployed.put(function.id(), new Deployed(function, Map.copyOf(environment)));
            var isMeant = meant.test(function);
            var around = new ArrayList<>(isMeant ? interceptors : counted(function));
            around.addFirst(watch(function, environment));
            var its = isMeant ? Clock.offset(clock, skew) : clock;
            return new WiredHandlers(lines, around).create(function, environment, its);
        });
        this.caller = new Caller(stack.uri());
        this.behind = new BackDoor(stack);
    }

    /** The same settings with all gates off, as version 1 acted, for journeys that are about something else. */
    private static Path withoutGates(Path data, @Nullable String connectors) {
        try {
            var given = connectors == null ? Json.Null.NULL : JsonText.read(Files.readString(Path.of(connectors)));
            var parameters = new LinkedHashMap<String, Json>(
                    Map.of("ConsentForHighRisk", Json.of("false"), "HoldHours", Json.of("0"), "FourEyes", Json.of("")));
            parameters.putAll(given.path("parameters").members());
            var all = new LinkedHashMap<String, Json>(given.members());
            all.put("parameters", new Json.Obj(parameters));
            return Files.writeString(
                    data.resolve("without-gates-" + NEXT.incrementAndGet() + ".json"),
                    JsonText.write(new Json.Obj(all)));
        } catch (IOException | MalformedJson e) {
            throw new IllegalStateException(e);
        }
    }

    /** Calls by schedules may come at any time, and belong to no request. */
    private List<ExecutionInterceptor> counted(Function function) {
        return isOnRequest(function) ? List.of(calls) : List.of();
    }

    private static boolean isOnRequest(Function function) {
        return function.schedules().isEmpty()
                && function.streams().isEmpty()
                && !function.handler().endsWith("RotationAuditHandler");
    }

    /** The watch is called at any time, and would take what a test has planned for a request. */
    private static boolean isNoWatch(Function function) {
        return function.streams().isEmpty();
    }

    private static Predicate<Function> named(String handler) {
        return function -> function.handler().endsWith(handler);
    }

    private RoleGuard watch(Function function, Map<String, String> environment) {
        var guard = new RoleGuard(function.id(), function.role(), environment.getOrDefault("AWS_REGION", ""));
        guards.put(function.id(), guard);
        return guard;
    }

    /** A function as the template deploys it, with the whole environment that it has here. */
    record Deployed(Function function, Map<String, String> environment) {}

    /** All functions, by logical id. */
    Map<String, Deployed> deployed() {
        return Map.copyOf(deployed);
    }

    /** What a function finds in its environment. */
    Map<String, String> environment(String function) {
        return Objects.requireNonNull(deployed.get(function), function).environment();
    }

    /** Restricts calls to AWS in a function's name to its role. */
    RoleGuard guard(String function) {
        return Objects.requireNonNull(guards.get(function), function);
    }

    /** What each function's role grants, and no call has needed so far. */
    Map<String, Set<Grant>> unusedGrants() {
        return guards.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().unused()));
    }

    /** A service with its own data. */
    static Service in(Path data) {
        return new Service(data, ProjectFiles.root(), Map.of(), _ -> false, List.of(), Duration.ZERO);
    }

    /** With tables on disk, so that another one can continue. */
    static Service lasting(Path data) {
        return new Service(
                data, ProjectFiles.root(), Map.of("SUPPORT_PIN_TABLES", "disk"), _ -> false, List.of(), Duration.ZERO);
    }

    /** The same, with the template of another folder, as after a deployment. */
    static Service lasting(Path data, Path project) {
        return lasting(data, project, "none");
    }

    static Service lasting(Path data, Path project, String handler, ExecutionInterceptor... interceptors) {
        return new Service(
                data,
                project,
                Map.of("SUPPORT_PIN_TABLES", "disk"),
                named(handler),
                List.of(interceptors),
                Duration.ZERO);
    }

    /** With the gates that a trial has. */
    static Service gated(Path data) {
        return new Service(data, ProjectFiles.root(), Map.of(GATED, "true"), _ -> false, List.of(), Duration.ZERO);
    }

    /** The same, with every handler's calls to AWS intercepted but the watch's. */
    static Service gated(Path data, ExecutionInterceptor interceptor) {
        return new Service(
                data,
                ProjectFiles.root(),
                Map.of(GATED, "true"),
                Service::isNoWatch,
                List.of(interceptor),
                Duration.ZERO);
    }

    /** The same, with one handler's clock wrong. */
    static Service gated(Path data, String handler, Duration skew) {
        return new Service(data, ProjectFiles.root(), Map.of(GATED, "true"), named("." + handler), List.of(), skew);
    }

    /** The same, with a connector file, and the requests for actions intercepted. */
    static Service gated(Path data, Path connectors, ExecutionInterceptor interceptor) {
        return new Service(
                data,
                ProjectFiles.root(),
                Map.of(GATED, "true", CONNECTORS, connectors.toString()),
                named(".ActionHandler"),
                List.of(interceptor),
                Duration.ZERO);
    }

    /** Without the local issuers: only the token service's clients get tokens. */
    static Service tokenServiceAlone(Path data) {
        var more = Map.of("SUPPORT_PIN_ISSUERS", "token-service");
        return new Service(data, ProjectFiles.root(), more, _ -> false, List.of(), Duration.ZERO);
    }

    /** With the real systems of a connector file behind the actions. */
    static Service in(Path data, Path connectors) {
        var more = Map.of("SUPPORT_PIN_CONNECTORS", connectors.toString());
        return new Service(data, ProjectFiles.root(), more, _ -> false, List.of(), Duration.ZERO);
    }

    /** The same, with one handler's calls to AWS, and to the simulated back office, intercepted. */
    static Service in(Path data, String handler, ExecutionInterceptor interceptor) {
        return new Service(
                data, ProjectFiles.root(), Map.of(), named("." + handler), List.of(interceptor), Duration.ZERO);
    }

    /** The same, with every handler's calls intercepted but the watch's. */
    static Service everywhere(Path data, ExecutionInterceptor interceptor) {
        return new Service(
                data, ProjectFiles.root(), Map.of(), Service::isNoWatch, List.of(interceptor), Duration.ZERO);
    }

    /** The same, with the calls intercepted of every handler that only requests invoke. */
    static Service onRequest(Path data, ExecutionInterceptor interceptor) {
        return new Service(
                data, ProjectFiles.root(), Map.of(), Service::isOnRequest, List.of(interceptor), Duration.ZERO);
    }

    /** The same, with one handler's clock wrong. */
    static Service skewed(Path data, String handler, Duration skew) {
        return new Service(data, ProjectFiles.root(), Map.of(), named("." + handler), List.of(), skew);
    }

    private static Service start() {
        var service = inAFolderOfItsOwn();
        Runtime.getRuntime().addShutdownHook(new Thread(service::closeLast));
        return service;
    }

    /** A service of its own, for a test that needs one of the seeded customers as nobody has touched it. */
    static Service inAFolderOfItsOwn() {
        try {
            return in(Files.createTempDirectory("support-pin"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One for all tests of this thread that leave its clock within hours of now. */
    static Service shared() {
        return SHARED.get();
    }

    /** One for all tests of this thread that move its clock by days. */
    static Service farAhead() {
        return FAR_AHEAD.get();
    }

    /** Direct access to the tables. */
    BackDoor backDoor() {
        return behind;
    }

    LocalStack stack() {
        return stack;
    }

    /** From now on, records each request's log line and answer. */
    void listen(BiConsumer<String, String> listener) {
        heard = listener;
    }

    /**
     * The functions' calls to AWS. What the watch writes of earlier requests is written before: a request that is counted would
     * otherwise now and then lose a race to it, and its second attempt would count.
     */
    Calls calls() {
        stack.awaitStreams();
        return calls;
    }

    /** Every line that the functions logged. */
    String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    CustomerSteps customer() {
        return customer("c-" + NEXT.incrementAndGet());
    }

    CustomerSteps customer(String id) {
        return new CustomerSteps(this, id);
    }

    AgentSteps agent() {
        return agent("agent-" + NEXT.incrementAndGet());
    }

    AgentSteps agent(String id) {
        return new AgentSteps(this, id, token("agent", id, "{}"));
    }

    AgentSteps supervisor() {
        return supervisor("supervisor-" + NEXT.incrementAndGet());
    }

    AgentSteps supervisor(String id) {
        return new AgentSteps(this, id, token("supervisor", id, "{}"));
    }

    String token(String role, String subject, String claims) {
        return tokens.compute(
                        role + " " + subject + " " + claims,
                        (_, known) -> known != null && known.isRecent()
                                ? known
                                : new Issued(caller.token(role, subject, claims), System.nanoTime()))
                .token();
    }

    private record Issued(String token, long at) {
        boolean isRecent() {
            return System.nanoTime() - at < Duration.ofMinutes(5).toNanos();
        }
    }

    void advance(Duration time) {
        call("POST", "/local/clock", "{\"advance\":\"" + time + "\"}", null).is(200);
    }

    Instant now() {
        return call("GET", "/local/clock", "", null).instant("now");
    }

    /**
     * The texts of SMS to a number, oldest first, without the notices that the outbox's schedule sends when it comes: most stories
     * are about the others.
     */
    List<String> sms(String to) {
        return allSms(to).stream()
                .filter(text -> NOTICES.stream().noneMatch(text::startsWith))
                .toList();
    }

    /** The others: what the outbox has told a number of, oldest first. */
    List<String> told(String to) {
        return allSms(to).stream()
                .filter(text -> NOTICES.stream().anyMatch(text::startsWith))
                .toList();
    }

    private List<String> allSms(String to) {
        var texts = new ArrayList<String>();
        call("GET", "/local/sms", "", null).body().path("messages").forEach(message -> {
            if (message.path("to").asText().equals(to)) {
                texts.add(message.path("text").asText());
            }
        });
        return texts;
    }

    void fault(String operation, String fault) {
        call(
                        "POST",
                        "/local/back-office/faults",
                        "{\"operation\":\"%s\",\"fault\":\"%s\",\"times\":1}".formatted(operation, fault),
                        null)
                .is(204);
    }

    /** Calls a scheduled function now. */
    void invoke(String function) {
        invoke(function, "{}");
    }

    /**
     * Calls a scheduled function now, with the event that its schedule sends. A clock that was moved may have called it too: what
     * that call has taken for itself is done as well when this returns.
     */
    void invoke(String function, String event) {
        try {
            stack.invoke(function, event.getBytes(StandardCharsets.UTF_8));
            stack.awaitRunning(function);
        } catch (FunctionFailed e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** One run of recovery, by its schedule a minute from now; returns when it has ended. */
    void recoverOnSchedule() {
        var before = recoveries();
        advance(Duration.ofSeconds(61));
        for (int wait = 0; wait < 400 && recoveries() == before; wait++) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        Assertions.assertThat(recoveries()).as("runs that ended").isEqualTo(before + 1);
    }

    private long recoveries() {
        return log().lines().filter(line -> line.contains("\"recovered\"")).count();
    }

    /** Actions that need a person. */
    Answer unsettled() {
        return call("GET", "/v1/audit/actions?status=needs-human", "", token("auditor", "auditor-1", "{}"));
    }

    /** The id of one, once it is listed: the schedule's own run of recovery may have its turn, and not be at its end. */
    String unsettledAction() {
        return await().until(
                        () -> unsettled()
                                .is(200)
                                .body()
                                .path("actions")
                                .path(0)
                                .path("actionId")
                                .asText(),
                        action -> !action.isEmpty());
    }

    /** A person says what became of one. */
    Answer settle(String action, String outcome, String note) {
        return call(
                "POST",
                "/v1/audit/actions/" + action + "/resolution",
                "{\"outcome\":\"%s\",\"note\":\"%s\"}".formatted(outcome, note),
                token("auditor", "auditor-1", "{}"));
    }

    /** The report of a half-hourly audit that was run now. */
    Answer audit() {
        return call("POST", "/local/rotation-audit", "", null).is(200);
    }

    /** The report of a sweep that was run now. */
    Answer sweep() {
        return call("POST", "/local/sweep", "", null).is(200);
    }

    /** The progress of a run that wrapped all customers' keys again. */
    Answer rewrap() {
        return call("POST", "/local/rewrapping", "", null).is(200);
    }

    /** Makes one request and checks its answer against the contract. */
    Answer call(String method, String path, String body, @Nullable String token, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        if (token != null) {
            all.addAll(List.of("Authorization", "Bearer " + token));
        }
        if (!body.isEmpty() && !all.contains("Content-Type")) {
            all.addAll(List.of("Content-Type", "application/json"));
        }
        var response = caller.call(method, path, body, all.toArray(String[]::new));
        heard.accept(method + " " + path, response.headers().map() + " " + response.body());
        if (path.startsWith("/v1/")) {
            Assertions.assertThat(CONTRACT.faults(
                            method,
                            path.replaceAll("\\?.*", ""),
                            response.statusCode(),
                            response.headers().map(),
                            response.body()))
                    .as("%s %s: %s %s", method, path, response.statusCode(), response.body())
                    .isEmpty();
        }
        return new Answer(response.statusCode(), body(response), response.headers());
    }

    /** What is no JSON is a text. */
    private static JsonNode body(HttpResponse<String> response) {
        if (response.body().isEmpty()) {
            return Trees.object();
        }
        return response.headers()
                        .firstValue("content-type")
                        .filter(type -> !type.endsWith("/json") && !type.endsWith("+json"))
                        .isPresent()
                ? TextNode.valueOf(response.body())
                : Trees.read(response.body());
    }

    /** When all tests have ended, an exception would be lost: the build sees that this JVM has not ended well. */
    private void closeLast() {
        try {
            close();
        } catch (AssertionError falseAlarm) {
            System.err.println(falseAlarm.getMessage());
            Runtime.getRuntime().halt(1);
        }
    }

    /** Whatever a journey does, the watch may name only what a test has planted. */
    @Override
    public void close() {
        try {
            Assertions.assertThat(behind.falseAlarms()).as("false alarms").isEmpty();
        } finally {
            stack.close();
        }
    }
}
