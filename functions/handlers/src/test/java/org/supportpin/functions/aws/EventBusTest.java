package org.supportpin.functions.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.testing.Samples;
import org.supportpin.functions.event.OutwardEvent;
import org.supportpin.functions.http.Log;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

class EventBusTest {

    private final List<List<PutEventsRequestEntry>> calls = new ArrayList<>();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    /** A bus that accepts what it is asked to. */
    private EventBus bus(Function<PutEventsRequestEntry, PutEventsResultEntry> answer) {
        var client = new EventBridgeClient() {
            @Override
            public PutEventsResponse putEvents(PutEventsRequest request) {
                calls.add(request.entries());
                return PutEventsResponse.builder()
                        .entries(request.entries().stream().map(answer).toList())
                        .build();
            }

            @Override
            public String serviceName() {
                return "events";
            }

            @Override
            public void close() {}
        };
        return new EventBus(client, "bus", new Log(new PrintStream(log, true, StandardCharsets.UTF_8)));
    }

    private static PutEventsResultEntry taken(PutEventsRequestEntry entry) {
        return PutEventsResultEntry.builder().eventId(entry.detail()).build();
    }

    private static List<OutwardEvent> events(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> new OutwardEvent(
                        "id-" + i,
                        "support-pin.verified",
                        Samples.NOON,
                        Json.object().put("id", "id-" + i).build()))
                .toList();
    }

    @Test
    void tenArePutAtATime() {
        assertThat(bus(EventBusTest::taken).take(events(23))).isEqualTo(23);
        assertThat(calls).extracting(List::size).containsExactly(10, 10, 3);
        assertThat(calls.getFirst().getFirst()).satisfies(entry -> {
            assertThat(entry.eventBusName()).isEqualTo("bus");
            assertThat(entry.source()).isEqualTo("support-pin");
            assertThat(entry.detailType()).isEqualTo("support-pin.verified");
            assertThat(entry.time()).isEqualTo(Samples.NOON);
            assertThat(entry.detail()).isEqualTo("{\"id\":\"id-0\"}");
        });
    }

    /** A call succeeds although some of its entries did not. */
    @Test
    void fromTheFirstThatFailedOnAllAreToldAgain() {
        var bus = bus(entry -> entry.detail().contains("id-12")
                ? PutEventsResultEntry.builder()
                        .errorCode("ThrottlingException")
                        .build()
                : taken(entry));

        assertThat(bus.take(events(30))).isEqualTo(12);
        assertThat(calls).hasSize(2);
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("\"event\":\"id-12\"", "\"channel\":\"bus\"");
    }

    @Test
    void whenItCannotBeReachedNothingIsTaken() {
        var bus = bus(entry -> {
            throw SdkClientException.create("away");
        });

        assertThat(bus.take(events(2))).isZero();
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("event-waits", "SdkClientException");
    }
}
