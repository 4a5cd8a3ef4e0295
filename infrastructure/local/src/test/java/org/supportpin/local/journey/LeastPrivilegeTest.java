package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpin.local.iam.Role.Grant;

/**
 * Security row 21: a function can do what it needs, and no more. That nothing is missing, every journey of every test shows: the
 * stack refuses what a function's role in template.yaml does not allow. Here is shown that nothing is too much.
 */
class LeastPrivilegeTest {

    @Test
    void everyGrantOfEveryRoleIsNeededByAJourney(@TempDir Path data, @TempDir Path gatedData) {
        var between = new AfterAcceptance();
        try (var service = Service.everywhere(data, between);
                var gated = Service.gated(gatedData)) {
            var customer = service.customer("1001");
            panel(service, customer);
            calls(service, customer);
            crashes(service, customer, between);
            settles(service, customer, between);
            waits(service, customer, between);
            operations(service, customer);
            audits(service);
            gates(gated);

            assertThat(service.unusedGrants()).hasSizeGreaterThan(5);
            var unusedThere = gated.unusedGrants().entrySet().stream()
                    .flatMap(LeastPrivilegeTest::ofCalls)
                    .toList();
            assertThat(service.unusedGrants().entrySet().stream().flatMap(LeastPrivilegeTest::ofCalls))
                    .filteredOn(unusedThere::contains)
                    .as("granted in template.yaml and not needed")
                    .isEmpty();
        }
    }

    /**
     * Lambda itself reads the stream, writes the log, sends the traces and keeps what failed, with the function's role: no call of the function's shows
     * it. Connectors' secrets are needed by connectors to real systems, as PowerDnsJourneyTest shows. What re-wrapping is granted only while a key is retired, RetiredKeyTest shows.
     */
    private static Stream<String> ofCalls(Map.Entry<String, Set<Grant>> unused) {
        return unused.getValue().stream()
                .filter(grant -> !Set.of("Logs", "Traces", "DeadLetters", "ConnectorSecrets", "Stream")
                        .contains(grant.sid()))
                .map(grant -> unused.getKey() + ", " + grant.sid() + ": " + grant.what());
    }

    private static void panel(Service service, CustomerSteps customer) {
        customer.declareMobile().is(202);
        customer.confirmMobile(customer.newestDigits()).is(200);
        customer.activate().is(201);
        customer.sendPin().is(202);
        customer.deactivate().is(204);
        customer.activate().is(201);
        var agent = service.agent();
        for (int attempt = 0; attempt < 5; attempt++) {
            agent.verify(customer, customer.wrongPin()).is(403);
        }
        customer.unlock().is(200);
        customer.setPolicy("frozen", "as-usual", "{}").is(200);
        service.agent().verify(customer, customer.pin()).isProblem(423, "telephone-frozen");
        customer.setPolicy("open", "as-usual", "{}").is(200);
        customer.policy().is(200);
        customer.declareAddress("nefeli@example.gr").is(202);
        customer.confirmAddress("000000");
        customer.address().is(200);
        customer.removeAddress().is(204);
        var other = "+306999999990";
        customer.declareMobile(other).is(202);
        customer.confirmMobile(customer.newestDigits(other)).is(200);
    }

    /** The code by SMS, and the list of what waits. */
    private static void gates(Service service) {
        var customer = service.customer("1001").activated();
        var agent = service.agent();
        agent.sendPin(customer.id()).is(202);
        var verification =
                agent.verify(customer, customer.newestDigits()).is(201).text("verificationId");
        agent.act(verification, "change-nameservers", """
                {"domain":"papadopoulou.gr","nameservers":[{"host":"ns1.example.com"},{"host":"ns2.example.com"}]}""").is(202);
        customer.view().is(200);
        service.supervisor().call("GET", "/v1/agent/approvals", "").is(200);
    }

    private static void calls(Service service, CustomerSteps customer) {
        var agent = service.agent();
        var verification = agent.verified(customer);
        ActionCase.all()
                .filter(each -> Set.of("send-order-details", "order-service", "change-nameservers")
                        .contains(each.action()))
                .forEach(each -> agent.act(verification, each.action(), each.parameters())
                        .is(201));
        for (var each : ActionCase.all().toList()) {
            if (Set.of("send-order-details", "renew-service").contains(each.action())) {
                service.fault(each.operation(), "timeout");
                var pending = agent.act(verification, each.action(), each.parameters())
                        .is(202);
                agent.lookUp(verification, pending.text("actionId")).is(200);
            }
        }
        service.advance(Duration.ofMinutes(2));
        service.invoke("RecoveryFunction");
        agent.end(verification).is(204);
        customer.typeCode(agent.askForCode(customer.id()).is(201).text("code")).is(200);
        agent.endAnnounced(
                        agent.announce(customer.id(), "fault", "nea.gr").is(201).text("callId"))
                .is(204);
        service.agent()
                .take(agent.offer(agent.verified(customer)).is(201).text("code"))
                .is(200);
        agent.take("0000");
        // The freeze is told only if no other one was within the last hour.
        service.advance(Duration.ofMinutes(61));
        customer.notMe().is(204);
        customer.setPolicy("open", "as-usual", "{}").is(200);
        service.supervisor().suspensions().is(200);
        service.supervisor().lift(agent.id(), "a note").isProblem(404, "not-found");
    }

    /**
     * Recovery dispatches what was accepted but not sent, and sets aside what was never accepted. The customer is faster once, so that
     * it reads the action again.
     */
    private static void crashes(Service service, CustomerSteps customer, AfterAcceptance between) {
        var agent = service.agent();
        var verification = agent.verified(customer);
        ActionCase.all()
                .filter(each -> Set.of("send-order-details", "change-domain-administrator")
                        .contains(each.action()))
                .forEach(each -> {
                    between.dieOnce();
                    agent.act(verification, each.action(), each.parameters());
                });
        between.onceALedgerIsRead(() -> customer.sendPin().is(202));
        Tampering.with(service).copyPendingAction("forged".repeat(4));
        service.advance(Duration.ofMinutes(2));
        service.invoke("RecoveryFunction");
    }

    /** Somebody else changes the same record meanwhile, so that nobody knows what came of the first request but a person. */
    private static void settles(Service service, CustomerSteps customer, AfterAcceptance between) {
        var agent = service.agent();
        var verification = agent.verified(customer);
        var record = """
                {"domain":"papadopoulou.gr","changes":[{"op":"upsert","name":"unsettled","type":"A","records":["195.251.255.%s"]}]}""";
        between.dieOnce();
        agent.act(verification, "change-dns-records", record.formatted("20"), "unsettled-1");
        agent.act(verification, "change-dns-records", record.formatted("21"), "unsettled-2")
                .is(201);
        service.advance(Duration.ofMinutes(2));
        service.invoke("RecoveryFunction");
        service.settle(service.unsettledAction(), "not-done", "It is not in the zone.")
                .is(200);
    }

    /** The request dies when the action has ended: its notices wait for the outbox. */
    private static void waits(Service service, CustomerSteps customer, AfterAcceptance between) {
        // The new mobile is held: the PIN that was just sent to it allows no action of high risk.
        service.advance(Duration.ofMinutes(31));
        var agent = service.agent();
        var verification = agent.verified(customer);
        between.dieOnceANoticeIsQueued();
        agent.act(verification, "change-domain-administrator", """
                {"domain":"papadopoulou.gr","administrator":
                  {"name":"Νίκος Δημητρίου","email":"nikos.d@example.gr","phone":"+302101234567"}}""");
        service.advance(Duration.ofMinutes(2));
        service.invoke("OutboxFunction");
    }

    /** What the half-hourly audit compares with its ledger. */
    private static void pending(Service service) {
        var customer = service.customer().activated();
        var agent = service.agent();
        var each = ActionCase.all()
                .filter(one -> one.action().equals("order-service"))
                .findFirst()
                .orElseThrow();
        service.fault(each.operation(), "timeout");
        agent.act(agent.verified(customer), each.action(), each.parameters()).is(202);
    }

    /** The audit reads again if something seems wrong: here a missing entry. */
    private static void audits(Service service) {
        var tampering = Tampering.with(service);
        var robbed = service.customer().activated();
        robbed.sendPin().is(202);
        // The first audit of a day makes its root, over what there was before.
        service.advance(Duration.ofDays(1));
        service.sweep();
        tampering.drop(robbed, Tampering.entry(2));
        assertThat(service.sweep().body().path("violations").isEmpty()).isFalse();
        service.stack().awaitStreams();
        service.rewrap();
        pending(service);
        service.audit();
        service.stack().awaitStreams();
        var auditor = service.token("auditor", "auditor-1", "{}");
        service.call("GET", "/v1/audit/rotation-reports", "", auditor).is(200);
        service.call("GET", "/v1/audit/roots", "", auditor).is(200);
        var violation = service.call("GET", "/v1/audit/violations", "", auditor)
                .is(200)
                .body()
                .path("violations")
                .path(0)
                .path("violationId")
                .asText();
        service.call("POST", "/v1/audit/violations/" + violation + "/resolution", "{\"note\":\"Seen\"}", auditor)
                .is(200);
    }

    private static void operations(Service service, CustomerSteps customer) {
        service.agent().sendPin(customer.id()).is(202);
        customer.activity().is(200);
        customer.export().is(200);
        var over = customer.call("GET", "/v1/panel/calls", "")
                .is(200)
                .body()
                .path("calls")
                .valueStream()
                .filter(call -> call.path("receipt").asBoolean())
                .findFirst()
                .orElseThrow();
        customer.call("GET", "/v1/panel/calls/" + over.path("callId").asText() + "/receipt", "")
                .is(200);
        service.call("GET", "/v1/keys", "", null).is(200);
        for (var client : List.of("panel", "panel-by-secret")) {
            service.call("GET", "/v1/panel/activity", "", new TokenServiceTest.Client(service, client).token("1001"))
                    .is(200);
        }
        service.call(
                        "GET",
                        "/v1/audit/customers/" + customer.id() + "/events",
                        "",
                        service.token("auditor", "auditor-1", "{}"))
                .is(200);
        for (var auditor : List.of("auditor-1", "auditor-2")) {
            service.call(
                    "DELETE",
                    "/v1/audit/customers/" + customer.id(),
                    "{\"note\":\"Letter\"}",
                    service.token("auditor", auditor, "{\"scope\":\"audit:erase\"}"));
        }
    }
}
