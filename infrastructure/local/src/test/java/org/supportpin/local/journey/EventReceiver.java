package org.supportpin.local.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.supportpin.local.http.LoopbackServer;
import org.supportpin.local.http.Reply;
import org.supportpin.local.http.Request;
import org.supportpin.local.testing.Trees;

/** A hosting company's webhook, written from the specification of Standard Webhooks alone. */
final class EventReceiver implements AutoCloseable {

    private static final int TOLERANCE_SECONDS = 300;

    /** What was delivered. */
    record Delivery(String id, JsonNode event) {}

    private final byte[] key = "a key of at least 24 bytes".getBytes(StandardCharsets.UTF_8);
    private final List<Delivery> taken = new CopyOnWriteArrayList<>();
    private final List<String> attempts = new CopyOnWriteArrayList<>();
    private final Deque<Integer> planned = new ArrayDeque<>();
    private final LoopbackServer server = LoopbackServer.bind(0, 1 << 20).serve(this::answer);

    String url() {
        return server.uri() + "/events";
    }

    String secret() {
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }

    List<Delivery> taken() {
        return List.copyOf(taken);
    }

    /** The ids of all requests that were signed rightly, whatever was answered. */
    List<String> attempts() {
        return List.copyOf(attempts);
    }

    /** Answers the next requests with these. */
    synchronized void plan(int... statuses) {
        for (int status : statuses) {
            planned.add(status);
        }
    }

    private synchronized Reply answer(Request request) {
        var id = request.header("webhook-id").orElse("");
        var at = request.header("webhook-timestamp").orElse("0");
        var body = request.body().text();
        var now = Instant.now(Clock.systemUTC()).getEpochSecond();
        if (!request.path().equals("/events")
                || !request.method().equals("POST")
                || Math.abs(now - Long.parseLong(at)) > TOLERANCE_SECONDS
                || !List.of(request.header("webhook-signature").orElse("").split(" "))
                        .contains("v1," + signature(id + "." + at + "." + body))) {
            return Reply.message(401, "Unauthorized");
        }
        attempts.add(id);
        int status = planned.isEmpty() ? 204 : planned.removeFirst();
        if (status < 300) {
            taken.add(new Delivery(id, Trees.read(body)));
        }
        return Reply.empty(status);
    }

    private String signature(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
