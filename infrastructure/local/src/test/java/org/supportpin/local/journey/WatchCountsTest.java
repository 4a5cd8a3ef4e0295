package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** What the watch reads for what is new (goal 1): in proportion to it, and no ledger. */
class WatchCountsTest {

    @Test
    void eachNewEntryCostsAtMostOneReadUnit(@TempDir Path data) {
        var calls = new Calls();
        try (var service = Service.in(data, "WatchHandler", calls)) {
            var customer = service.customer().activated();
            var agent = service.agent();
            agent.verify(customer, customer.wrongPin()).is(403);
            customer.sendPin().is(202);
            for (int i = 0; i < 10; i++) {
                agent.end(agent.verified(customer)).is(204);
            }
            service.stack().awaitStreams();

            var entries = service.backDoor().items().stream()
                    .filter(item -> LedgerChecker.text(item, "pk").equals("CUSTOMER#" + customer.id())
                            && LedgerChecker.text(item, "sk").startsWith("ENTRY#"))
                    .count();
            var read = calls.answered().stream()
                    .mapToDouble(each -> Units.of(each).read())
                    .sum();
            assertThat(entries).isEqualTo(23);
            assertThat(read).isPositive().isLessThanOrEqualTo((double) entries);
            // docs/performance.md: four for a verified call, two for any other.
            assertThat(calls.answered().stream()
                            .mapToDouble(each -> Units.of(each).write())
                            .sum())
                    .isPositive()
                    .isLessThanOrEqualTo(10 * 4.0 + 13 * 2.0);
            assertThat(calls.answered()).noneMatch(each -> each.request() instanceof QueryRequest);
        }
    }
}
