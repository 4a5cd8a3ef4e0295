package org.supportpin.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** A test's own customer, and changes to it that the page does not make. */
final class Customer {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String PIN = "/v1/panel/support-pin";

    private final Stack stack;
    private final String id;
    private final String claims;
    private final String token;
    private final String agent;

    private Customer(Stack stack, int number, boolean hasMobile) {
        this.stack = stack;
        this.id = "b-" + number;
        this.claims = hasMobile
                ? "{\"phone_number\":\"+306913%06d\",\"phone_number_verified\":true}".formatted(number)
                : "{}";
        this.token = stack.token("customer", id, claims);
        this.agent = stack.token("agent", "agent-" + number, "{}");
    }

    /** A customer whose mobile the panel has verified. */
    static Customer withMobile(Stack stack) {
        return new Customer(stack, NEXT.incrementAndGet(), true);
    }

    static Customer withoutMobile(Stack stack) {
        return new Customer(stack, NEXT.incrementAndGet(), false);
    }

    /** A customer with the service active. */
    static Customer active(Stack stack) {
        var customer = withMobile(stack);
        customer.call("POST", PIN + "/activation");
        return customer;
    }

    String id() {
        return id;
    }

    String token() {
        return token;
    }

    /** The example panel, signed in as this customer. */
    String examplePage() {
        return "/examples/panel.html?customer=" + id + "&claims=" + URLEncoder.encode(claims, StandardCharsets.UTF_8);
    }

    /** This customer's account data, and the bar. */
    String accountPage(String lang) {
        return "/examples/account.html?lang=" + lang + "&customer=" + id;
    }

    /** The front page with this customer's panel. */
    String frontPage() {
        return "/?customer=" + id;
    }

    JsonNode call(String method, String path) {
        return stack.call(method, path, "", token);
    }

    JsonNode view() {
        return call("GET", PIN);
    }

    String pin() {
        return view().path("pin").asText();
    }

    /** How long the PIN lives on, by the service's clock. */
    Duration timeLeft() {
        var view = view();
        return Duration.between(
                Instant.parse(view.path("asOf").asText()),
                Instant.parse(view.path("validUntil").asText()));
    }

    /** An agent types a PIN; the answer. */
    JsonNode verify(String pin, String call) {
        var body = "{\"customerId\":\"%s\",\"pin\":\"%s\",\"callReference\":\"%s\"}".formatted(id, pin, call);
        return stack.call("POST", "/v1/agent/verifications", body, agent);
    }

    /** So many wrong PINs that phone verification locks for the rest of the half hour. */
    void lock() {
        var wrong = pin().equals("000000") ? "111111" : "000000";
        for (int times = 0; times < 5; times++) {
            verify(wrong, "call-" + times);
        }
    }
}
