package org.supportpin.functions.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.functions.http.Edge.CANARY;
import static org.supportpin.functions.http.Edge.ROUTE;
import static org.supportpin.functions.http.Edge.body;
import static org.supportpin.functions.http.Edge.event;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.Json.Str;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import org.supportpin.functions.testing.EventOf;

/** The log line: a closed set of fields, without anything from the request. */
class LogTest {

    private final Edge edge = new Edge();

    private Obj line() {
        return (Obj) JsonText.readOwn(edge.log());
    }

    @Test
    void isOneLineWithTheClosedFieldsAlone() {
        edge.then = () -> {
            edge.clock.advance(Duration.ofMillis(17));
            return Response.json(201, new Str(CANARY));
        };
        edge.answer(event().header("authorization", CANARY).query("q", CANARY).body(body(CANARY)));

        assertThat(edge.log().strip().lines()).hasSize(1);
        assertThat(edge.log())
                .startsWith("{\"function\":\"a-function\",\"requestId\":\"request-1\",\"route\":\"" + ROUTE
                        + "\",\"status\":201,\"outcome\":\"201\",\"durationMs\":17,\"Requests\":1,\"_aws\":{");
    }

    /** CloudWatch's embedded metric format: metrics, dimension and time. */
    @Test
    void countsEachOutcome() {
        edge.answer(EventOf.route(ROUTE));

        assertThat(edge.log())
                .contains(
                        "\"CloudWatchMetrics\":[{\"Namespace\":\"SupportPin\",\"Dimensions\":[[\"outcome\"]],\"Metrics\":["
                                + "{\"Name\":\"Requests\",\"Unit\":\"Count\"}]}]");
    }

    @Test
    void timesWhatCallersWaitFor() {
        edge.then = () -> Response.json(201, new Str(CANARY));
        edge.answer(event().body(body(CANARY)));

        assertThat(edge.log())
                .contains(
                        "\"CloudWatchMetrics\":[{\"Namespace\":\"SupportPin\",\"Dimensions\":[[\"outcome\"]],\"Metrics\":["
                                + "{\"Name\":\"Requests\",\"Unit\":\"Count\"},{\"Name\":\"durationMs\",\"Unit\":\"Milliseconds\"}]}]");
        assertThat(((Obj) line().get("_aws").orElseThrow()).get("Timestamp"))
                .contains(Json.of(edge.clock.instant().toEpochMilli()));
    }

    @Test
    void namesARouteOnlyIfThereIsOne() {
        edge.answer(EventOf.route("GET /" + CANARY));

        assertThat(line().text("route")).contains("unknown");
        assertThat(edge.log()).doesNotContain(CANARY);
    }

    @Test
    void namesTheProblem() {
        edge.answer(EventOf.route(ROUTE));

        assertThat(line().text("outcome")).contains("forbidden");
        assertThat(line().members().keySet())
                .isEqualTo(Set.of(
                        "function",
                        "requestId",
                        "route",
                        "status",
                        "outcome",
                        "durationMs",
                        "claims",
                        "Requests",
                        "_aws"));
    }

    @Test
    void namesAnErrorByItsClass() {
        edge.then = () -> {
            throw new IllegalStateException(CANARY);
        };
        edge.answer(event().body(body("a")));

        assertThat(line().members().keySet())
                .isEqualTo(Set.of(
                        "function",
                        "requestId",
                        "route",
                        "status",
                        "outcome",
                        "durationMs",
                        "error",
                        "Requests",
                        "_aws"));
    }

    /** Each has its own page in the runbook, which 503 alone would not identify. */
    @Test
    void countsWhatDidNotAnswer() {
        edge.then = () -> {
            throw new KeysUnavailable("Decrypt failed", new IllegalStateException(CANARY));
        };
        edge.answer(event().body(body("a")));
        assertThat(line().get("KeysUnavailable")).contains(Json.of(1));
    }
}
