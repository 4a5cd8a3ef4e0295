package org.supportpin.functions.currentpin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.testing.MutableClock;
import org.supportpin.domain.testing.Samples;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.aws.DynamoDbForTests;
import org.supportpin.functions.http.Log;
import org.supportpin.functions.testing.Answer;
import org.supportpin.functions.testing.EventOf;

/** What needs no key: the journeys with one are the local stack's. */
class CurrentPinHandlerTest {

    private final Wiring wiring = Wiring.of(
            DynamoDbForTests.environment(),
            new MutableClock(Instant.parse("2026-11-22T12:00:00Z")),
            new Log(new PrintStream(OutputStream.nullOutputStream(), true, UTF_8)),
            List.of());
    private final CurrentPinHandler handler = new CurrentPinHandler(wiring);
    private final CustomerId customer = Samples.newCustomer();

    private EventOf asked(String key) {
        return EventOf.route(key).claims(EventOf.customer(customer.value()).build());
    }

    @Test
    void withoutTheServiceThePanelLearnsWhetherAMobileIsKnown() {
        assertThat(Answer.of(handler, asked("GET /v1/panel/support-pin")).text())
                .isEqualTo("{\"status\":\"inactive\",\"mobile\":\"missing\"}");
        var verified = EventOf.customer(customer.value())
                .put("phone_number", "+306912345678")
                .put("phone_number_verified", "true")
                .build();
        assertThat(Answer.of(handler, asked("GET /v1/panel/support-pin").claims(verified))
                        .text())
                .isEqualTo("{\"status\":\"inactive\",\"mobile\":\"confirmed\"}");
    }

    @Test
    void withoutTheServiceThereIsNothingToUnlock() {
        var answer = Answer.of(handler, asked("POST /v1/panel/support-pin/unlock"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("not-activated");
        assertThat(wiring.ledger().history(customer, Long.MAX_VALUE, 10)).isEmpty();
    }
}
