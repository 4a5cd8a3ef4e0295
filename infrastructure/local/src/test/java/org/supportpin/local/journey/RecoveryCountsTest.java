package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run of recovery reads (performance.md): the queue, and a unit for each action that it looks at. */
class RecoveryCountsTest {

    private static final int DUE = 4;

    @Test
    void aRunReadsAUnitForEachActionThatIsDueAndHalfAUnitForTheQueue(@TempDir Path data) {
        var calls = new Calls();
        try (var service = Service.in(data, "RecoveryHandler", calls)) {
            var agent = service.agent();
            var verification = agent.verified(service.customer("1001").activated());
            for (int number = 0; number < DUE; number++) {
                service.fault("dns.applyChanges", "timeout");
                agent.act(verification, "change-dns-records", """
                                {"domain":"papadopoulou.gr","changes":[
                                    {"op":"upsert","name":"due-%s","type":"A","records":["195.251.255.20"]}]}""".formatted(number))
                        .is(202);
            }
            assertThat(calls.during(() -> service.invoke("RecoveryFunction"))).containsExactly("DynamoDb.Query");

            var units =
                    calls.units(service::recoverOnSchedule, service.backDoor().table());

            assertThat(Collections.frequency(calls.all(), "DynamoDb.UpdateItem"))
                    .isEqualTo(DUE);
            assertThat(units.read()).isEqualTo(DUE + 0.5);
        }
    }
}
