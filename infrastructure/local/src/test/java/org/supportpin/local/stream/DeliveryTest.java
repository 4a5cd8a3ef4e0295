package org.supportpin.local.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.local.function.FunctionFailed;
import org.supportpin.local.template.StreamSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** As Lambda's event source mappings deliver: what is answered, what is thrown, and what is given up. */
class DeliveryTest {

    private static final String STREAM = "arn:aws:dynamodb:eu-central-1:111122223333:table/t/stream/1";

    private final List<String> calls = new ArrayList<>();
    private final List<String> dead = new ArrayList<>();

    /** What a call with these numbers is answered; a text that begins with "!" fails. */
    private Function<String, String> function = _ -> "{}";

    private boolean isBisected = true;
    private boolean reports = true;
    private int retries = 3;
    private Instant madeAt = Instant.now(java.time.Clock.systemUTC());
    private boolean isClosed;

    private static Record change(int number, Instant at) {
        var key = Map.of("pk", AttributeValue.fromS("CUSTOMER#4711"));
        return Record.builder()
                .eventID("e-" + number)
                .eventName(OperationType.INSERT)
                .eventVersion("1.1")
                .dynamodb(data -> data.approximateCreationDateTime(at)
                        .keys(key)
                        .newImage(Map.of(
                                "pk",
                                AttributeValue.fromS("CUSTOMER#4711"),
                                "bytes",
                                AttributeValue.fromB(SdkBytes.fromUtf8String("b")),
                                "count",
                                AttributeValue.fromN("7"),
                                "list",
                                AttributeValue.fromL(List.of(
                                        AttributeValue.fromBool(true),
                                        AttributeValue.fromNul(true),
                                        AttributeValue.fromSs(List.of("a"))))))
                        .sequenceNumber(Integer.toString(number))
                        .streamViewType(StreamViewType.NEW_AND_OLD_IMAGES))
                .build();
    }

    private void deliver(int last) {
        deliver(IntStream.rangeClosed(1, last)
                .mapToObj(each -> change(each, madeAt))
                .toList());
    }

    private void deliver(List<Record> batch) {
        var source = new StreamSource("Stream", "t", 100, isBisected, reports, retries, Duration.ofHours(1), "queue");
        new Delivery(
                        source,
                        event -> {
                            var numbers = JsonText.readOwn(new String(event, UTF_8)).path("Records").items().stream()
                                    .map(each -> each.path("dynamodb")
                                            .path("SequenceNumber")
                                            .asText())
                                    .collect(Collectors.joining(" "));
                            calls.add(numbers);
                            var answer = function.apply(numbers);
                            if (answer.startsWith("!")) {
                                throw new FunctionFailed(answer, new IllegalStateException());
                            }
                            return answer.getBytes(UTF_8);
                        },
                        STREAM,
                        "eu-central-1",
                        given -> dead.add(given.stream()
                                .map(each -> each.dynamodb().sequenceNumber())
                                .collect(Collectors.joining(" "))),
                        () -> isClosed)
                .deliver(batch);
    }

    private static String failing(String... numbers) {
        return "{\"batchItemFailures\":[%s]}"
                .formatted(Set.of(numbers).stream()
                        .map("{\"itemIdentifier\":\"%s\"}"::formatted)
                        .collect(Collectors.joining(",")));
    }

    private Function<String, String> onceThen(String first) {
        return _ -> calls.size() == 1 ? first : "{}";
    }

    @Test
    void whatIsTakenIsToldOnce() {
        deliver(3);

        assertThat(calls).containsExactly("1 2 3");
        assertThat(dead).isEmpty();
    }

    @Test
    void itGoesOnFromTheFirstThatIsNamed() {
        function = onceThen(failing("4", "2"));
        deliver(5);

        assertThat(calls).containsExactly("1 2 3 4 5", "2 3 4 5");
        assertThat(dead).isEmpty();
    }

    @Test
    void whoeverDoesNotReportIsBelieved() {
        reports = false;
        function = onceThen(failing("2"));
        deliver(3);

        assertThat(calls).containsExactly("1 2 3");
    }

    /** One that cannot be taken holds up none of the others, and is the only one that is given up. */
    @Test
    void aPoisonedChangeIsFoundByHalving() {
        retries = 10;
        function = numbers -> List.of(numbers.split(" ", -1)).contains("3") ? "!poison" : "{}";
        deliver(4);

        assertThat(dead).containsExactly("3");
        assertThat(calls).startsWith("1 2 3 4", "1 2", "3 4", "3").endsWith("4");
    }

    @Test
    void withoutHalvingTheWholeBatchIsGivenUp() {
        isBisected = false;
        function = _ -> "!";
        deliver(4);

        assertThat(calls).hasSize(1 + retries).containsOnly("1 2 3 4");
        assertThat(dead).containsExactly("1 2 3 4");
    }

    @Test
    void halvingCountsAsAnAttempt() {
        retries = 1;
        function = _ -> "!";
        deliver(4);

        assertThat(calls).containsExactly("1 2 3 4", "1 2", "3 4");
        assertThat(dead).containsExactly("1", "2", "3", "4");
    }

    @Test
    void aNumberThatIsNotOfTheBatchFailsTheWhole() {
        function = onceThen(failing("17"));
        deliver(2);

        assertThat(calls).containsExactly("1 2", "1", "2");
    }

    @Test
    void whatIsTooOldIsGivenUpAtOnce() {
        madeAt = madeAt.minus(Duration.ofHours(2));
        deliver(2);

        assertThat(calls).isEmpty();
        assertThat(dead).containsExactly("1 2");
    }

    @Test
    void nothingIsDeliveredOnceItIsClosed() {
        isClosed = true;
        deliver(2);

        assertThat(calls).isEmpty();
        assertThat(dead).isEmpty();
    }

    @Test
    void aLetterHasNumbersAndNoContent() {
        var letter = Delivery.letter("Watch", STREAM, "shard-1", List.of(change(7, madeAt), change(9, madeAt)));

        assertThat(JsonText.write(letter))
                .isEqualTo("{\"function\":\"Watch\",\"DDBStreamBatchInfo\":{\"shardId\":\"shard-1\","
                        + "\"startSequenceNumber\":\"7\",\"endSequenceNumber\":\"9\",\"batchSize\":2,\"streamArn\":\""
                        + STREAM + "\"}}");
    }

    @Test
    void valuesHaveTheFormThatLambdaGivesThem() {
        var image = RecordJson.event(List.of(change(1, madeAt)), STREAM, "eu-central-1")
                .path("Records")
                .items()
                .getFirst()
                .path("dynamodb")
                .path("NewImage");

        assertThat(JsonText.write(image))
                .isEqualTo("{\"bytes\":{\"B\":\"Yg==\"},\"count\":{\"N\":\"7\"},"
                        + "\"list\":{\"L\":[{\"BOOL\":true},{\"NULL\":true},{\"SS\":[\"a\"]}]},"
                        + "\"pk\":{\"S\":\"CUSTOMER#4711\"}}");
    }
}
