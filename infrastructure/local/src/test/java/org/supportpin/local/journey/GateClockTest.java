package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A function whose clock is minutes wrong: the ledger's time never goes back, so what is recorded as opened was not opened before its
 * end by that time; and of a day's hold nobody takes away more than the clock is wrong.
 */
class GateClockTest {

    @ParameterizedTest
    @ValueSource(ints = {-5, 5})
    void aHoldLastsUpToTheMinutesByWhichAClockIsWrong(int minutes, @TempDir Path data) {
        for (var handler : new String[] {"RecoveryHandler", "ActionHandler"}) {
            try (var service = Service.gated(data.resolve(handler), handler, Duration.ofMinutes(minutes))) {
                var customer = service.customer("1001").activated();
                var agent = service.agent();
                var at = new GateSteps(service, customer);
                var call = at.bySms(agent);
                var action = agent.act(call, "change-nameservers", GateSteps.NAMESERVERS)
                        .is(202)
                        .text("actionId");
                at.said(agent, call, action, at.sentCode()).is(200);

                service.advance(Duration.ofHours(24).minusMinutes(5).minusSeconds(30));
                service.invoke("RecoveryFunction");
                assertThat(at.areNameserversChanged())
                        .as("%s, %d", handler, minutes)
                        .isFalse();
                service.advance(Duration.ofMinutes(11));
                service.invoke("RecoveryFunction");

                assertThat(at.areNameserversChanged())
                        .as("%s, %d", handler, minutes)
                        .isTrue();
                assertThat(service.sweep().body().path("violations")).isEmpty();
            }
        }
    }
}
