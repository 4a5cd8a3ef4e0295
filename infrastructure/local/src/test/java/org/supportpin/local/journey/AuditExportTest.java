package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.local.testing.Trees;

/** An auditor takes a customer's chain away, as operations keep it: an event a line, or a table. */
class AuditExportTest {

    private static final String LINES = "application/x-ndjson";
    private static final String CSV = "text/csv";
    private static final Pattern NEXT = Pattern.compile("<(\\?[^<>]+)>; rel=\"next\"");

    /** What an agent may type as the reference of a call. */
    private static final String HOSTILE = "=HYPERLINK('x');+1, κλήση";

    private final Service service = Service.shared();
    private final CustomerSteps customer = service.customer();
    private final String auditor = service.token("auditor", "auditor-1", "{}");

    private Answer read(String query, String... headers) {
        return service.call("GET", "/v1/audit/customers/" + customer.id() + "/events" + query, "", auditor, headers);
    }

    private Answer as(String type, String query) {
        return read(query, "Accept", type).is(200);
    }

    /** All answers, as somebody gets them who follows the links. */
    private List<Answer> all(String type, String query) {
        var answers = new ArrayList<Answer>();
        var next = query;
        do {
            var answer = as(type, next);
            answers.add(answer);
            var link = NEXT.matcher(answer.header("link").orElse(""));
            next = link.matches() ? link.group(1) : "";
        } while (!next.isEmpty());
        return answers;
    }

    private static List<JsonNode> lines(List<Answer> answers) {
        return answers.stream()
                .flatMap(answer -> answer.body().asText().lines())
                .map(Trees::read)
                .toList();
    }

    /** Compared as an instant: as text, a whole second (12:00:00Z) comes after its first millisecond (12:00:00.001Z). */
    private static Instant at(JsonNode event) {
        return Instant.parse(event.path("at").asText());
    }

    /** Activation, an SMS, a wrong PIN, a call with an action; each a minute after the other. */
    private List<String> aDay() {
        var secrets = new ArrayList<String>();
        customer.activated();
        service.advance(Duration.ofMinutes(1));
        customer.sendPin().is(202);
        secrets.add(customer.newestDigits());
        service.advance(Duration.ofMinutes(1));
        var agent = service.agent();
        var wrong = customer.wrongPin();
        agent.verify(customer, wrong).is(403);
        secrets.add(wrong);
        service.advance(Duration.ofMinutes(1));
        var pin = customer.pin();
        secrets.add(pin);
        var verification = agent.verify(customer.id(), pin, HOSTILE).is(201).text("verificationId");
        agent.end(verification).is(204);
        secrets.addAll(List.of(
                customer.pin(),
                customer.number(),
                customer.number().substring(3),
                customer.token(),
                agent.token(),
                auditor,
                verification));
        // The reading itself is on record from here on, once an hour.
        read("").is(200);
        return secrets;
    }

    @Test
    void aDayIsExportedLineByLineAndNothingInItIsSecret() {
        var secrets = aDay();
        var page = read("").is(200).body().path("events");
        var exported = as(LINES, "");
        var csv = as(CSV, "");

        assertThat(exported.header("content-type")).contains(LINES);
        assertThat(exported.header("cache-control")).contains("no-store");
        assertThat(lines(List.of(exported)))
                .hasSizeGreaterThan(5)
                .isEqualTo(page.valueStream().toList());
        assertThat(csv.header("content-type")).contains("text/csv; charset=utf-8");
        assertThat(csv.body().asText().split("\r\n")).hasSize(page.size() + 1);
        assertThat(exported.header("link")).isEmpty();
        for (var output : List.of(exported, csv)) {
            var text = output.body().asText() + output.headers().map();
            assertThat(secrets)
                    .allSatisfy(secret -> assertThat(
                                    Pattern.compile("(?<![0-9A-Za-z])" + Pattern.quote(secret) + "(?![0-9A-Za-z])")
                                            .matcher(text)
                                            .find())
                            .as("a secret in the export")
                            .isFalse());
        }
    }

    @Test
    void whatAnAgentTypesIsNoFormulaInATable() {
        aDay();

        assertThat(lines(List.of(as(LINES, ""))).toString()).contains(HOSTILE);
        assertThat(as(CSV, "").body().asText())
                .contains(",\"'=HYPERLINK('x');'+1, κλήση\",")
                .doesNotContain("\"=", ";+", "\"+", ",=");
    }

    @Test
    void theChainStillLinksOverAllAnswers() {
        aDay();
        var events = lines(all(LINES, "?limit=2"));

        assertThat(events).hasSameSizeAs(lines(all(LINES, "")));
        for (int at = 0; at + 1 < events.size(); at++) {
            assertThat(events.get(at).path("previousHash"))
                    .isEqualTo(events.get(at + 1).path("hash"));
        }
        assertThat(events.getLast().path("sequence").asInt()).isEqualTo(1);
        assertThat(events.getLast().path("previousHash").asText()).matches("0{64}");
    }

    @Test
    void aPeriodIsWhatHappenedInIt() {
        aDay();
        var whole = lines(List.of(as(LINES, "")));
        var from = whole.get(whole.size() - 2).path("at").asText();
        var to = whole.get(1).path("at").asText();

        var part = lines(all(LINES, "?limit=1&from=" + from + "&to=" + to));

        assertThat(part)
                .isNotEmpty()
                .isEqualTo(whole.stream()
                        .filter(each -> !at(each).isBefore(Instant.parse(from)) && at(each).isBefore(Instant.parse(to)))
                        .toList());
        assertThat(lines(List.of(as(LINES, "?from=" + from.replace("Z", "%2B00:00") + "&to=" + to))))
                .isEqualTo(part);
        assertThat(as(LINES, "?to=2020-01-01T00:00:00Z").body().size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2026-11-01",
                "from=%00",
                "from=2026-11-01T00:00:00+02:00",
                "to=%E2%80%8B2026-11-01T00:00:00Z",
                "to=2026-13-01T00:00:00Z",
                "to=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z",
                "limit=0",
                "limit=1001",
                "limit=-1",
                "limit=1e3",
                "limit=%D9%A3",
                "limit=99999999999999999999",
                "limit=1&limit=2",
                "cursor=0&limit=1",
                "from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z"
            })
    void whatIsMalformedIsAProblemInEveryForm(String query) {
        for (var type : List.of("application/json", LINES, CSV)) {
            var problem = read("?" + query, "Accept", type).isProblem(422, "invalid-parameters");

            assertThat(problem.pointers()).allMatch(each -> each.matches("/(from|to|limit|cursor)"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", ";;;", "text/csv;q=x", "*/*;q=0", "x/y", "application/*", "/"})
    void anAcceptOfAnyOtherKindIsAnsweredInJson(String accept) {
        customer.activated();

        assertThat(read("", "Accept", accept).is(200).header("content-type")).contains("application/json");
    }

    @Test
    void onlyAnAuditorExports() {
        for (var token : List.of(
                customer.token(), service.agent().token(), service.supervisor().token())) {
            assertThat(service.call("GET", "/v1/audit/customers/" + customer.id() + "/events", "", token, "Accept", CSV)
                            .status())
                    .isIn(401, 403);
        }
    }

    /** A batch of the chain, the record key for what is sealed in it, and whether the reading is on record. */
    @Test
    void anExportCostsWhatAPageCosts() {
        aDay();
        var page = service.calls().during(() -> read("").is(200));

        assertThat(page).containsOnlyOnce("Kms.Decrypt").doesNotContain("DynamoDb.PutItem");
        for (var type : List.of(LINES, CSV)) {
            assertThat(service.calls().during(() -> as(type, ""))).containsExactlyInAnyOrderElementsOf(page);
            assertThat(service.calls().during(() -> as(type, "?from=2020-01-01T00:00:00Z&limit=1000")))
                    .containsExactlyInAnyOrderElementsOf(page);
        }
    }
}
