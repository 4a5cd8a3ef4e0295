package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.local.contract.Responses;

/**
 * Security row 31: nobody makes a ledger grow without limit within a day, not even a customer and as many agents as they like
 * together. The contract's list of routes decides what is tried: a new route needs an attempt here.
 */
@Tag("ci")
class AppendLimitsTest {

    private static final String FIX = "{\"packageId\":\"pkg-1\",\"fix\":\"clear-cache\",\"note\":\"n\"}";

    private final Service service = Service.shared();
    private final CustomerSteps customer = service.customer().activated();

    /** One more try, with whatever helps it, by an agent whom no budget stops yet. */
    @FunctionalInterface
    private interface Attempt {
        void run(AppendLimitsTest of);
    }

    /** What appends, and how many tries are sure to reach the limit. */
    private record Tries(int most, Attempt attempt) {}

    private static final Map<String, Tries> ATTEMPTS = Map.ofEntries(
            // It reaches no ledger at all; what it limits is in TokenServiceTest.
            Map.entry(
                    "POST /v1/token",
                    new Tries(2, of -> of.service.call("POST", "/v1/token", "grant_type=password", ""))),
            Map.entry("PUT /v1/panel/mobile", new Tries(12, AppendLimitsTest::declare)),
            Map.entry("PUT /v1/panel/notice-address", new Tries(12, AppendLimitsTest::declareAddress)),
            Map.entry("POST /v1/panel/notice-address/confirmation", new Tries(12, AppendLimitsTest::confirmAddress)),
            Map.entry("DELETE /v1/panel/notice-address", new Tries(12, AppendLimitsTest::removeAddress)),
            Map.entry("PUT /v1/panel/policy", new Tries(12, AppendLimitsTest::tightenAndLoosen)),
            Map.entry("POST /v1/panel/mobile/confirmation", new Tries(12, AppendLimitsTest::confirm)),
            Map.entry("POST /v1/panel/support-pin/activation", new Tries(12, AppendLimitsTest::switchOffAndOn)),
            Map.entry("DELETE /v1/panel/support-pin/activation", new Tries(12, AppendLimitsTest::switchOffAndOn)),
            Map.entry("POST /v1/panel/support-pin/sms", new Tries(3, of -> of.customer.sendPin())),
            Map.entry("POST /v1/panel/support-pin/unlock", new Tries(14, AppendLimitsTest::lockAndUnlock)),
            Map.entry(
                    "POST /v1/agent/customers/{customerId}/sms",
                    new Tries(3, of -> of.service.agent().sendPin(of.customer.id()))),
            Map.entry("POST /v1/panel/verification", new Tries(4, AppendLimitsTest::typeWrong)),
            Map.entry("DELETE /v1/panel/call", new Tries(2, of -> of.customer.endCalls())),
            Map.entry("POST /v1/agent/verification-requests", new Tries(51, AppendLimitsTest::askForCode)),
            Map.entry("POST /v1/agent/calls", new Tries(51, AppendLimitsTest::announce)),
            Map.entry("DELETE /v1/agent/calls/{callId}", new Tries(2, AppendLimitsTest::endAnnounced)),
            Map.entry("POST /v1/agent/verifications/{verificationId}/handover", new Tries(61, AppendLimitsTest::offer)),
            Map.entry("POST /v1/agent/handovers", new Tries(2, AppendLimitsTest::take)),
            Map.entry("POST /v1/agent/verifications", new Tries(502, AppendLimitsTest::verify)),
            Map.entry("DELETE /v1/agent/verifications/{verificationId}", new Tries(2, AppendLimitsTest::end)),
            Map.entry("POST /v1/agent/verifications/{verificationId}/actions", new Tries(35, AppendLimitsTest::act)),
            Map.entry(
                    "POST /v1/agent/verifications/{verificationId}/actions/preview",
                    new Tries(35, AppendLimitsTest::preview)),
            Map.entry(
                    "GET /v1/agent/verifications/{verificationId}/account",
                    new Tries(1, AppendLimitsTest::readAccount)),
            Map.entry(
                    "GET /v1/agent/verifications/{verificationId}/account/zones/{domain}",
                    new Tries(1, AppendLimitsTest::readZone)),
            Map.entry("POST /v1/panel/actions/{actionId}/consent", new Tries(1, AppendLimitsTest::consent)),
            Map.entry("POST /v1/panel/actions/{actionId}/stop", new Tries(1, AppendLimitsTest::stop)),
            Map.entry("POST /v1/panel/actions/{actionId}/undo", new Tries(1, AppendLimitsTest::undo)),
            Map.entry(
                    "POST /v1/agent/verifications/{verificationId}/actions/{actionId}/consent",
                    new Tries(1, AppendLimitsTest::consentSaid)),
            Map.entry(
                    "POST /v1/agent/verifications/{verificationId}/actions/{actionId}/stop",
                    new Tries(1, AppendLimitsTest::stopByAgent)),
            Map.entry("POST /v1/agent/customers/{customerId}/stop", new Tries(1, AppendLimitsTest::stopAll)),
            Map.entry("POST /v1/agent/approvals/{actionId}", new Tries(1, AppendLimitsTest::approve)),
            Map.entry("DELETE /v1/audit/customers/{customerId}", new Tries(2, AppendLimitsTest::askForErasure)),
            Map.entry(
                    "POST /v1/audit/violations/{violationId}/resolution",
                    new Tries(1, AppendLimitsTest::resolveViolation)),
            Map.entry("POST /v1/audit/actions/{actionId}/resolution", new Tries(1, AppendLimitsTest::settleAction)),
            Map.entry(
                    "DELETE /v1/agent/suspensions/{agentId}",
                    new Tries(2, of -> of.service.supervisor().lift("nobody", "a note"))));

    private static final String NO_ACTION = "kq3X0vYb7TzN4LdWm2Rs8uEa";

    private String verification = "";
    private String code = "";
    private int tries;

    @Test
    void everyRouteThatChangesSomethingIsTried() {
        assertThat(new Responses().routes())
                .filteredOn(route -> !route.startsWith("GET ") || route.contains("/account"))
                .containsExactlyInAnyOrderElementsOf(ATTEMPTS.keySet());
    }

    static Stream<String> routes() {
        return ATTEMPTS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void noRouteAppendsWithoutLimit(String route) {
        var tries = Objects.requireNonNull(ATTEMPTS.get(route));
        repeat(tries.most(), tries.attempt());
        var before = entries();
        repeat(5, tries.attempt());
        assertThat(entries()).as("entries after %s more tries", 5).isEqualTo(before);
    }

    private void resolveViolation() {
        service.call(
                "POST",
                "/v1/audit/violations/0f3c8d5e1a2b49c7b6d8e9f001122334/resolution",
                "{\"note\":\"Seen\"}",
                service.token("auditor", "auditor-1", "{}"));
    }

    private void settleAction() {
        service.settle(NO_ACTION, "done", "Seen");
    }

    private void repeat(int times, Attempt attempt) {
        for (int i = 0; i < times; i++) {
            tries++;
            attempt.run(this);
        }
    }

    private long entries() {
        return service.backDoor().items().stream()
                .filter(item -> LedgerChecker.text(item, "pk").equals("CUSTOMER#" + customer.id())
                        && LedgerChecker.text(item, "sk").startsWith("ENTRY#"))
                .count();
    }

    /** Each time another number, so that neither the cool-down nor a number's budget helps. */
    private void declare() {
        customer.declareMobile("+30690%07d".formatted(tries));
    }

    private void confirm() {
        declare();
        for (int wrong = 0; wrong < 6; wrong++) {
            customer.confirmMobile("000000");
        }
    }

    /** Each time another one. */
    private void declareAddress() {
        customer.declareAddress("%s-%d@example.gr".formatted(customer.id(), tries));
    }

    private void confirmAddress() {
        declareAddress();
        for (int wrong = 0; wrong < 6; wrong++) {
            customer.confirmAddress("000000");
        }
    }

    private void removeAddress() {
        declareAddress();
        customer.removeAddress();
    }

    private void tightenAndLoosen() {
        customer.setPolicy("frozen", "as-usual", "{}");
        customer.setPolicy("open", "as-usual", "{}");
    }

    private void switchOffAndOn() {
        customer.deactivate();
        customer.activate();
    }

    private void lockAndUnlock() {
        for (int wrong = 0; wrong < 6; wrong++) {
            service.agent().verify(customer, "000000");
        }
        customer.unlock();
    }

    private void verify() {
        service.agent().verify(customer, customer.pin());
    }

    private void askForCode() {
        service.agent("doer").askForCode(customer.id());
    }

    private void typeWrong() {
        if (tries == 1) {
            askForCode();
        }
        customer.typeCode("000000");
    }

    private void announce() {
        service.agent("doer").announce(customer.id(), "fault", "nea.gr");
    }

    private void endAnnounced() {
        if (verification.isEmpty()) {
            verification = service.agent("doer")
                    .announce(customer.id(), "fault", "nea.gr")
                    .is(201)
                    .text("callId");
        }
        service.agent("doer").endAnnounced(verification);
    }

    private void offer() {
        doer().offer(verification);
    }

    /** Each time by the same colleague. */
    private void take() {
        if (code.isEmpty()) {
            code = doer().offer(verification).is(201).text("code");
        }
        service.agent("colleague").take(code);
    }

    private void end() {
        doer().end(verification);
    }

    /** Refused: the customer has no package. What is accepted ends after ten (BoundCallTest). */
    private void act() {
        doer().act(verification, "apply-micro-fix", FIX);
    }

    private void readAccount() {
        doer().account(verification);
    }

    private void readZone() {
        doer().zone(verification, "nea.gr");
    }

    private AgentSteps doer() {
        var agent = service.agent("doer");
        if (verification.isEmpty()) {
            verification = agent.verified(customer);
        }
        return agent;
    }

    /** Refused as well; what would be accepted appends nothing (PreviewTest). */
    private void preview() {
        var agent = service.agent("doer");
        if (verification.isEmpty()) {
            verification = agent.verified(customer);
        }
        agent.preview(verification, "apply-micro-fix", FIX);
    }

    /** Nothing waits; what does takes three wrong codes, one stop or one decision, and nothing more (GatesTest). */
    private void consent() {
        customer.call("POST", "/v1/panel/actions/" + NO_ACTION + "/consent", "{\"code\":\"123456\"}");
    }

    private void stop() {
        customer.call("POST", "/v1/panel/actions/" + NO_ACTION + "/stop", "");
    }

    /** Nothing to undo; what there is takes five attempts, and ten in a row (UndoServiceTest). */
    private void undo() {
        customer.undo(NO_ACTION);
    }

    private void consentSaid() {
        var agent = doer();
        agent.call("POST", ofCall() + "/consent", "{\"code\":\"123456\"}");
    }

    private void stopByAgent() {
        var agent = doer();
        agent.call("POST", ofCall() + "/stop", "");
    }

    private String ofCall() {
        return "/v1/agent/verifications/" + verification + "/actions/" + NO_ACTION;
    }

    private void stopAll() {
        doer().call("POST", "/v1/agent/customers/" + customer.id() + "/stop", "{\"callReference\":\"call-1\"}");
    }

    private void approve() {
        service.supervisor()
                .call("POST", "/v1/agent/approvals/" + NO_ACTION, "{\"decision\":\"approve\",\"note\":\"a note\"}");
    }

    /** Again and again by the same person. */
    private void askForErasure() {
        service.call(
                "DELETE",
                "/v1/audit/customers/" + customer.id(),
                "{\"note\":\"a letter\"}",
                service.token("auditor", "auditor-1", "{\"scope\":\"audit:erase\"}"));
    }
}
