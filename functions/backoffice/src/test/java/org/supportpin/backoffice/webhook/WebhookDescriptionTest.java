package org.supportpin.backoffice.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.backoffice.testing.StubServer;
import org.supportpin.backoffice.testing.StubServer.Asked;
import org.supportpin.backoffice.testing.StubServer.Behaviour;

/** Requests are as described in webhook-openapi.yaml, and the described answers are understood. */
class WebhookDescriptionTest {

    private static final Timeouts CALM = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10));

    private final Description description = new Description();
    private final StubServer server = StubServer.start().does(WebhookDescriptionTest::answer);
    private final Webhook webhook = new Webhook(
            new WebhookSettings(server.endpoint(), List.of(new SecretReference("/support-pin/key"))),
            _ -> new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
            Clock.systemUTC(),
            CALM);

    @AfterEach
    void stop() {
        server.close();
    }

    private static String type(Asked request) {
        return ((Json.Obj) JsonText.readOwn(request.text())).text("type").orElseThrow();
    }

    private static Behaviour answer(Asked request) {
        return Behaviour.says(200, JsonText.write(Calls.answer(type(request))));
    }

    private List<Supplier<?>> calls() {
        var calls = new ArrayList<Supplier<?>>();
        var operations = Calls.of(webhook);
        calls.addAll(operations.reading().values());
        calls.addAll(operations.changing().values());
        calls.addAll(Calls.otherForms(webhook));
        return calls;
    }

    @Test
    void everyCallIsAsItIsDescribed() {
        calls().forEach(call -> assertThat(call.get()).isNotNull());

        assertThat(server.asked().stream().map(WebhookDescriptionTest::type))
                .containsAll(description.operations())
                .hasSizeGreaterThan(description.operations().size());
        assertThat(server.asked())
                .allSatisfy(asked -> assertThat(description.faultsInCall(type(asked), asked.text()))
                        .as(asked.text())
                        .isEmpty())
                .allSatisfy(asked -> assertThat(asked.headers())
                        .containsKeys("Webhook-id", "Webhook-timestamp", "Webhook-signature"));
    }

    /** Each answer is understood in the test above or in that of the failures. */
    @Test
    void everyAnswerThatIsUnderstoodIsDescribed() {
        assertThat(description.operations()).allSatisfy(operation -> {
            assertThat(description.faultsInAnswer(operation, JsonText.write(Calls.answer(operation))))
                    .isEmpty();
            var nothing = Calls.CHANGES.contains(operation)
                    ? List.of(
                            "{\"outcome\":\"refused\",\"detail\":\"no\",\"rule\":\"x\"}", "{\"outcome\":\"not-done\"}")
                    : operation.contains("find")
                            ? List.of("{\"outcome\":\"not-done\"}", "{\"outcome\":\"unknown\"}")
                            : Calls.LISTS.contains(operation)
                                    ? List.of("{\"items\":[],\"nextCursor\":\"2\"}")
                                    : List.of("{\"found\":null}");
            assertThat(nothing)
                    .allSatisfy(answer -> assertThat(description.faultsInAnswer(operation, answer))
                            .isEmpty());
        });
    }

    /** Otherwise the two tests above could not fail. */
    @Test
    void whatIsNotDescribedIsSeen() {
        var call = "{\"type\":\"dns.zone\",\"timestamp\":\"2026-11-22T12:00:00Z\",\"data\":{\"zone\":\"example.gr\"}}";
        assertThat(description.faultsInCall("dns.zone", call)).isEmpty();

        assertThat(description.faultsInCall("dns.zone", call.replace("\"data\":{", "\"data\":{\"x\":1,")))
                .isNotEmpty();
        assertThat(description.faultsInCall("dns.zone", call.replace("\"zone\"", "\"zones\"")))
                .isNotEmpty();
        assertThat(description.faultsInAnswer("dns.zone", "{\"found\":{\"name\":\"example.gr\"}}"))
                .isNotEmpty();
        assertThat(description.faultsInAnswer("mail.send", "{\"outcome\":\"perhaps\"}"))
                .isNotEmpty();
    }
}
