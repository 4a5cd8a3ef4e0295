package org.supportpin.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.supportpin.local.contract.ProjectFiles;
import org.supportpin.local.http.Body;
import org.supportpin.local.testing.Trees;

/** Events for the measured functions: the sample events, with customers and PINs of this run. */
final class Requests {

    private static final String PANEL = "PANEL_ISSUER";
    private static final String AGENT = "AGENT_ISSUER";
    private static final int ACTIONS_OF_A_VERIFICATION = 10;
    private static final int VERIFICATIONS_OF_A_CUSTOMER = 4;
    private static final String SEEDED = "1001";

    private final Site site;
    private final AtomicInteger actions = new AtomicInteger();
    private int verifications;
    private String verified = "";
    private String verification = "";
    private String agent = "";

    Requests(Site site) {
        this.site = site;
        site.activated(SEEDED);
    }

    /** For a handler that ignores it. */
    static Body nothing() {
        return Body.of("{}");
    }

    Body currentPin(String customer) {
        var event = panel("get-panel-support-pin", "CurrentPinFunction", customer);
        ((ObjectNode) event.path("headers")).remove("if-none-match");
        return body(event);
    }

    Body unchanged(String customer, String tag) {
        var event = panel("get-panel-support-pin", "CurrentPinFunction", customer);
        ((ObjectNode) event.path("headers")).put("if-none-match", tag);
        return body(event);
    }

    Body declareMobile() {
        return body(panel("put-panel-mobile", "ActivationFunction", site.stranger()));
    }

    Body sms() {
        return body(panel("post-panel-support-pin-sms", "SmsFunction", site.customer()));
    }

    /** The PIN of a customer with few current verifications, because each entry contains all of them. */
    Body verification() {
        if (verifications++ % VERIFICATIONS_OF_A_CUSTOMER == 0) {
            verified = site.customer();
        }
        return verification(verified, site.pin(verified));
    }

    /** A wrong PIN, for a customer and an agent without any so far. */
    Body wrong() {
        var customer = site.customer();
        return verification(customer, site.pin(customer).equals("000000") ? "000001" : "000000");
    }

    private Body verification(String customer, String pin) {
        var event = staff("post-agent-verifications", "VerificationFunction", "a-" + UUID.randomUUID());
        return body(event.put(
                "body", "{\"customerId\":\"%s\",\"pin\":\"%s\",\"callReference\":\"bench\"}".formatted(customer, pin)));
    }

    /** A change of one DNS record, with an existing verification. */
    Body action() {
        int number = actions.getAndIncrement();
        if (number % ACTIONS_OF_A_VERIFICATION == 0) {
            agent = "a-" + UUID.randomUUID();
            verification = site.verified(SEEDED, agent);
        }
        var event = staff("post-agent-verifications-actions", "ActionFunction", agent);
        ((ObjectNode) event.path("pathParameters")).put("verificationId", verification);
        ((ObjectNode) event.path("headers"))
                .put("idempotency-key", UUID.randomUUID().toString());
        return body(event.put("body", """
                {"action":"change-dns-records","parameters":{"domain":"papadopoulou.gr","changes":[
                  {"op":"upsert","name":"bench","type":"A","ttl":3600,"records":["93.184.%d.%d"]}]}}""".formatted(number / 250 % 250, number % 250 + 1)));
    }

    Body audit() {
        return body(staff("get-audit-customers-events", "AuditFunction", "auditor-1"));
    }

    /** An event that is not a request. */
    Body other(String file) {
        return Body.of(ProjectFiles.json(ProjectFiles.root().resolve("events/" + file + ".json"))
                .toString());
    }

    private ObjectNode panel(String file, String function, String customer) {
        return event(file, site.environment(function, PANEL), customer);
    }

    private ObjectNode staff(String file, String function, String subject) {
        return event(file, site.environment(function, AGENT), subject);
    }

    private static ObjectNode event(String file, String issuer, String subject) {
        var event = (ObjectNode) ProjectFiles.json(ProjectFiles.root().resolve("events/" + file + ".json"));
        event.withObject("/requestContext/authorizer/jwt/claims")
                .put("iss", issuer)
                .put("sub", subject)
                // Some routes want a recent sign-in.
                .put("auth_time", Long.toString(Clock.systemUTC().instant().getEpochSecond()));
        return event;
    }

    private static Body body(ObjectNode event) {
        return Body.of(Trees.read(event.toString()).toString());
    }
}
