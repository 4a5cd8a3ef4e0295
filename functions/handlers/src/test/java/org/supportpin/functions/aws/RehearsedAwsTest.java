package org.supportpin.functions.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.functions.testing.Environments;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.kms.model.DataKeySpec;

/** Security row 22: below the SDK's clients, for any call. */
class RehearsedAwsTest {

    private static final String CUSTOMER = "rehearsal-1";

    private final List<String> sent = new ArrayList<>();
    private final RehearsedAws aws = new RehearsedAws(CUSTOMER);
    private final AwsClients clients =
            new AwsClients(Environments.at("http://127.0.0.1:1"), List.of(), _ -> aws.over(new Network()));
    private String answer = "{\"Count\":0,\"Items\":[{\"pk\":{\"S\":\"from the table\"}}]}";

    /** Records what is sent, and gives a prepared answer. */
    private final class Network implements SdkHttpClient {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() {
                    sent.add(request.httpRequest()
                            .firstMatchingHeader("X-Amz-Target")
                            .orElse(""));
                    return HttpExecuteResponse.builder()
                            .response(SdkHttpFullResponse.builder()
                                    .statusCode(200)
                                    .build())
                            .responseBody(AbortableInputStream.create(
                                    new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8))))
                            .build();
                }

                @Override
                public void abort() {}
            };
        }

        @Override
        public void close() {}
    }

    @AfterEach
    void close() {
        clients.close();
    }

    private static Map<String, AttributeValue> key(String pk, String sk) {
        return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
    }

    private void activate() {
        write(CUSTOMER, "ENTRY#1", "SECRET");
        aws.send();
    }

    private void write(String pk, String... sks) {
        clients.dynamoDb()
                .transactWriteItems(request -> request.transactItems(Stream.of(sks)
                        .map(sk -> TransactWriteItem.builder()
                                .put(put -> put.tableName("table").item(key(pk, sk)))
                                .build())
                        .toList()));
    }

    private List<String> query(String pk) {
        return clients
                .dynamoDb()
                .query(request -> request.tableName("table")
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(pk))))
                .items()
                .stream()
                .map(item -> item.getOrDefault("sk", AttributeValue.fromS("")).s())
                .toList();
    }

    private byte[] decrypt() {
        return clients.kms()
                .decrypt(request -> request.ciphertextBlob(SdkBytes.fromByteArray(new byte[1]))
                        .encryptionContext(Map.of("customer", CUSTOMER)))
                .plaintext()
                .asByteArray();
    }

    @Test
    void theFirstTransactionIsTheLedgerAndNoWriteIsSent() {
        assertThat(query(CUSTOMER)).isEmpty();
        activate();
        write(CUSTOMER, "ENTRY#2");
        clients.dynamoDb().putItem(request -> request.tableName("table").item(key(CUSTOMER, "ENTRY#3")));

        assertThat(sent).isEmpty();
        assertThat(query(CUSTOMER)).containsExactly("SECRET", "ENTRY#1");
    }

    @Test
    void aReadIsSentAndItsAnswerNotUsed() {
        activate();

        assertThat(query(CUSTOMER)).containsExactly("SECRET", "ENTRY#1");
        answer = "{}";
        assertThat(clients.dynamoDb()
                        .getItem(request -> request.tableName("table").key(key(CUSTOMER, "BUDGET")))
                        .hasItem())
                .isFalse();

        assertThat(sent).containsExactly("DynamoDB_20120810.Query", "DynamoDB_20120810.GetItem");
    }

    @Test
    void aReadOfAnotherCustomerIsNotSent() {
        activate();

        assertThat(query("CUSTOMER#1001")).isEmpty();
        assertThat(sent).isEmpty();
    }

    @Test
    void aReadThatFindsSomethingEndsTheRehearsal() {
        activate();
        answer = "{\"Count\":1,\"Items\":[{\"pk\":{\"S\":\"from the table\"}}]}";

        assertThatExceptionOfType(SdkException.class).isThrownBy(() -> query(CUSTOMER));
        assertThat(aws.failure()).isNotNull();
    }

    @Test
    void aKeyIsMadeWithoutKmsAndOpensOnceKmsHasRefusedTo() {
        activate();
        var made = clients.kms()
                .generateDataKey(request -> request.keyId("key")
                        .keySpec(DataKeySpec.AES_256)
                        .encryptionContext(Map.of("customer", CUSTOMER)));
        assertThat(sent).isEmpty();

        answer = "{\"__type\":\"InvalidCiphertextException\"}";
        assertThat(decrypt()).isEqualTo(made.plaintext().asByteArray());
        assertThat(sent).containsExactly("TrentService.Decrypt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Plaintext\":\"AAAA\"}", "{\"__type\":\"AccessDeniedException\"}"})
    void anythingButThatRefusalEndsTheRehearsal(String other) {
        activate();
        answer = other;

        assertThatExceptionOfType(SdkException.class).isThrownBy(this::decrypt);
        assertThat(aws.failure()).isNotNull();
    }

    @Test
    void noSmsIsSent() {
        activate();
        clients.sns().publish(request -> request.phoneNumber("+306912345678").message(CUSTOMER));

        assertThat(sent).isEmpty();
    }

    @Test
    void otherCallsAreNotSent() {
        activate();
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> clients.dynamoDb().deleteTable(request -> request.tableName(CUSTOMER)));
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> clients.ssm().getParameter(request -> request.name(CUSTOMER)));

        assertThat(sent).isEmpty();
    }
}
