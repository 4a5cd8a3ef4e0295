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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supportpin.local.contract.ProjectFiles;

/** docs/performance.md, "Cost": its units are those that are counted here, and its sums are right. */
class CostPageTest {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    /** KB of log, for each request. */
    private static final BigDecimal LOGGED = BigDecimal.valueOf(2);

    /** At most, of a half-hourly audit as the template asks for; {@link RotationAuditCountsTest} counts them. */
    static final int AUDIT_READS = 35;

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

    @Test
    void theYearIsItsRowsAndTheirSum() {
        var exact = table("a million of").stream().collect(Collectors.toMap(List::getFirst, this::aMillion));
        var year = table("in a year");
        var sum = BigDecimal.ZERO;
        for (var row : year.subList(0, year.size() - 1)) {
            var each = exact.get(row.getFirst());
            if (each != null) {
                assertThat(inDollars(each.multiply(new BigDecimal(row.get(1)))))
                        .as(row.getFirst())
                        .isEqualTo(row.getLast());
            }
            sum = sum.add(new BigDecimal(row.getLast()));
        }

        assertThat(year.stream().map(List::getFirst))
                .containsAll(exact.keySet().stream()
                        .filter(what -> !what.startsWith("changes"))
                        .toList());
        assertThat(year.getLast().getLast()).isEqualTo(sum.toString());
        assertThat(new BigDecimal(
                        table("a million verifications a year").getLast().get(1)))
                .isEqualByComparingTo(sum.setScale(-1, RoundingMode.HALF_UP));
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
