package org.supportpin.benchmark.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.supportpin.local.sample.Caller;
import org.supportpin.local.testing.Trees;

/** Calls of the local stack over HTTP, with tokens as a panel and an agent have them. */
final class Calls {

    private static final int PANELS = 50;
    private static final int PREPARING = 4;

    /** An agent may verify 30 callers an hour. */
    private static final int CALLERS_OF_AN_AGENT = 20;

    private static final String PIN = "/v1/panel/support-pin";
    private static final String VERIFICATIONS = "/v1/agent/verifications";
    private static final String ORDER =
            "{\"action\":\"order-service\",\"parameters\":{\"productId\":\"hosting-basic\",\"billingCycle\":\"annually\"}}";

    private final Caller caller;
    private final List<String> panels = new ArrayList<>();

    /** What each panel shows already. */
    private final List<String> tags = Collections.synchronizedList(new ArrayList<>());

    /** A customer who calls, and whom this agent is to verify. */
    record Telephone(String customer, String pin, String agent) {}

    Calls(URI stack) {
        caller = new Caller(stack);
        for (int panel = 0; panel < PANELS; panel++) {
            var token = activated(id("panel"));
            panels.add(token);
            tags.add(tag(caller.get(PIN, bearer(token))));
        }
    }

    /** Customers with the service active, and agents: not measured. */
    List<Telephone> telephones(int many) throws Exception {
        var all = new ArrayList<Telephone>();
        try (var threads = Executors.newFixedThreadPool(PREPARING)) {
            var agents = new ArrayList<String>();
            for (int agent = 0; agent <= many / CALLERS_OF_AN_AGENT; agent++) {
                agents.add(caller.token("agent", id("agent")));
            }
            var running = new ArrayList<Future<Telephone>>();
            for (int telephone = 0; telephone < many; telephone++) {
                var agent = agents.get(telephone / CALLERS_OF_AN_AGENT);
                running.add(threads.submit(() -> telephone(agent)));
            }
            for (var each : running) {
                all.add(each.get());
            }
        }
        return all;
    }

    private Telephone telephone(String agent) {
        var customer = id("caller");
        var token = activated(customer);
        return new Telephone(
                customer, read(caller.get(PIN, bearer(token)), 200).path("pin").asText(), agent);
    }

    private String activated(String customer) {
        var claims = "{\"phone_number\":\"+30691%07d\",\"phone_number_verified\":true}"
                .formatted(Math.floorMod(customer.hashCode(), 10_000_000));
        var token = caller.token("customer", customer, claims);
        read(caller.post(PIN + "/activation", "", bearer(token)), 201);
        return token;
    }

    /** A panel asks whether the PIN has changed; once in half an hour it has. */
    void poll(int number) {
        int panel = number % PANELS;
        var answer = caller.get(PIN, "Authorization", "Bearer " + panels.get(panel), "If-None-Match", tags.get(panel));
        if (answer.statusCode() == 200) {
            tags.set(panel, tag(answer));
        } else {
            read(answer, 304);
        }
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("etag").orElseThrow();
    }

    /** The agent enters the PIN. */
    String verify(Telephone telephone) {
        var body = "{\"customerId\":\"%s\",\"pin\":\"%s\",\"callReference\":\"load\"}"
                .formatted(telephone.customer(), telephone.pin());
        return read(caller.post(VERIFICATIONS, body, json(telephone.agent())), 201)
                .path("verificationId")
                .asText();
    }

    /** And orders what the caller asks for; if billing is slow, the answer is that the order is pending. */
    void act(Telephone telephone, String verification) {
        var headers = new ArrayList<>(List.of(json(telephone.agent())));
        headers.addAll(List.of("Idempotency-Key", UUID.randomUUID().toString()));
        read(
                caller.post(VERIFICATIONS + "/" + verification + "/actions", ORDER, headers.toArray(String[]::new)),
                201,
                202);
    }

    private static String[] bearer(String token) {
        return new String[] {"Authorization", "Bearer " + token};
    }

    private static String[] json(String token) {
        return new String[] {"Authorization", "Bearer " + token, "Content-Type", "application/json"};
    }

    private static String id(String kind) {
        return kind + "-" + UUID.randomUUID();
    }

    private static JsonNode read(HttpResponse<String> answer, Integer... expected) {
        if (!List.of(expected).contains(answer.statusCode())) {
            throw new IllegalStateException(answer.request().method() + " "
                    + answer.uri().getPath() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? Trees.object() : Trees.read(answer.body());
    }
}
