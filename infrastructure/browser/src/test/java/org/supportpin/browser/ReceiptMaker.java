package org.supportpin.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes receipts by real calls of the owner of the back office's initial data. */
final class ReceiptMaker {

    private static final ThreadLocal<ReceiptMaker> SHARED =
            ThreadLocal.withInitial(() -> new ReceiptMaker(Stack.shared()));
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Stack stack;
    private final ConsoleCustomer customer;
    private final String agent = "receipt-agent";
    private final String receipt;
    private final String hostile;

    private ReceiptMaker(Stack stack) {
        this.stack = stack;
        this.customer = ConsoleCustomer.maria(stack);
        this.receipt = receipt("call-7");
        this.hostile = receipt("<img src=x onerror=alert(1)>");
    }

    static ReceiptMaker shared() {
        return SHARED.get();
    }

    String agent() {
        return agent;
    }

    /** Of a call in which a record was changed. */
    String receipt() {
        return receipt;
    }

    /** Of a call whose reference is markup. */
    String hostileReceipt() {
        return hostile;
    }

    /** Of a call in which a service was ordered, and not paid. */
    String orderReceipt() {
        return receiptOf(
                "call-order",
                "{\"action\":\"order-service\",\"parameters\":{\"productId\":\"hosting-pro\",\"billingCycle\":\"annually\"}}");
    }

    /** The same under the type of another kind of statement. */
    String root() {
        return receipt("-receipt+", "-root+");
    }

    /** The same with something else in its header. */
    String receipt(String said, String instead) {
        var header = new String(Base64.getUrlDecoder().decode(receipt.substring(0, receipt.indexOf('.'))), UTF_8);
        if (!header.contains(said)) {
            throw new IllegalArgumentException(header);
        }
        return Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(header.replace(said, instead).getBytes(UTF_8))
                + receipt.substring(receipt.indexOf('.'));
    }

    /** The published keys. */
    String keys() {
        return stack.text("GET", "/v1/keys", "none");
    }

    /** Another key under the id of the one that signs. */
    String falseKeys() {
        try {
            var kid =
                    stack.call("GET", "/v1/keys", "", "none").at("/keys/0/kid").asText();
            var key = new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
            return "{\"keys\":[" + key.toPublicJWK().toJSONString() + "]}";
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String receipt(String reference) {
        var name = "receipt" + NEXT.incrementAndGet();
        return receiptOf(
                reference,
                "{\"action\":\"change-dns-records\",\"parameters\":{\"domain\":\"papadopoulou.gr\",\"changes\":[{\"op\":\"upsert\","
                        + "\"name\":\"" + name + "\",\"type\":\"A\",\"ttl\":600,\"records\":[\"195.251.255.33\"]}]}}");
    }

    private String receiptOf(String reference, String action) {
        var token = stack.token("agent", agent, "{}");
        var verification = stack.call(
                        "POST",
                        "/v1/agent/verifications",
                        "{\"customerId\":\"%s\",\"pin\":\"%s\",\"callReference\":\"%s\"}"
                                .formatted(customer.id(), customer.pin().replace(" ", ""), reference),
                        token)
                .path("verificationId")
                .asText();
        stack.act(verification, action, token);
        stack.call("DELETE", "/v1/agent/verifications/" + verification, "", token);
        JsonNode call =
                stack.call("GET", "/v1/panel/calls", "", customer.token()).at("/calls/0/callId");
        return stack.text("GET", "/v1/panel/calls/" + call.asText() + "/receipt", customer.token());
    }
}
