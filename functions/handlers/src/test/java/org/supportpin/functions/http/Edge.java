package org.supportpin.functions.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.function.Supplier;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Text;
import org.supportpin.domain.phone.PhoneNumbers;
import org.supportpin.domain.testing.MutableClock;
import org.supportpin.functions.http.Callers.Realm;
import org.supportpin.functions.testing.Answer;
import org.supportpin.functions.testing.EventOf;
import org.supportpin.functions.testing.Invocation;

/** A function with some routes, called as API Gateway would. */
final class Edge {

    static final String CANARY = "482913";
    static final String ROUTE = "POST /v1/panel/thing/{name}";

    final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    final MutableClock clock = new MutableClock(Instant.parse("2026-11-22T12:00:00Z"));
    Supplier<Response> then =
            () -> Response.json(200, Json.object().put("done", true).build());

    final Api api = new Api(
                    new Callers(
                            new Realm(EventOf.PANEL_ISSUER, "support-pin-panel"),
                            new Realm(EventOf.AGENT_ISSUER, "support-pin-agent"),
                            PhoneNumbers.ofDefaultRegions(),
                            clock),
                    new Log(new PrintStream(logged, true, UTF_8), clock),
                    clock)
            .panel(ROUTE, this::handle)
            .panel("DELETE /v1/panel/thing", (_, request) -> {
                request.noBody();
                return Response.empty(204);
            })
            .panelSoonAfterSignIn("PUT /v1/panel/trust", (_, request) -> {
                request.noBody();
                return Response.empty(204);
            })
            .staff(
                    "GET /v1/agent/thing",
                    "pin:verify",
                    (caller, request) -> Response.json(
                            200,
                            Json.object()
                                    .put("agent", caller.id().value())
                                    .put("cursor", request.query("cursor").orElse("none"))
                                    .build()));

    private record Thing(String text, int number) {}

    private Response handle(Caller.Customer caller, Request request) {
        Thing thing = request.body(
                request.header("idempotency-key").map(Checked::valid).orElseGet(() -> Checked.faulty("Send it.")),
                "Idempotency-Key",
                Read.object(fields -> {
                    var text = fields.required("text", Read.text(given -> Text.line(given, 1, 40_000)));
                    var number = fields.required("number", Read.integer(0, 9));
                    return fields.make(() -> new Thing(text.get(), number.get()));
                }));
        assertThat(caller.id().value()).isEqualTo("4711");
        assertThat(request.path("name")).isEqualTo("x");
        assertThat(thing.text()).isNotEmpty();
        return then.get();
    }

    Answer answer(String event) {
        var out = new ByteArrayOutputStream();
        try {
            api.handle(new ByteArrayInputStream(event.getBytes(UTF_8)), out, new Invocation());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Answer((Obj) JsonText.readOwn(out.toString(UTF_8)));
    }

    Answer answer(EventOf event) {
        return answer(event.text());
    }

    static EventOf event() {
        return EventOf.route(ROUTE)
                .claims(EventOf.customer("4711").build())
                .path("name", "x")
                .header("idempotency-key", "key-1")
                .header("content-type", "application/json");
    }

    static String body(String text) {
        return JsonText.write(Json.object().put("text", text).put("number", 7).build());
    }

    static void assertProblem(Answer answer, int status, String slug) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(slug);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.member("status")).isEqualTo(Json.of(status));
        assertThat(answer.body().text("title")).isPresent();
        assertThat(answer.body().text("detail")).isPresent();
        assertThat(answer.text()).doesNotContain(CANARY);
    }

    /** All that was logged. */
    String log() {
        return logged.toString(UTF_8);
    }
}
