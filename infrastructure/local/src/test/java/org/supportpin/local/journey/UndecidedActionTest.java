package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody knows whether an action was done: no answer says that nothing was. */
class UndecidedActionTest {

    private static final String PARAMETERS = """
            {"domain":"papadopoulou.gr","changes":[{"op":"upsert","name":"shop","type":"A","records":["195.251.255.20"]}]}""";

    @Test
    void anActionThatNeedsAHumanIsNeverToldAsNothingDone(@TempDir Path data) {
        var between = new AfterAcceptance();
        try (var service = Service.in(data, "ActionHandler", between)) {
            var customer = service.customer("1001").activated();
            var agent = service.agent();
            var verification = agent.verified(customer);
            between.dieOnce();
            agent.act(verification, "change-dns-records", PARAMETERS, "key");
            // Somebody else changes the same record, so that the zone does not tell what became of the first request.
            agent.act(verification, "change-dns-records", PARAMETERS.replace("255.20", "255.21"), "another")
                    .is(201);
            service.advance(Duration.ofMinutes(2));
            service.invoke("RecoveryFunction");

            var again = agent.act(verification, "change-dns-records", PARAMETERS, "key");

            again.is(200);
            assertThat(again.body().path("needsHuman").asBoolean()).isTrue();
            assertThat(again.text("detail")).contains("It may have been done. Do not request it again");
            assertThat(agent.lookUp(verification, again.text("actionId"))
                            .is(200)
                            .body())
                    .isEqualTo(again.body());
            var newest = customer.activity().body().path("events").path(0);
            assertThat(newest.path("type").asText()).isEqualTo("action-finished");
            assertThat(newest.path("summary").asText()).isEqualTo("Δεν ξέρουμε αν εκτελέστηκε: αλλαγή εγγραφών DNS.");
        }
    }
}
