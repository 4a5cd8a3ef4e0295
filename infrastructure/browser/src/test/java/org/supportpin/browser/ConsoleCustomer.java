package org.supportpin.browser;

import java.util.concurrent.atomic.AtomicInteger;

/** A customer on the telephone, who reads the PIN from the panel. */
final class ConsoleCustomer {

    private static final AtomicInteger NEXT = new AtomicInteger();

    /** As many wrong PINs in a half hour close the telephone's path. */
    private static final int LIMIT = 5;

    private final Stack stack;
    private final String id;
    private final String token;

    private ConsoleCustomer(Stack stack, String id) {
        var number = "+30693%07d".formatted(Math.floorMod(id.hashCode(), 10_000_000));
        var claims = "{\"locale\":\"el\",\"phone_number\":\"%s\",\"phone_number_verified\":true}".formatted(number);
        this.stack = stack;
        this.id = id;
        this.token = stack.token("customer", id, claims);
        stack.call("POST", "/v1/panel/support-pin/activation", "", token);
    }

    /** Nobody has failed for this one yet. */
    static ConsoleCustomer fresh(Stack stack) {
        return new ConsoleCustomer(stack, "console-" + NEXT.incrementAndGet());
    }

    /** Μαρία Παπαδοπούλου, the owner of the back office's initial data. */
    static ConsoleCustomer maria(Stack stack) {
        return new ConsoleCustomer(stack, "1001");
    }

    /** Ελένη Αλεξίου, another one of them. */
    static ConsoleCustomer eleni(Stack stack) {
        return new ConsoleCustomer(stack, "1002");
    }

    String id() {
        return id;
    }

    String token() {
        return token;
    }

    /** As the panel shows it: in two groups. */
    String pin() {
        return new StringBuilder(now()).insert(3, ' ').toString();
    }

    String wrongPin() {
        return now().equals("000000") ? "000001" : "000000";
    }

    /** Locks phone verification. */
    void lock() {
        wrong(LIMIT, "agent-of-" + id);
    }

    /** Wrong PINs that an agent has typed. */
    void wrong(int times, String agent) {
        for (int tries = 0; tries < times; tries++) {
            stack.call(
                    "POST",
                    "/v1/agent/verifications",
                    "{\"customerId\":\"%s\",\"pin\":\"%s\",\"callReference\":\"c\"}".formatted(id, wrongPin()),
                    stack.token("agent", agent, "{}"));
        }
    }

    private String now() {
        return stack.call("GET", "/v1/panel/support-pin", "", token).path("pin").asText();
    }
}
