package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
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

            isSettledByAPerson(service, customer, again.text("actionId"));
            assertThat(agent.lookUp(verification, again.text("actionId"))
                            .is(200)
                            .text("status"))
                    .isEqualTo("succeeded");
        }
    }

    /** Listed with what was requested, settled once, told to the customer, in the story of the call, and no violation. */
    private static void isSettledByAPerson(Service service, CustomerSteps customer, String action) {
        var listed = service.unsettled().is(200).body().path("actions");
        assertThat(listed).hasSize(1);
        assertThat(listed.path(0).path("actionId").asText()).isEqualTo(action);
        assertThat(listed.path(0).at("/parameters/changes/0/records/0").asText())
                .isEqualTo("195.251.255.20");
        service.settle(action, "perhaps", "Seen").isProblem(422, "invalid-parameters");
        service.settle(action, "done", "").isProblem(422, "invalid-parameters");
        // What the second request did is told, too.
        service.invoke("OutboxFunction");
        int before = service.sms(customer.number()).size();

        var settled = service.settle(action, "done", "It is in the zone.").is(200);

        assertThat(settled.text("status")).isEqualTo("succeeded");
        assertThat(settled.body().path("needsHuman").asBoolean()).isFalse();
        assertThat(service.unsettled().is(200).body().path("actions")).isEmpty();
        service.settle(action, "not-done", "It is not.").isProblem(409, "too-late");
        for (int wait = 0; wait < 200 && service.sms(customer.number()).size() == before; wait++) {
            service.invoke("OutboxFunction");
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        assertThat(service.sms(customer.number())).hasSize(before + 1);
        assertThat(service.sms(customer.number()).getLast()).startsWith("Άλλαξε το DNS");
        var newest = customer.activity().body().path("events").path(0);
        assertThat(newest.path("type").asText()).isEqualTo("action-settled");
        assertThat(newest.path("summary").asText()).isEqualTo("Ελέγξαμε και εκτελέστηκε: αλλαγή εγγραφών DNS.");
        assertThat(newest.at("/details/note").asText()).isEqualTo("It is in the zone.");
        var story = customer.call("GET", "/v1/panel/calls", "").is(200).body().at("/calls/0/actions");
        assertThat(story.valueStream()
                        .filter(each -> each.path("actionId").asText().equals(action)))
                .singleElement()
                .satisfies(each -> assertThat(each.path("status").asText()).isEqualTo("succeeded"))
                .satisfies(each -> assertThat(each.has("needsHuman")).isFalse());
        assertThat(service.sweep().body().path("violations")).isEmpty();
    }
}
