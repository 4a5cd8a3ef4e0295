package org.supportpin.functions.rotation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Arr;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.audit.AuditTotals;
import org.supportpin.domain.audit.Backlog;
import org.supportpin.domain.audit.Findings;
import org.supportpin.domain.audit.FoundViolation.Finder;
import org.supportpin.domain.audit.LedgerProgress;
import org.supportpin.domain.audit.RotationReport;
import org.supportpin.domain.audit.SegmentProgress;
import org.supportpin.domain.audit.Violation;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.customer.Decision;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.testing.MutableClock;
import org.supportpin.domain.testing.Samples;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.audit.AuditHandler;
import org.supportpin.functions.aws.DynamoDbForTests;
import org.supportpin.functions.http.Log;
import org.supportpin.functions.report.ReportJson;
import org.supportpin.functions.testing.Answer;
import org.supportpin.functions.testing.EventOf;
import org.supportpin.functions.testing.Invocation;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The last step of a run and its report. The parts are tested with the whole service. */
class RotationAuditHandlerTest {

    /** No other test's reports are of that time. */
    private static final Instant RUN = Instant.parse("2031-01-01T00:00:00Z");

    private static final Violation CHANGED = new Violation(Kind.ENTRY_CHANGED, new CustomerId("c-1"), 7);

    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final MutableClock clock = new MutableClock(RUN.plusSeconds(20));
    private final Wiring wiring = Wiring.of(
            DynamoDbForTests.environment(), clock, new Log(new PrintStream(logged, true, UTF_8), clock), List.of());

    private String handled(String event) throws IOException {
        return handled(event, new Invocation());
    }

    private String handled(String event, Context context) throws IOException {
        var out = new ByteArrayOutputStream();
        new RotationAuditHandler(wiring).handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), out, context);
        return out.toString(UTF_8);
    }

    private static Json part(Instant run, int segment, int of, Violation... found) {
        return part(run, segment, of, new AuditTotals(2, 1, 20, 1, 0, 0.5, Findings.of(List.of(found))));
    }

    private static Json part(Instant run, int segment, int of, AuditTotals tally) {
        return SegmentProgressJson.JSON.write(new SegmentProgress(run, segment, of, 100, null, null, tally));
    }

    private static String parts(Json... parts) {
        return JsonText.write(new Arr(List.of(parts)));
    }

    private Answer reports(String cursor) {
        var asked = EventOf.route("GET /v1/audit/rotation-reports")
                .claims(EventOf.staff("auditor", "audit:read").build());
        return Answer.of(new AuditHandler(wiring), cursor.isEmpty() ? asked : asked.query("cursor", cursor));
    }

    @Test
    void theSegmentsAreAddedUpKeptAndCounted() throws IOException {
        var report = (Obj) JsonText.readOwn(handled(parts(part(RUN, 0, 2), part(RUN, 1, 2, CHANGED))));

        assertThat(JsonText.write(report))
                .isEqualTo("{\"startedAt\":\"2031-01-01T00:00:00Z\",\"finishedAt\":\"2031-01-01T00:00:20Z\","
                        + "\"by\":\"sweep\",\"ledgers\":4,\"touched\":2,\"entries\":40,\"secretsOpened\":2,\"secretsPostponed\":0,\"readUnits\":1.0,\"gaps\":0,"
                        + "\"violationCount\":1,\"violations\":"
                        + "[{\"kind\":\"entry-changed\",\"customerId\":\"c-1\",\"sequence\":7}]}");
        assertThat(((Arr) reports(RUN.plusMillis(1).toString()).member("reports"))
                        .items()
                        .getFirst())
                .isEqualTo(report);
        assertThat(logged.toString(UTF_8))
                .contains("\"outcome\":\"violations\"", "\"RotationViolations\":1", "\"RotationLedgers\":4")
                .doesNotContain("c-1");
    }

    @Test
    void aSoundRunCountsZeroSoThatItIsKnownToHaveEnded() throws IOException {
        handled(parts(part(RUN.plusMillis(5), 0, 1)));

        assertThat(logged.toString(UTF_8)).contains("\"outcome\":\"sound\"", "\"RotationViolations\":0");
    }

    /** What is open may be other tests' in the same table. */
    @Test
    void theHalfHourlyAuditIsReportedWithWhatIsLate() throws IOException {
        var report = ReportJson.REPORT
                .from(JsonText.readOwn(handled("{\"sample\":1}")))
                .orThrow();

        assertThat(report.by()).isEqualTo(Finder.AUDIT);
        assertThat(report.startedAt()).isEqualTo(clock.instant());
        assertThat(wiring.rotationReports().list(clock.instant().plusMillis(1), 1))
                .containsExactly(report);
        assertThat(logged.toString(UTF_8))
                .contains("\"RotationViolations\":", "\"WatchBehind\":", "\"Overdue\":")
                .doesNotContain("\"RotationLedgers\":");
        handled("{\"sample\":1}");
    }

    /** Otherwise the audits of a day hide since when a sweep must look. */
    @Test
    void theNewestSweepIsFoundBehindTheAuditsOfManyDays() {
        var sweep = Instant.parse("2034-01-01T01:20:00Z");
        var reports = wiring.rotationReports();
        reports.keep(RotationReport.ofSweep(sweep, sweep, AuditTotals.NONE));
        for (int run = 0; run < 120; run++) {
            var at = sweep.plusSeconds(1800L * run);
            reports.keep(new RotationReport(
                    at, at, Finder.AUDIT, AuditTotals.NONE, new Backlog(Duration.ofSeconds(7), 1, 2, 3)));
        }

        assertThat(reports.newestSweep(sweep.plusSeconds(1800L * 121)))
                .map(RotationReport::startedAt)
                .contains(sweep);
        assertThat(reports.newestSweep(sweep.plus(Duration.ofDays(60)))).isEmpty();
        assertThat(reports.list(sweep.plusMillis(1), 2)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"sample\":0}", "{\"sample\":10001}", "{\"sample\":\"1\"}"})
    void anInvalidSampleIsRefused(String event) {
        assertThatThrownBy(() -> handled(event)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRunWhoseSampleWasPostponedSaysSo() throws IOException {
        var tally = new AuditTotals(2, 1, 20, 0, 3, 0.5, Findings.NONE);

        assertThat(handled(parts(part(RUN.plusMillis(7), 0, 1, tally)))).contains("\"secretsPostponed\":3");

        assertThat(logged.toString(UTF_8)).contains("\"outcome\":\"secrets-postponed\"");
    }

    /** KMS does not answer here. The alarm goes off, the report is there, and the next run tries again. */
    @Test
    void aRootThatCannotBeSignedStopsNoAudit() throws IOException {
        var day = Instant.parse("2033-01-01T00:30:00Z");
        assertThat(handled(parts(part(day, 0, 1)))).contains("\"violationCount\":0");

        assertThat(wiring.rotationReports().list(day.plusMillis(1), 1))
                .extracting(RotationReport::startedAt)
                .containsExactly(day);
        assertThat(wiring.signing().roots().isKept(LocalDate.of(2033, 1, 1))).isFalse();
        assertThat(logged.toString(UTF_8))
                .contains("\"outcome\":\"sound\"", "\"outcome\":\"root-not-signed\"", "\"RootsNotSigned\":1");
    }

    @Test
    void theSameReportAgainChangesNothing() throws IOException {
        var run = RUN.plusSeconds(3600);
        handled(parts(part(run, 0, 1, CHANGED)));
        handled(parts(part(run, 0, 1)));

        assertThat(wiring.rotationReports()
                        .list(run.plusMillis(1), 1)
                        .getFirst()
                        .tally()
                        .violations()
                        .first())
                .containsExactly(CHANGED);
    }

    @Test
    void reportsComePageByPageNewestFirst() throws IOException {
        var first = Instant.parse("2032-01-01T00:00:00Z");
        for (int run = 0; run < 27; run++) {
            handled(parts(part(first.plusSeconds(1800L * run), 0, 1)));
        }
        var page = reports(first.plusSeconds(1800L * 27).toString());
        var next = page.body().text("nextCursor").orElseThrow();
        var following = reports(next);

        assertThat(((Arr) page.member("reports")).items()).hasSize(25);
        assertThat(next).isEqualTo(first.plusSeconds(1800L * 2).toString());
        assertThat(((Arr) following.member("reports")).items().getFirst())
                .extracting(each -> ReportJson.REPORT.from(each).orThrow().startedAt())
                .isEqualTo(first.plusSeconds(1800));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "1",
                "2031-01-01",
                "2031-01-01T00:00:00.0Z",
                "+10000-01-01T00:00:00Z",
                "1960-01-01T00:00:00Z"
            })
    void aCursorOfAnotherFormIsRefused(String cursor) {
        var answer = reports(cursor);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("\"pointer\":\"/cursor\"");
    }

    /** Otherwise an incomplete run would be reported as sound. */
    @Test
    void noReportComesOfSegmentsThatAreMissingOrNotAtTheirEnd() {
        var unfinished = SegmentProgressJson.JSON.write(
                new SegmentProgress(RUN, 1, 2, 100, "there-is-more", null, AuditTotals.NONE));

        assertThatThrownBy(() -> handled("[]")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> handled(parts(part(RUN, 0, 2)))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> handled(parts(part(RUN, 0, 2), part(RUN, 0, 2))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> handled(parts(part(RUN, 0, 2), unfinished)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "1", "{\"segment\":0,\"of\":1,\"sample\":1}"})
    void anInvalidStepIsRefused(String event) {
        assertThatThrownBy(() -> handled(event)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fiftyViolationsAreNamedAndAllAreCounted() {
        var forty = Findings.of(Collections.nCopies(40, CHANGED));
        var many = AuditTotals.NONE.withViolations(forty).plus(AuditTotals.NONE.withViolations(forty));

        assertThat(many.violations().count()).isEqualTo(80);
        assertThat(many.violations().first()).hasSize(50);
        assertThat(ReportJson.TOTALS.from(ReportJson.TOTALS.write(many)).orThrow())
                .isEqualTo(many);
    }

    @Test
    void aPartThatEndsWithinALedgerSaysWhere() {
        var open = new LedgerProgress(
                new CustomerId("c-1"), 2, "a.b", 7, Findings.of(List.of(CHANGED)), Findings.of(List.of(CHANGED)));
        var part = new SegmentProgress(RUN, 1, 2, 100, "there-is-more", open, AuditTotals.NONE);

        assertThat(SegmentProgressJson.JSON
                        .from(SegmentProgressJson.JSON.write(part))
                        .orThrow())
                .isEqualTo(part);
    }

    /** Of 300 seconds, each question takes one: half of the time is over after some 150 items. */
    @Test
    void aPartEndsWithTheTimeAndTheNextOneGoesOn() throws IOException {
        var customer = Samples.newCustomer();
        for (int i = 0; i < 320; i++) {
            wiring.ledgerCommands()
                    .<Boolean>perform(
                            customer, new Actor.Panel(), (_, _) -> Decision.record(new Event.LockLifted(), true));
        }
        var at = new SegmentProgress(RUN, 0, 1, 1, null, null, AuditTotals.NONE);
        int parts = 0;
        do {
            var left = new AtomicInteger(300_000);
            var event = JsonText.write(SegmentProgressJson.JSON.write(at));
            var answer = handled(event, new Invocation(() -> left.getAndAdd(-1_000)));
            assertThat(left.get()).as("never more than half of the time").isBetween(120_000, 300_000);
            at = SegmentProgressJson.JSON.from(JsonText.readOwn(answer)).orThrow();
            parts++;
        } while (at.next() != null);

        assertThat(parts).isGreaterThan(2);
        assertThat(at.tally().entries()).isGreaterThanOrEqualTo(320);
    }

    /** Otherwise whoever can write one item into the table ends every audit. */
    @Test
    void anItemThatIsNoReportIsPassedOver() throws IOException {
        var run = Instant.parse("2033-01-01T00:00:00Z");
        handled(parts(part(run, 0, 1, CHANGED)));
        for (var body : List.of("{", "{}", "xxx")) {
            DynamoDbForTests.client()
                    .putItem(request -> request.tableName(DynamoDbForTests.TABLE)
                            .item(Map.of(
                                    "pk", AttributeValue.fromS("ROTATION"),
                                    "sk", AttributeValue.fromS("REPORT#2033-01-01T00:00:01.00" + body.length() + "Z"),
                                    "body", AttributeValue.fromS(body))));
        }

        assertThat(wiring.rotationReports().list(run.plusSeconds(10), 1))
                .singleElement()
                .extracting(RotationReport::startedAt)
                .isEqualTo(run);
        assertThat(reports(run.plusSeconds(10).toString()).status()).isEqualTo(200);
    }
}
