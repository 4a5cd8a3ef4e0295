package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.local.contract.Responses;

/** The sample events of {@code events/}, handed to the functions as {@code sam local invoke} would. */
class EventsTest {

    private static final Responses CONTRACT = new Responses();

    private final SampleEvents events = new SampleEvents(Service.shared());

    @ParameterizedTest
    @MethodSource("org.supportpin.local.journey.SampleEvents#ofRoutes")
    void eachIsAnsweredByTheContract(Path file) {
        var event = events.read(file);
        var http = event.path("requestContext").path("http");

        var answer = events.invoke(event);

        assertThat(answer.path("statusCode").asInt()).as("%s", answer).isBetween(200, 499);
        assertThat(answer.path("body").asText()).doesNotContain("problem:forbidden");
        assertThat(CONTRACT.faults(
                        http.path("method").asText(), http.path("path").asText(), answer))
                .isEmpty();
    }
}
