package org.supportpin.functions.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.testing.MutableClock;
import org.supportpin.domain.testing.Samples;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.aws.DynamoDbForTests;
import org.supportpin.functions.aws.DynamoPulse;
import org.supportpin.functions.http.Log;
import org.supportpin.functions.testing.Invocation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

class WatchHandlerTest {

    private static final String NONE = "{\"batchItemFailures\":[]}";

    private final CustomerId customer = Samples.newCustomer();
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-22T12:00:00Z"));

    private String handled(List<ExecutionInterceptor> interceptors, String... records) throws IOException {
        var wiring = Wiring.of(
                DynamoDbForTests.environment(),
                clock,
                new Log(new PrintStream(logged, true, UTF_8), clock),
                interceptors);
        var out = new ByteArrayOutputStream();
        var event = "{\"Records\":[" + String.join(",", records) + "]}";
        new WatchHandler(wiring).handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), out, new Invocation());
        return out.toString(UTF_8);
    }

    private String handled(String... records) throws IOException {
        return handled(List.of(), records);
    }

    private String log() {
        return logged.toString(UTF_8);
    }

    private static String record(String number, String event, String pk, String sk, String images) {
        return """
                {"eventName":"%s","dynamodb":{"ApproximateCreationDateTime":1795348800.5,
                "Keys":{"pk":{"S":"%s"},"sk":{"S":"%s"}},"SequenceNumber":"%s"%s}}""".formatted(event, pk, sk, number, images);
    }

    private String budget(String event, int before, int after) {
        return record(
                "1", event, "AGENT#" + customer, "BUDGET", budget("OldImage", before) + budget("NewImage", after));
    }

    private String budget(String image, int version) {
        return version == 0
                ? ""
                : ",\"%s\":{\"pk\":{\"S\":\"AGENT#%s\"},\"sk\":{\"S\":\"BUDGET\"},\"version\":{\"N\":\"%d\"}}"
                        .formatted(image, customer, version);
    }

    @Nested
    class Items {

        @Test
        void aBudgetThatGrowsByOneIsTheServices() throws IOException {
            assertThat(handled(budget("INSERT", 0, 1), budget("MODIFY", 1, 2))).isEqualTo(NONE);

            assertThat(log()).isEmpty();
        }

        @Test
        void aBudgetThatIsSetBackRings() throws IOException {
            assertThat(handled(budget("MODIFY", 7, 1))).isEqualTo(NONE);

            assertThat(log())
                    .contains("\"outcome\":\"violation\"", "\"violation\":\"item-changed\"", "\"Violations\":1")
                    .doesNotContain(customer.value());
        }

        @Test
        void onlyTheTableRemovesABudget() throws IOException {
            var byTheTable = budget("REMOVE", 7, 0)
                    .replace(
                            "{\"eventName\"",
                            "{\"userIdentity\":{\"type\":\"Service\",\"principalId\":\"dynamodb.amazonaws.com\"},\"eventName\"");
            assertThat(handled(byTheTable)).isEqualTo(NONE);
            assertThat(log()).isEmpty();

            handled(budget("REMOVE", 7, 0));

            assertThat(log()).contains("\"violation\":\"item-removed\"");
        }

        private static String beat(String event, String partition, long before, long after) {
            return record(
                    "1",
                    event,
                    partition,
                    "BEAT",
                    beat("OldImage", partition, before) + beat("NewImage", partition, after));
        }

        private static String beat(String image, String partition, long at) {
            return at == 0
                    ? ""
                    : ",\"%s\":{\"pk\":{\"S\":\"%s\"},\"sk\":{\"S\":\"BEAT\"},\"at\":{\"N\":\"%d\"}}"
                            .formatted(image, partition, at);
        }

        @Test
        void aBeatOfTheAuditIsNoted() throws IOException {
            var at = clock.instant().toEpochMilli();
            assertThat(handled(beat("INSERT", "PULSE#2", 0, at))).isEqualTo(NONE);

            assertThat(log()).isEmpty();
            assertThat(new DynamoPulse(DynamoDbForTests.client(), DynamoDbForTests.TABLE)
                            .lanes()
                            .get(2)
                            .heard())
                    .isEqualTo(clock.instant());
        }

        /** What the watch itself has written comes back to it, and causes nothing further. */
        @ParameterizedTest
        @ValueSource(strings = {"PULSE#0", "HEARD#0"})
        void beatsNeverGoBackNorAway(String partition) throws IOException {
            handled(beat("MODIFY", partition, 1, 2));
            assertThat(log()).isEmpty();

            handled(beat("MODIFY", partition, 2, 1));
            handled(beat("REMOVE", partition, 2, 0));

            assertThat(log()).contains("\"violation\":\"item-changed\"", "\"violation\":\"item-removed\"");
        }

        @ParameterizedTest
        @ValueSource(strings = {"PULSE#4", "PULSE#x"})
        void aLaneThatIsNoneIsNotNoted(String partition) throws IOException {
            assertThat(handled(beat("INSERT", partition, 0, 1))).isEqualTo(NONE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"CUSTOMER#x y", "NOBODY#1", "AUDIT#1", "ROTATION", "VIOLATION#1"})
        void anItemThatNobodyKnowsRings(String partition) throws IOException {
            var images = ",\"NewImage\":{\"pk\":{\"S\":\"%s\"},\"sk\":{\"S\":\"ANCHOR\"}}".formatted(partition);

            assertThat(handled(record("1", "INSERT", partition, "ANCHOR", images)))
                    .isEqualTo(NONE);

            assertThat(log()).contains("\"violation\":\"item-unknown\"");
        }
    }

    @Nested
    class Poison {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "null",
                    "7",
                    "{\"dynamodb\":{\"Keys\":{\"pk\":{\"S\":7}}}}",
                    "{\"dynamodb\":{\"Keys\":{\"pk\":{\"S\":\"a\"},\"sk\":{\"B\":\"?\"}}}}"
                })
        void aRecordThatCannotBeReadIsAViolationAndStopsNoOther(String record) throws IOException {
            assertThat(handled(record, budget("MODIFY", 7, 1))).isEqualTo(NONE);

            assertThat(log()).contains("\"violation\":\"item-unknown\"", "\"violation\":\"item-changed\"");
        }

        @Test
        void anEntryThatCannotBeReadIsAViolationOfItsLedger() throws IOException {
            var partition = "CUSTOMER#" + customer;
            var images =
                    ",\"NewImage\":{\"pk\":{\"S\":\"%s\"},\"sk\":{\"S\":\"ENTRY#000000000001\"},\"body\":{\"S\":\"{\"}}"
                            .formatted(partition);

            assertThat(handled(record("1", "INSERT", partition, "ENTRY#000000000001", images)))
                    .isEqualTo(NONE);

            assertThat(log()).contains("\"violation\":\"entry-changed\"");
        }
    }

    @Nested
    class Failures {

        private final ExecutionInterceptor noTable = new ExecutionInterceptor() {
            @Override
            public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
                throw SdkClientException.create("planted");
            }
        };

        @Test
        void whatCannotBeWrittenIsToldAgainFromThereOn() throws IOException {
            var sound = budget("MODIFY", 1, 2).replace("\"SequenceNumber\":\"1\"", "\"SequenceNumber\":\"11\"");
            var wrong = budget("MODIFY", 7, 1).replace("\"SequenceNumber\":\"1\"", "\"SequenceNumber\":\"12\"");

            assertThat(handled(List.of(noTable), sound, wrong, wrong.replace("\"12\"", "\"13\"")))
                    .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"12\"}]}");

            assertThat(log()).contains("\"outcome\":\"told-again\"", "\"Violations\":1");
        }

        @Test
        void toldAgainItIsKept() throws IOException {
            handled(List.of(noTable), budget("MODIFY", 7, 1));

            assertThat(handled(budget("MODIFY", 7, 1))).isEqualTo(NONE);
        }
    }
}
