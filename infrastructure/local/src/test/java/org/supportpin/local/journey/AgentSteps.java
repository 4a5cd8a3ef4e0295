package org.supportpin.local.journey;

import java.util.concurrent.atomic.AtomicInteger;

/** What a support agent does on the telephone. */
final class AgentSteps {

    private static final AtomicInteger KEY = new AtomicInteger();

    private final Service service;
    private final String id;
    private final String token;

    AgentSteps(Service service, String id, String token) {
        this.service = service;
        this.id = id;
        this.token = token;
    }

    String id() {
        return id;
    }

    String token() {
        return token;
    }

    Answer call(String method, String path, String body, String... headers) {
        return service.call(method, path, body, token, headers);
    }

    Answer verify(String customer, String pin, String call) {
        return call(
                "POST",
                "/v1/agent/verifications",
                "{\"customerId\":\"%s\",\"pin\":\"%s\",\"callReference\":\"%s\"}".formatted(customer, pin, call));
    }

    Answer verify(CustomerSteps customer, String pin) {
        return verify(customer.id(), pin, "call-1");
    }

    /** A verification that succeeded. */
    String verified(CustomerSteps customer) {
        return verify(customer, customer.pin()).is(201).text("verificationId");
    }

    Answer end(String verification) {
        return call("DELETE", "/v1/agent/verifications/" + verification, "");
    }

    Answer sendPin(String customer) {
        return call("POST", "/v1/agent/customers/" + customer + "/sms", "{\"callReference\":\"call-1\"}");
    }

    Answer act(String verification, String action, String parameters) {
        return act(verification, action, parameters, "key-" + KEY.incrementAndGet());
    }

    Answer act(String verification, String action, String parameters, String key) {
        return call(
                "POST",
                "/v1/agent/verifications/" + verification + "/actions",
                "{\"action\":\"%s\",\"parameters\":%s}".formatted(action, parameters),
                "Idempotency-Key",
                key);
    }

    Answer preview(String verification, String action, String parameters) {
        return call(
                "POST",
                "/v1/agent/verifications/" + verification + "/actions/preview",
                "{\"action\":\"%s\",\"parameters\":%s}".formatted(action, parameters));
    }

    Answer account(String verification) {
        return call("GET", "/v1/agent/verifications/" + verification + "/account", "");
    }

    Answer zone(String verification, String domain) {
        return call("GET", "/v1/agent/verifications/" + verification + "/account/zones/" + domain, "");
    }

    /** Asks for a code that the customer types in the panel. */
    Answer askForCode(String customer) {
        return call(
                "POST",
                "/v1/agent/verification-requests",
                "{\"customerId\":\"%s\",\"callReference\":\"call-1\"}".formatted(customer));
    }

    Answer codeStatus(String request) {
        return call("GET", "/v1/agent/verification-requests/" + request, "");
    }

    Answer announce(String customer, String reason, String object) {
        return call(
                "POST",
                "/v1/agent/calls",
                "{\"customerId\":\"%s\",\"reason\":\"%s\",\"object\":\"%s\",\"callReference\":\"call-1\"}"
                        .formatted(customer, reason, object));
    }

    Answer endAnnounced(String call) {
        return call("DELETE", "/v1/agent/calls/" + call, "");
    }

    Answer offer(String verification) {
        return call("POST", "/v1/agent/verifications/" + verification + "/handover", "");
    }

    Answer take(String code) {
        return call("POST", "/v1/agent/handovers", "{\"code\":\"%s\",\"callReference\":\"call-2\"}".formatted(code));
    }

    Answer suspensions() {
        return call("GET", "/v1/agent/suspensions", "");
    }

    Answer lift(String agent, String note) {
        return call("DELETE", "/v1/agent/suspensions/" + agent, "{\"note\":\"" + note + "\"}");
    }

    Answer lookUp(String verification, String action) {
        return call("GET", "/v1/agent/verifications/" + verification + "/actions/" + action, "");
    }
}
