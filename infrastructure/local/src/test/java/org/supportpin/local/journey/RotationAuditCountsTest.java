package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpin.domain.audit.Pulse;
import org.supportpin.domain.customer.Decision;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.LedgerCommands;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CallReference;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.functions.aws.DynamoLedger;

/** Goal 1 of the audit's cost: what a half-hourly run reads does not depend on how much there ever was. */
class RotationAuditCountsTest {

    private static final Actor.Agent AGENT = new Actor.Agent(new AgentId("maria"), new CallReference.Said("call-1"));
    private static final int RUNS = 4;
    private static final Percentage FIVE = Percentage.withPercentage(5);

    /** As the template asks for. */
    private static final int SAMPLE = 25;

    private final Calls calls = new Calls();

    @Test
    void theReadsOfARunAreTheSameWithTenTimesTheHistory(@TempDir Path data) {
        try (var service = Service.in(data, "RotationAuditHandler", calls)) {
            var customers = IntStream.range(0, 12)
                    .mapToObj(_ -> service.customer().activated())
                    .toList();
            lengthen(service, customers, 4);
            var few = runs(service);

            lengthen(service, customers, 45);
            var many = runs(service);

            assertThat(entries(service)).isEqualTo(12 * 50);
            assertThat(many.read()).isCloseTo(few.read(), FIVE);
            assertThat(many.write()).isCloseTo(few.write(), within(0.0));
            assertThat(many.keys()).isCloseTo(few.keys(), Percentage.withPercentage(10));
        }
    }

    /** What docs/performance.md reckons with: half a unit for a place, half a one for the customer there, two calls to KMS. */
    @Test
    void aRunOfTheTemplatesSizeCostsAtMostItsConstant(@TempDir Path data) {
        try (var service = Service.in(data, "RotationAuditHandler", calls)) {
            IntStream.range(0, 40).forEach(_ -> service.customer().activated());
            service.stack().awaitStreams();

            var run = calls.units(() -> service.invoke("RotationAuditFunction", "{\"sample\":" + SAMPLE + "}"));

            assertThat(run.read()).isPositive().isLessThanOrEqualTo(CostPageTest.AUDIT_READS);
            assertThat(run.write()).isEqualTo(1 + Pulse.LANES);
            assertThat(run.keys()).isPositive().isLessThanOrEqualTo(2 * SAMPLE);
        }
    }

    /** The beats of a run are heard before the next. */
    private Units runs(Service service) {
        var sum = Units.NONE;
        for (int run = 0; run < RUNS; run++) {
            service.stack().awaitStreams();
            sum = sum.plus(calls.units(service::audit));
        }
        return sum;
    }

    private static void lengthen(Service service, List<CustomerSteps> customers, int entries) {
        var tampering = Tampering.with(service);
        var commands = new LedgerCommands(
                new DynamoLedger(tampering.client(), tampering.table()),
                service.stack().clock());
        for (var customer : customers) {
            for (int entry = 0; entry < entries; entry++) {
                commands.<Boolean>perform(
                        new CustomerId(customer.id()), AGENT, (_, _) -> Decision.record(new Event.PinRejected(), true));
            }
        }
        service.stack().awaitStreams();
    }

    private static long entries(Service service) {
        return service.backDoor().items().stream()
                .filter(item -> LedgerChecker.text(item, "sk").startsWith("ENTRY#"))
                .count();
    }
}
