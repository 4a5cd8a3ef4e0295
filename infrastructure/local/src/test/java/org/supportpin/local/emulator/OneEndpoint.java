package org.supportpin.local.emulator;

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
import org.supportpin.local.kms.KmsEndpoint;
import org.supportpin.local.sns.SmsOutbox;
import org.supportpin.local.sns.SnsEndpoint;
import org.supportpin.local.store.DataFolder;

/** The local stack's DynamoDB, KMS and SNS behind one address, as emulators have them. */
final class OneEndpoint implements AutoCloseable {

    private static final int MAX_BODY = 1 << 20;

    private final DataFolder data;
    private final DynamoServer dynamo = DynamoServer.inMemory();
    private final HttpClient http = HttpClient.newHttpClient();
    private final KmsEndpoint kms;
    private final SnsEndpoint sns;
    private final LoopbackServer server;

    OneEndpoint(Path folder) {
        data = DataFolder.open(folder);
        kms = new KmsEndpoint(KeyRing.open(data, "arn:aws:kms:eu-central-1:000000000000:", Clock.systemUTC()));
        sns = new SnsEndpoint(SmsOutbox.open(data, Clock.systemUTC()));
        server = LoopbackServer.bind(0, MAX_BODY).serve(this::answer);
    }

    /** A test's environment. */
    Map<String, String> environment() {
        return Map.of("AWS_ENDPOINT_URL", server.uri().toString());
    }

    private Reply answer(Request request) {
        var target = request.header("x-amz-target").orElse("");
        if (target.startsWith("DynamoDB_")) {
            return forward(request, target);
        }
        return target.startsWith("TrentService.") ? kms.answer(request) : sns.answer(request);
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
