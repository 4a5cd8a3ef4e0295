package org.supportpin.functions.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.supportpin.backoffice.json.Json.Arr;
import org.supportpin.backoffice.json.Json.Obj;
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

/** What needs no key: the journeys with one are the local stack's. */
class RecordHandlerTest {

    private final Wiring wiring = Wiring.of(
            DynamoDbForTests.environment(),
            new MutableClock(Instant.parse("2026-11-22T12:00:00Z")),
            new Log(new PrintStream(OutputStream.nullOutputStream(), true, UTF_8)),
            List.of());
    private final RecordHandler handler = new RecordHandler(wiring);
    private final CustomerId customer = Samples.newCustomer();

    private EventOf asked(String key) {
        return EventOf.route(key).claims(EventOf.customer(customer.value()).build());
    }

    @Test
    void theActivityIsInTheCustomersLanguage() {
        wiring.ledgerCommands()
                .<Boolean>perform(customer, new Actor.Panel(), (_, _) -> Decision.record(new Event.LockLifted(), true));
        var greek = Answer.of(handler, asked("GET /v1/panel/activity"));
        var english = Answer.of(
                handler,
                asked("GET /v1/panel/activity")
                        .claims(EventOf.customer(customer.value())
                                .put("locale", "en-GB")
                                .build()));

        assertThat(summary(greek))
                .isEqualTo(
                        "Ξεκλειδώσατε την τηλεφωνική επαλήθευση. Το Support PIN άλλαξε και όσες επαληθεύσεις ίσχυαν έληξαν.");
        assertThat(summary(english))
                .isEqualTo(
                        "You unlocked telephone support. The Support PIN changed, and any verification still running ended.");
        assertThat(greek.text()).contains("\"actor\":{\"kind\":\"customer\"}").doesNotContain("hash");
    }

    private static String summary(Answer answer) {
        return ((Obj) ((Arr) answer.member("events")).items().getFirst())
                .text("summary")
                .orElseThrow();
    }
}
