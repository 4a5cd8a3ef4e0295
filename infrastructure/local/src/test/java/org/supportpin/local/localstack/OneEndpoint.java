package org.supportpin.local.localstack;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.supportpin.local.dynamodb.DynamoServer;
import org.supportpin.local.http.LoopbackServer;
import org.supportpin.local.http.Reply;
import org.supportpin.local.http.Request;
import org.supportpin.local.kms.KeyRing;
import org.supportpin.local.kms.KeySpec;
import org.supportpin.local.kms.KmsEndpoint;
import org.supportpin.local.sns.SmsOutbox;
import org.supportpin.local.sns.SnsEndpoint;
import org.supportpin.local.store.DataFolder;
import org.supportpin.local.testing.Trees;

/** The local stack's DynamoDB, KMS and SNS behind one address, as LocalStack has them, with its list of SMS. */
final class OneEndpoint implements AutoCloseable {

    private static final int MAX_BODY = 1 << 20;

    private final DataFolder data;
    private final DynamoServer dynamo = DynamoServer.inMemory();
    private final HttpClient http = HttpClient.newHttpClient();
    private final KeyRing ring;
    private final KmsEndpoint kms;
    private final SmsOutbox outbox;
    private final SnsEndpoint sns;
    private final LoopbackServer server;

    OneEndpoint(Path folder) {
        data = DataFolder.open(folder);
        ring = KeyRing.open(data, "arn:aws:kms:eu-central-1:000000000000:", Clock.systemUTC());
        kms = new KmsEndpoint(ring);
        outbox = SmsOutbox.open(data, Clock.systemUTC());
        sns = new SnsEndpoint(outbox);
        server = LoopbackServer.bind(0, MAX_BODY).serve(this::answer);
    }

    /** A test's environment; the local KMS creates no key by itself, so one is named. */
    Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL", server.uri().toString(),
                "SUPPORT_PIN_TEST_KEY", ring.idOf("Key"),
                "SUPPORT_PIN_TEST_DESTINATION_KEY", ring.idOf("DestinationKey", KeySpec.HMAC_256));
    }

    private Reply answer(Request request) {
        var target = request.header("x-amz-target").orElse("");
        if (request.path().equals("/_aws/sns/sms-messages")) {
            return Reply.text(200, "application/json", messages());
        }
        if (target.startsWith("DynamoDB_")) {
            return forward(request, target);
        }
        return target.startsWith("TrentService.") ? kms.answer(request) : sns.answer(request);
    }

    private String messages() {
        var byNumber = Trees.object();
        outbox.messages()
                .forEach(sms -> byNumber.withArray(sms.to())
                        .add(Trees.object().put("PhoneNumber", sms.to()).put("Message", sms.text())));
        return Trees.object().set("sms_messages", byNumber).toString();
    }

    private Reply forward(Request request, String target) {
        var forwarded = HttpRequest.newBuilder(dynamo.uri())
                .header("content-type", "application/x-amz-json-1.0")
                .header("x-amz-target", target)
                .header("authorization", request.header("authorization").orElse(""))
                .header("x-amz-date", request.header("x-amz-date").orElse(""))
                .POST(HttpRequest.BodyPublishers.ofByteArray(request.body().bytes()))
                .build();
        try {
            var answer = http.send(forwarded, HttpResponse.BodyHandlers.ofString());
            return Reply.text(answer.statusCode(), "application/x-amz-json-1.0", answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        http.close();
        dynamo.close();
        data.close();
    }
}
