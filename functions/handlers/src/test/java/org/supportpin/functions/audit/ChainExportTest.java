package org.supportpin.functions.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Arr;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.customer.Decision;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.testing.MutableClock;
import org.supportpin.domain.testing.Samples;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.aws.DynamoDbForTests;
import org.supportpin.functions.http.Log;
import org.supportpin.functions.testing.Answer;
import org.supportpin.functions.testing.EventOf;

/** A chain as lines and as CSV, and a part of it. */
class ChainExportTest {

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-22T12:00:00Z"));
    private final Wiring wiring = Wiring.of(
            DynamoDbForTests.environment(), clock, new Log(new PrintStream(PrintStream.nullOutputStream())), List.of());
    private final AuditHandler handler = new AuditHandler(wiring);
    private final CustomerId customer = Samples.newCustomer();

    /** Five entries, one each second from noon on. */
    @BeforeEach
    void record() {
        for (int entry = 0; entry < 5; entry++) {
            wiring.ledgerCommands()
                    .<Boolean>perform(
                            customer, new Actor.Panel(), (_, _) -> Decision.record(new Event.LockLifted(), true));
            clock.advance(Duration.ofSeconds(1));
        }
    }

    private EventOf asked() {
        return EventOf.route("GET /v1/audit/customers/{customerId}/events")
                .claims(EventOf.staff("auditor", "audit:read").build())
                .path("customerId", customer.value());
    }

    private Answer as(String type, EventOf event) {
        return Answer.of(handler, event.header("accept", type));
    }

    private static List<Json> events(Answer page) {
        assertThat(page.status()).isEqualTo(200);
        return ((Arr) page.member("events")).items();
    }

    private static List<Integer> places(Answer page) {
        return events(page).stream()
                .map(each -> Integer.valueOf(each.path("sequence").asText()))
                .toList();
    }

    @Test
    void aLineIsAnEventOfThePage() {
        var page = Answer.of(handler, asked().query("limit", "3"));
        var lines = as("application/x-ndjson", asked().query("limit", "3").query("cursor", "6"));

        assertThat(lines.header("Content-Type")).contains("application/x-ndjson");
        assertThat(lines.header("Cache-Control")).contains("no-store");
        assertThat(lines.text()).endsWith("\n");
        assertThat(lines.text().lines().map(JsonText::readOwn).toList()).isEqualTo(events(page));
    }

    @Test
    void csvHasTheSameRows() {
        var csv = as("text/csv", asked());

        assertThat(csv.header("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(csv.header("Cache-Control")).contains("no-store");
        assertThat(csv.text().lines()).hasSize(6);
        assertThat(csv.text()).startsWith("\"sequence\",\"at\"");
        assertThat(csv.text())
                .contains("\r\n\"5\",\"2026-11-22T12:00:04Z\",\"lock-lifted\",\"customer\",\"\",\"\",\"{}\",\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "text/html", "x", "", "application/json, text/csv"})
    void whateverElseIsAskedForIsJson(String accept) {
        var page = as(accept, asked());

        assertThat(page.header("Content-Type")).contains("application/json");
        assertThat(places(page)).containsExactly(5, 4, 3, 2, 1);
    }

    /** A page of JSON is to be looked at, and lines are to be kept. */
    @Test
    void withoutALimitJsonHas25AndTheOthersAllOf1000() {
        for (int entry = 5; entry < 30; entry++) {
            wiring.ledgerCommands()
                    .<Boolean>perform(
                            customer, new Actor.Panel(), (_, _) -> Decision.record(new Event.LockLifted(), true));
        }

        assertThat(places(Answer.of(handler, asked()))).hasSize(25);
        assertThat(as("application/x-ndjson", asked()).text().lines()).hasSize(31);
    }

    @Test
    void aLimitSaysWhatFollowsInEveryForm() {
        for (var type : List.of("application/json", "application/x-ndjson", "text/csv")) {
            var first = as(type, asked().query("limit", "2").query("cursor", "6"));
            var last = as(type, asked().query("limit", "4").query("cursor", "4"));

            assertThat(first.header("Link")).as(type).contains("<?limit=2&cursor=4>; rel=\"next\"");
            assertThat(last.status()).isEqualTo(200);
            assertThat(last.header("Link")).as(type).isEmpty();
        }
        assertThat(Answer.of(handler, asked().query("limit", "2").query("cursor", "6"))
                        .member("nextCursor"))
                .isEqualTo(Json.of("4"));
    }

    @Test
    void thePeriodGoesOnWithTheLink() {
        var first = Answer.of(
                handler,
                asked().query("limit", "1")
                        .query("from", "2026-11-22T14:00:01+02:00")
                        .query("to", "2026-11-22T12:00:03Z"));

        assertThat(places(first)).containsExactly(3);
        assertThat(first.header("Link"))
                .contains("<?from=2026-11-22T12:00:01Z&to=2026-11-22T12:00:03Z&limit=1&cursor=3>; rel=\"next\"");
        var second = Answer.of(
                handler,
                asked().query("from", "2026-11-22T12:00:01Z")
                        .query("to", "2026-11-22T12:00:03Z")
                        .query("limit", "1")
                        .query("cursor", "3"));
        assertThat(places(second)).containsExactly(2);
        assertThat(second.header("Link")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T12:00:01Z, 2026-11-22T12:00:03Z, 3|2",
        "2026-11-22t12:00:01z, 2026-11-22T12:00:02.001Z, 3|2",
        "2026-11-22T12:00:01.000000001Z, 2026-11-22T12:00:03Z, 3",
        "2026-11-21T12:00:00Z, 2026-11-22T12:00:00Z, ''",
        "2026-11-22T12:00:04Z, 9999-12-31T23:59:59.999999999Z, 5",
        "0000-01-01T00:00:00Z, 2026-11-22T10:00:01-02:00, 1"
    })
    void fromIsInclusiveAndToExclusive(String from, String to, String expected) {
        var page = Answer.of(handler, asked().query("from", from).query("to", to));

        assertThat(places(page).stream().map(String::valueOf).toList())
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split("\\|")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-22",
                "2026-11-22T12:00:00",
                "2026-11-22T12:00Z",
                "2026-11-22 12:00:00Z",
                "2026-11-22T12:00:00 02:00",
                "2026-11-22T12:00:00+0200",
                "2026-02-30T12:00:00Z",
                "2026-11-22T24:00:01Z",
                "2026-11-22T12:00:60Z",
                "2026-11-22T12:00:00.0000000001Z",
                "0000-01-01T00:00:00+01:00",
                "9999-12-31T23:59:59-01:00",
                "+12026-11-22T12:00:00Z",
                "1795400400",
                "now",
                "２026-11-22T12:00:00Z",
                "2026-11-22T12:00:00Z,2026-11-22T12:00:00Z"
            })
    void whatIsNoTimeIsRefusedInEveryForm(String time) {
        for (var type : List.of("application/json", "application/x-ndjson", "text/csv")) {
            var answer = as(type, asked().query("from", time).query("to", time));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.header("Content-Type")).contains("application/problem+json");
            assertThat(answer.problem()).isEqualTo("invalid-parameters");
            assertThat(answer.text()).contains("\"pointer\":\"/from\"", "\"pointer\":\"/to\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1001", "9999", "10000", "99999999999", "1.0", "1e2", "x", " 5", "٣", "2,3"})
    void aLimitIsOneToAThousand(String limit) {
        var answer = as("text/csv", asked().query("limit", limit));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("\"pointer\":\"/limit\"", "from 1 to 1000");
    }

    @Test
    void aThousandIsALimit() {
        assertThat(Answer.of(handler, asked().query("limit", "1000")).status()).isEqualTo(200);
        assertThat(Answer.of(handler, asked().query("limit", "1")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T12:00:00Z, 2026-11-22T12:00:00Z",
        "2026-11-22T12:00:00Z, 2026-11-22T14:00:00+02:00",
        "2026-11-22T12:00:01Z, 2026-11-22T12:00:00Z"
    })
    void aPeriodHasALength(String from, String to) {
        var answer = Answer.of(handler, asked().query("from", from).query("to", to));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("\"pointer\":\"/to\"", "after from").doesNotContain("\"pointer\":\"/from\"");
    }

    @Test
    void everyFaultIsReportedAtOnceAndNothingIsOnRecord() {
        var answer = as(
                "text/csv",
                asked().query("cursor", "0")
                        .query("from", "yesterday")
                        .query("to", "today")
                        .query("limit", "all"));

        assertThat(((Arr) answer.member("errors")).items())
                .extracting(each -> each.path("pointer").asText())
                .containsExactly("/cursor", "/from", "/to", "/limit");
        assertThat(answer.text()).doesNotContain("yesterday", "today", "all\"");
        assertThat(wiring.ledger().read(customer).nextSequence()).isEqualTo(6);
    }

    @Test
    void anExportIsAReadingThatTheCustomerSees() {
        var first = as("text/csv", asked());
        var second = as("application/x-ndjson", asked());

        assertThat(first.text()).doesNotContain("audit-read");
        assertThat(second.text().lines().findFirst().orElseThrow()).contains("\"audit-read\"");
        assertThat(wiring.ledger().read(customer).nextSequence()).isEqualTo(7);
    }

    @Test
    void anUnknownCustomersExportIsEmpty() {
        var nobody = EventOf.route("GET /v1/audit/customers/{customerId}/events")
                .claims(EventOf.staff("auditor", "audit:read").build())
                .path("customerId", "nobody");

        assertThat(as("application/x-ndjson", nobody).text()).isEmpty();
        assertThat(as("text/csv", nobody).text().lines()).hasSize(1);
    }

    @Test
    void whoMayNotReadMayNotExport() {
        var agent = EventOf.route("GET /v1/audit/customers/{customerId}/events")
                .claims(EventOf.staff("maria", "pin:verify").build())
                .path("customerId", customer.value());

        assertThat(as("text/csv", agent).status()).isEqualTo(403);
    }
}
