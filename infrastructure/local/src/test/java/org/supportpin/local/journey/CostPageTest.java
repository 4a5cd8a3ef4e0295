package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.domain.audit.Pulse;
import org.supportpin.functions.http.Log;
import org.supportpin.local.contract.ProjectFiles;

/** docs/performance.md, "Cost": its units are those that are counted here, and its sums are right. */
class CostPageTest {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    /** KB of log, for each request. */
    private static final BigDecimal LOGGED = BigDecimal.valueOf(2);

    /** At most, of a half-hourly audit as the template asks for; {@link RotationAuditCountsTest} counts them. */
    static final int AUDIT_READS = 35;

    /** Of the audit a report and its beats, of the watch the beats that it notes. */
    static final int AUDIT_WRITES = 1 + 2 * Pulse.LANES;

    /** Of requests, in a month. */
    private static final int OUTCOMES = 28;

    private final Service service = Service.shared();
    private final CustomerSteps customer = service.customer().activated();
    private final AgentSteps agent = service.agent();
    private String page = "";

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(ProjectFiles.root().resolve("docs/performance.md"));
    }

    @Test
    void eachRowHasTheUnitsThatItsRequestWasCountedToTake() {
        Map<String, Supplier<Runnable>> requests = Map.of(
                "verifications that succeed",
                () -> {
                    var pin = customer.pin();
                    return () -> agent.verify(customer, pin).is(201);
                },
                "wrong PINs",
                () -> {
                    var wrong = customer.wrongPin();
                    return () -> agent.verify(customer, wrong).is(403);
                },
                "PINs shown",
                () -> () -> customer.view().is(200),
                "polls, PIN unchanged (`304`)",
                () -> {
                    var tag = customer.view().header("etag").orElseThrow();
                    return () -> customer.view("If-None-Match", tag).is(304);
                },
                "PINs by SMS, without the SMS",
                () -> () -> customer.sendPin().is(202),
                "tokens of the token service",
                () -> {
                    var panel = new TokenServiceTest.Client(service, "panel");
                    panel.token(customer.id());
                    return () -> panel.token(customer.id());
                },
                "changes of a PIN with time",
                () -> () -> service.advance(Duration.ofMinutes(31)));
        var rows = table("a million of");

        assertThat(rows.stream().map(List::getFirst)).containsExactlyInAnyOrderElementsOf(requests.keySet());
        for (var row : rows) {
            var request = Objects.requireNonNull(requests.get(row.getFirst())).get();
            assertThat(service.calls().units(request))
                    .as(row.getFirst())
                    .isEqualTo(new Units(
                            Double.parseDouble(row.get(1)),
                            Double.parseDouble(row.get(2)),
                            Integer.parseInt(row.get(3))));
        }
    }

    @Test
    void aMillionCostsItsUnitsByTheirPrices() {
        assertThat(table("a million of"))
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(inDollars(aMillion(row))).as(row.getFirst()).isEqualTo(row.getLast()));
    }

    /** With the history that the page assumes, and with ten times as much. */
    @ParameterizedTest
    @CsvSource({"2, 1", "3, 10"})
    void theYearIsItsRowsAndTheirSum(int column, int history) {
        var exact = table("a million of").stream().collect(Collectors.toMap(List::getFirst, this::aMillion));
        var computed = computed(history);
        var year = table("in a year");
        var sum = BigDecimal.ZERO;
        for (var row : year.subList(0, year.size() - 1)) {
            var what = row.getFirst();
            var each = exact.get(what);
            if (each != null) {
                assertThat(inDollars(each.multiply(new BigDecimal(row.get(1)))))
                        .as(what)
                        .isEqualTo(row.get(column));
            } else if (computed.containsKey(what)) {
                assertThat(inDollars(computed.get(what))).as(what).isEqualTo(row.get(column));
            }
            sum = sum.add(new BigDecimal(row.get(column)));
        }

        assertThat(year.stream().map(List::getFirst))
                .containsAll(exact.keySet().stream()
                        .filter(what -> !what.startsWith("changes") && !what.startsWith("tokens"))
                        .toList())
                .containsAll(computed.keySet());
        assertThat(year.getLast().get(column)).isEqualTo(sum.toString());
    }

    /** Not in the year: nobody is told until somebody is chosen. */
    @Test
    void aMillionEventsCostTheirCallsTheirTimeAndTheBus() {
        assertThat(table("a million events")).hasSize(3).allSatisfy(row -> {
            var seconds = new BigDecimal(row.get(1)).movePointLeft(3);
            var exact = price("Lambda: a million requests")
                    .add(seconds.multiply(price("Lambda on arm64: a million GB-seconds")))
                    .add(new BigDecimal(row.get(2)));
            assertThat(inDollars(exact)).as(row.getFirst()).isEqualTo(row.getLast());
        });
    }

    /** Goal 3 of performance: a year costs at most 700 USD, and at most twice as much with ten times the history. */
    @Test
    void aYearCostsAtMostSevenHundredAndHistoryDoesNotDoubleIt() {
        var total = table("in a year").getLast();
        var year = new BigDecimal(total.get(2));

        assertThat(year).isLessThanOrEqualTo(BigDecimal.valueOf(700));
        assertThat(new BigDecimal(total.get(3))).isLessThanOrEqualTo(year.multiply(BigDecimal.TWO));
        assertThat(new BigDecimal(
                        table("a million verifications a year").getLast().get(1)))
                .isEqualByComparingTo(year.setScale(-1, RoundingMode.HALF_UP));
    }

    /** The rows that are not requests, from the counts that other tests assert and from the templates. */
    private Map<String, BigDecimal> computed(int history) {
        var lambda = price("Lambda: a million requests");
        var time = price("Lambda on arm64: a million GB-seconds");
        var reads = price("DynamoDB: a million read units");
        var writes = price("DynamoDB: a million write units");
        var keys = price("KMS: a million calls");
        var log = price("CloudWatch Logs: a GB taken in");
        var calls = lambda.add(times("0.02", time)).add(log);
        var watch = reads.add(times("4", writes))
                .add(times("0.15", times("0.5", reads).add(times("2", writes))))
                .add(times("3.45", calls));
        var audit = lambda.add(times("5", time))
                .add(times(Integer.toString(AUDIT_READS), reads))
                .add(times(Integer.toString(AUDIT_WRITES), writes))
                .add(times("50", keys))
                .add(log.multiply(LOGGED));
        var sweep = times("250000", reads)
                .add(times("43", BigDecimal.valueOf(25)))
                .add(times("64", time))
                .multiply(BigDecimal.valueOf(history))
                .add(times("200", keys));
        return Map.of(
                "the watch",
                watch,
                "the half-hourly audit",
                times("0.01752", audit),
                "the daily sweep",
                times("0.000365", sweep),
                "traces",
                times("1.16752", BigDecimal.valueOf(5)),
                "monitoring, keys, storage",
                monitoring(history));
    }

    private BigDecimal monitoring(int history) {
        var alarms = Stream.of("template.yaml", "infrastructure/monitoring.yaml")
                .flatMap(file -> ProjectFiles.yaml(file).path("Resources").valueStream())
                .filter(each -> each.path("Type").asText().equals("AWS::CloudWatch::Alarm"))
                .count();
        // Of requests, one for each outcome, and one duration.
        int metrics = Log.Metric.values().length + OUTCOMES + 1;
        assertThat(page).contains(metrics + " metrics (0.30 per month), " + alarms + " alarms (0.10)");
        var month = times("0.30", BigDecimal.valueOf(metrics))
                .add(times("0.10", BigDecimal.valueOf(alarms)))
                .add(new BigDecimal("3.50"))
                .add(times("0.45", BigDecimal.valueOf(history)));
        var requests = table("in a year").stream()
                .filter(row -> table("a million of").stream()
                        .anyMatch(each -> each.getFirst().equals(row.getFirst())))
                .map(row -> new BigDecimal(row.get(1)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return times("12", month).add(times("0.02", requests));
    }

    private BigDecimal price(String what) {
        return new BigDecimal(table("price of").stream()
                .filter(row -> (row.get(0) + ": " + row.get(1)).equals(what))
                .findFirst()
                .orElseThrow()
                .get(2));
    }

    private static BigDecimal times(String many, BigDecimal each) {
        return new BigDecimal(many).multiply(each);
    }

    /** The cost of a million; zero if there are none. */
    private BigDecimal aMillion(List<String> row) {
        var ms = new BigDecimal(row.get(4));
        if (ms.signum() == 0) {
            return BigDecimal.ZERO;
        }
        Map<String, BigDecimal> used = Map.of(
                "API Gateway, HTTP API: a million requests",
                BigDecimal.ONE,
                "Lambda: a million requests",
                BigDecimal.ONE,
                "Lambda on arm64: a million GB-seconds",
                ms.movePointLeft(3),
                "DynamoDB: a million read units",
                new BigDecimal(row.get(1)),
                "DynamoDB: a million write units",
                new BigDecimal(row.get(2)),
                "KMS: a million calls",
                new BigDecimal(row.get(3)),
                "CloudWatch Logs: a GB taken in",
                LOGGED.multiply(MILLION).movePointLeft(6));
        var prices = table("price of").stream()
                .collect(Collectors.toMap(price -> price.get(0) + ": " + price.get(1), Function.identity()));
        assertThat(prices.keySet()).isEqualTo(used.keySet());
        return used.entrySet().stream()
                .map(use -> use.getValue()
                        .multiply(new BigDecimal(
                                Objects.requireNonNull(prices.get(use.getKey())).get(2))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String inDollars(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).toString();
    }

    /** The cells of each row of the table with this first heading. */
    private List<List<String>> table(String heading) {
        return page.lines()
                .dropWhile(line -> !line.startsWith("| " + heading + " |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
    }
}
