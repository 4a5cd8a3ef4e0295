package org.supportpin.functions.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json.Arr;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.JsonText;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * AWS for a rehearsal, below the SDK's clients. It has one customer, whose ledger is the first transaction that is written. Three
 * kinds of read are really sent, if they name that customer, and must find nothing; the answers are made up. No other call reaches
 * the network, whatever the code above does.
 */
public final class RehearsedAws {

    private static final String DYNAMO = "DynamoDB_20120810.";
    private static final String KMS = "TrentService.";

    /** The calls that are sent, each with a part of the expected answer. */
    private static final Map<String, String> SENT = Map.of(
            DYNAMO + "Query", "\"Count\":0", DYNAMO + "GetItem", "{}", KMS + "Decrypt", "InvalidCiphertextException");

    /** A key of zeros, and a ciphertext as long as one of KMS, but invalid. */
    private static final String DATA_KEY = "{\"KeyId\":\"%s\",\"Plaintext\":\"" + "A".repeat(43)
            + "=\",\"CiphertextBlob\":\"" + "A".repeat(246) + "==\"}";

    private final String customer;
    private volatile String entry = "";
    private volatile String ledger = "";
    private volatile boolean isSending;
    private volatile @Nullable IOException failure;

    /** @param customer an id that no customer has */
    public RehearsedAws(String customer) {
        this.customer = customer;
    }

    /** From now on, the three kinds of read are sent. */
    public void send() {
        isSending = true;
    }

    /** Why AWS could not be reached or gave an unexpected answer. */
    public @Nullable IOException failure() {
        return failure;
    }

    /** An HTTP client for the SDK, which sends through {@code network}. */
    public SdkHttpClient over(SdkHttpClient network) {
        return new SdkHttpClient() {
            @Override
            public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
                // Read before it is prepared: reading it later would leave nothing to send.
                var content = request.contentStreamProvider().orElseThrow();
                var body = SdkBytes.fromInputStream(content.newStream()).asUtf8String();
                var prepared = network.prepareRequest(request);
                return new ExecutableHttpRequest() {
                    @Override
                    public HttpExecuteResponse call() throws IOException {
                        return answer(request.httpRequest(), body, prepared);
                    }

                    @Override
                    public void abort() {
                        prepared.abort();
                    }
                };
            }

            @Override
            public void close() {
                network.close();
            }
        };
    }

    private HttpExecuteResponse answer(SdkHttpRequest request, String body, ExecutableHttpRequest prepared)
            throws IOException {
        var call = request.firstMatchingHeader("X-Amz-Target").orElse(body);
        if (isSending && SENT.containsKey(call) && body.contains(customer)) {
            send(prepared, SENT.getOrDefault(call, ""));
        }
        var answer = answer(call, body).getBytes(StandardCharsets.UTF_8);
        return HttpExecuteResponse.builder()
                .response(SdkHttpFullResponse.builder().statusCode(200).build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer)))
                .build();
    }

    private void send(ExecutableHttpRequest request, String expected) throws IOException {
        try (var answer = request.call().responseBody().orElseThrow()) {
            if (!new String(answer.readAllBytes(), StandardCharsets.UTF_8).contains(expected)) {
                throw new IOException("AWS gave an unexpected answer");
            }
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    private String answer(String call, String body) {
        return switch (call) {
            case DYNAMO + "Query" ->
                "{\"Items\":[" + (body.contains(":above") ? entry : body.contains(customer) ? ledger : "") + "]}";
            case DYNAMO + "GetItem", DYNAMO + "PutItem" -> "{}";
            case DYNAMO + "TransactWriteItems" -> written(body);
            case KMS + "GenerateDataKey", KMS + "Decrypt" -> DATA_KEY.formatted(keyId(body));
            case KMS + "GenerateMac" -> "{\"Mac\":\"%s\"}".formatted("A".repeat(43) + "=");
            case String sms when sms.startsWith("Action=Publish&") -> "<PublishResponse/>";
            default -> throw new IllegalStateException("no rehearsal makes this call");
        };
    }

    /** The key that the function named, which must be one that it may use. */
    private static String keyId(String body) {
        return JsonText.readOwn(body).path("KeyId").asText();
    }

    /** Keeps the customer's first entry and secret, and not what is told; later transactions change nothing. */
    private String written(String transaction) {
        if (ledger.isEmpty() && JsonText.readOwn(transaction) instanceof Obj written) {
            var items = ((Arr) written.get("TransactItems").orElseThrow())
                    .items().stream()
                            .flatMap(each -> ((Obj) each).object("Put").flatMap(put -> put.object("Item")).stream())
                            .map(JsonText::write)
                            .filter(item -> !item.contains("\"OUTBOX#"))
                            .toList();
            entry = items.getFirst();
            ledger = String.join(",", items.reversed());
        }
        return "{}";
    }
}
