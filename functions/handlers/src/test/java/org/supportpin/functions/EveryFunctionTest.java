package org.supportpin.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.testing.MutableClock;
import org.supportpin.functions.action.ActionHandler;
import org.supportpin.functions.activation.ActivationHandler;
import org.supportpin.functions.audit.AuditHandler;
import org.supportpin.functions.currentpin.CurrentPinHandler;
import org.supportpin.functions.erasure.ErasureHandler;
import org.supportpin.functions.http.Log;
import org.supportpin.functions.record.RecordHandler;
import org.supportpin.functions.sms.SmsHandler;
import org.supportpin.functions.testing.Answer;
import org.supportpin.functions.testing.Environments;
import org.supportpin.functions.testing.EventOf;
import org.supportpin.functions.verification.VerificationHandler;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Each route of each function, called without a valid token, and without AWS. */
class EveryFunctionTest {

    private static final String PIN = "482913";
    private static final String NUMBER = "+306912345678";

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();

    /** Nothing listens there. */
    private final Wiring wiring = Wiring.of(
            Environments.at("http://127.0.0.1:1"),
            new MutableClock(Instant.parse("2026-11-22T12:00:00Z")),
            new Log(new PrintStream(logged, true, UTF_8)),
            List.of(new ExecutionInterceptor() {
                @Override
                public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
                    calls.add(context.request().getClass().getSimpleName());
                }
            }));

    /**
     * A route.
     *
     * @param scope what its caller needs
     * @param body a valid one; empty if it takes none
     */
    record Route(Function<Wiring, RequestStreamHandler> function, String key, String scope, String body) {

        boolean isPanels() {
            return key.contains("/v1/panel/");
        }

        EventOf event() {
            return EventOf.route(key)
                    .path("customerId", "4711")
                    .path("callId", "2-0123456789abcdef")
                    .path("verificationId", "NDcxMQ.AbCdEfGhIjKlMnOpQrSt_-")
                    .header("content-type", "application/json")
                    .body(body);
        }

        Json.Builder claims() {
            return isPanels()
                    ? EventOf.customer("4711")
                            .put("phone_number", NUMBER)
                            .put("phone_number_verified", "true")
                            .put("auth_time", Long.toString(Instant.now().getEpochSecond()))
                    : EventOf.staff("maria", scope);
        }

        @Override
        public String toString() {
            return key;
        }
    }

    static Stream<Route> routes() {
        return Stream.of(
                new Route(
                        ActivationHandler::new, "PUT /v1/panel/mobile", "pin:self", "{\"number\":\"" + NUMBER + "\"}"),
                new Route(
                        ActivationHandler::new,
                        "POST /v1/panel/mobile/confirmation",
                        "pin:self",
                        "{\"code\":\"" + PIN + "\"}"),
                new Route(ActivationHandler::new, "POST /v1/panel/support-pin/activation", "pin:self", ""),
                new Route(ActivationHandler::new, "DELETE /v1/panel/support-pin/activation", "pin:self", ""),
                new Route(CurrentPinHandler::new, "GET /v1/panel/support-pin", "pin:self", ""),
                new Route(CurrentPinHandler::new, "POST /v1/panel/support-pin/unlock", "pin:self", ""),
                new Route(RecordHandler::new, "GET /v1/panel/activity", "pin:self", ""),
                new Route(RecordHandler::new, "GET /v1/panel/export", "pin:self", ""),
                new Route(RecordHandler::new, "GET /v1/panel/calls", "pin:self", ""),
                new Route(RecordHandler::new, "GET /v1/panel/calls/{callId}/receipt", "pin:self", ""),
                new Route(SmsHandler::new, "POST /v1/panel/support-pin/sms", "pin:self", ""),
                new Route(
                        SmsHandler::new,
                        "POST /v1/agent/customers/{customerId}/sms",
                        "pin:verify",
                        "{\"callReference\":\"call-1\"}"),
                new Route(
                        VerificationHandler::new,
                        "POST /v1/agent/verifications",
                        "pin:verify",
                        "{\"customerId\":\"4711\",\"pin\":\"" + PIN + "\",\"callReference\":\"call-1\"}"),
                new Route(
                        VerificationHandler::new, "DELETE /v1/agent/verifications/{verificationId}", "pin:verify", ""),
                new Route(
                        ActionHandler::new,
                        "POST /v1/agent/verifications/{verificationId}/actions/preview",
                        "action:execute",
                        "{\"action\":\"recall-gr-domain\",\"parameters\":{\"domain\":\"nea.gr\"}}"),
                new Route(AuditHandler::new, "GET /v1/audit/customers/{customerId}/events", "audit:read", ""),
                new Route(AuditHandler::new, "GET /v1/audit/rotation-reports", "audit:read", ""),
                new Route(AuditHandler::new, "GET /v1/audit/roots", "audit:read", ""),
                new Route(
                        ErasureHandler::new,
                        "DELETE /v1/audit/customers/{customerId}",
                        "audit:erase",
                        "{\"note\":\"Letter 12\"}"));
    }

    private Answer answer(Route route, EventOf event) {
        return Answer.of(route.function().apply(wiring), event);
    }

    private void assertForbidden(Answer answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("forbidden");
        assertThat(calls).isEmpty();
    }

    /** Under SnapStart, secrets opened at init would be in the snapshot (security.md, threat 22). */
    @Test
    void creatingAFunctionMakesNoCall() {
        routes().forEach(route -> assertThat(route.function().apply(wiring)).isNotNull());

        assertThat(calls).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void withoutClaimsNothingHappens(Route route) {
        assertForbidden(answer(route, route.event()));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void theOtherRealmsTokenIsRefusedForEveryScope(Route route) {
        var other = route.isPanels() ? EventOf.staff("4711", route.scope()) : EventOf.customer("maria");

        assertForbidden(answer(
                route, route.event().claims(other.put("scope", route.scope()).build())));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void anotherScopeDoesNothing(Route route) {
        var others = Stream.of("pin:self", "pin:verify", "action:execute", "action:approve", "audit:read")
                .filter(scope -> !scope.equals(route.scope()))
                .toList();

        assertForbidden(answer(
                route,
                route.event()
                        .claims(route.claims()
                                .put("scope", String.join(" ", others))
                                .build())));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void withoutAStoreTheCallerIsAskedToComeAgain(Route route) {
        var answer = answer(route, route.event().claims(route.claims().build()));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("temporarily-unavailable");
        assertThat(answer.header("Retry-After")).contains("1");
        assertThat(answer.text()).doesNotContain(PIN, "6912345678");
        assertThat(logged.toString(UTF_8)).contains("StoreUnavailable").doesNotContain(PIN, "6912345678", "127.0.0.1");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void anUnknownMemberIsRefusedBeforeAnythingHappens(Route route) {
        if (route.key().startsWith("GET")) {
            return;
        }
        var body = route.body().isEmpty() ? "{\"x\":1}" : route.body().replaceFirst("\\{", "{\"x\":1,");
        var answer = answer(route, route.event().claims(route.claims().build()).body(body));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("\"pointer\":\"/x\"").doesNotContain(PIN, "6912345678");
        assertThat(calls).isEmpty();
    }
}
