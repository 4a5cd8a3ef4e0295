package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What gates cost: nothing where none stands, one entry where the customer consents; and no entry with gates is large. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GateCountsTest {

    /** The entry that accepts an action with all three gates. */
    private static final int ENTRY_BYTES = 1024;

    private static final Set<String> HIGH_RISK =
            Set.of("change-nameservers", "change-domain-administrator", "recall-gr-domain");

    private Service service;
    private Service ungated;

    @BeforeAll
    void start(@TempDir Path data) {
        service = Service.gated(data.resolve("gated"));
        ungated = Service.in(data.resolve("ungated"));
    }

    @AfterAll
    void stop() {
        service.close();
        ungated.close();
    }

    private static List<String> calls(Service of, ActionCase each) {
        var agent = of.agent();
        var call = agent.verified(of.customer("1001").activated());
        return of.calls()
                .during(() -> agent.act(call, each.action(), each.parameters()).is(201));
    }

    /** The same calls, in the same number, as without any gate in the deployment. */
    @Test
    void anActionOfStandardRiskCostsWhatItDid() {
        var standard = ActionCase.all()
                .filter(each -> !HIGH_RISK.contains(each.action()))
                .toList();
        assertThat(standard).hasSize(7);
        assertThat(standard).allSatisfy(each -> {
            var agent = service.agent();
            var call = agent.verified(service.customer("1001").activated());
            var gates = agent.preview(call, each.action(), each.parameters())
                    .is(200)
                    .body()
                    .path("gates");
            if (gates.isEmpty()) {
                assertThat(calls(service, each)).containsExactlyInAnyOrderElementsOf(calls(ungated, each));
            }
        });
    }

    @Test
    void aVerificationIsStillOneWriteUnit() {
        var customer = service.customer().activated();
        var pin = customer.pin();

        var units = service.calls()
                .units(() -> service.agent().verify(customer, pin).is(201));

        assertThat(units.write()).isEqualTo(1);
        assertThat(units.keys()).isEqualTo(1);
    }

    /** Accepted, each gate opened, carried out: four entries more, and the first is the largest. */
    @Test
    void anEntryWithAllGatesIsSmall() {
        var customer = service.customer("1001").activated();
        var at = new GateSteps(service, customer);
        var agent = service.agent();
        service.advance(Duration.ofHours(1));
        var call = at.bySms(agent);
        var before = entries(customer).size();
        var action = agent.act(call, "recall-gr-domain", "{\"domain\":\"nea.gr\"}")
                .is(202)
                .text("actionId");
        at.said(agent, call, action, GateSteps.wrong(at.sentCode())).is(422);
        at.said(agent, call, action, at.sentCode()).is(200);
        at.decide(service.supervisor(), action, "approve").is(200);
        service.advance(Duration.ofHours(24));
        service.invoke("RecoveryFunction");

        var entries = entries(customer);
        assertThat(entries).hasSize(before + 6);
        // Even with all three gates, which event and state both name, the acceptance takes one write unit, once the
        // hour is over in
        // which the state knows that the activation was told.
        assertThat(entries).allSatisfy(entry -> assertThat(Units.bytes(entry)).isLessThanOrEqualTo(1024));
        assertThat(entries)
                .filteredOn(entry -> Units.bytes(entry) > ENTRY_BYTES)
                .hasSizeLessThanOrEqualTo(2);
    }

    private List<Map<String, AttributeValue>> entries(CustomerSteps customer) {
        return service.backDoor().items().stream()
                .filter(item -> LedgerChecker.text(item, "pk").equals("CUSTOMER#" + customer.id())
                        && LedgerChecker.text(item, "sk").startsWith("ENTRY#"))
                .toList();
    }
}
