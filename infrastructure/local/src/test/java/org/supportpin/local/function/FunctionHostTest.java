package org.supportpin.local.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supportpin.functions.aws.AwsClients;
import org.supportpin.local.http.LoopbackServer;
import org.supportpin.local.http.Reply;
import org.supportpin.local.iam.Role;
import org.supportpin.local.template.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A function that runs past its time is ended as Lambda ends it. */
class FunctionHostTest {

    private static final Duration TIME = Duration.ofSeconds(1);

    private final AtomicInteger written = new AtomicInteger();
    private final CountDownLatch isDone = new CountDownLatch(1);
    private LoopbackServer aws;
    private AwsClients clients;

    @BeforeEach
    void start() {
        aws = LoopbackServer.bind(0, 1 << 20).serve(_ -> {
            written.incrementAndGet();
            return Reply.text(200, "application/x-amz-json-1.0", "{}");
        });
        clients = new AwsClients(
                Map.of(
                        "AWS_REGION",
                        "eu-central-1",
                        "AWS_ACCESS_KEY_ID",
                        "local",
                        "AWS_SECRET_ACCESS_KEY",
                        "local",
                        "AWS_ENDPOINT_URL",
                        aws.uri().toString()),
                List.of(Invocation.CUT_OFF));
    }

    @AfterEach
    void stop() {
        clients.close();
        aws.close();
    }

    private static FunctionHost host(RequestStreamHandler handler) {
        var function = new Function("F", "f", "arn", "none", Map.of(), TIME, 512, List.of(), List.of(), Role.NONE);
        return FunctionHost.start(List.of(function), Map.of(), (_, _, _) -> handler, Clock.systemUTC());
    }

    private static void write(DynamoDbClient dynamoDb) {
        dynamoDb.deleteTable(request -> request.tableName("one-more-effect"));
    }

    /** Like code that nothing stops: it ignores that it is interrupted. */
    private static void sleepThroughInterrupts(Duration time) {
        var end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            try {
                TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
            } catch (InterruptedException e) {
                // Goes on sleeping: that is what the test is about.
            }
        }
    }

    @Test
    void inTimeItWritesAndAnswers() throws Exception {
        try (var host = host((_, out, _) -> {
            write(clients.dynamoDb());
            out.write("done".getBytes(UTF_8));
        })) {
            assertThat(host.invoke("F", new byte[0])).asString(UTF_8).isEqualTo("done");
        }
        assertThat(written).hasValue(1);
    }

    @Test
    void nothingOfAFunctionThatOverrunsGoesOn() throws Exception {
        try (var host = host((_, out, _) -> {
            write(clients.dynamoDb());
            sleepThroughInterrupts(TIME.multipliedBy(2));
            try {
                write(clients.dynamoDb());
            } finally {
                isDone.countDown();
            }
        })) {
            assertThatExceptionOfType(FunctionFailed.class)
                    .isThrownBy(() -> host.invoke("F", new byte[0]))
                    .withMessageContaining("timed out");
            assertThat(isDone.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(written).hasValue(1);
    }

    /** A function may read two things at the same time. */
    @Test
    void itsOtherThreadsAreCutOffToo() throws Exception {
        try (var host = host((_, _, _) -> CompletableFuture.runAsync(
                        () -> {
                            sleepThroughInterrupts(TIME.multipliedBy(2));
                            try {
                                write(clients.dynamoDb());
                            } finally {
                                isDone.countDown();
                            }
                        },
                        task -> Thread.ofVirtual().start(task))
                .join())) {
            assertThatExceptionOfType(FunctionFailed.class).isThrownBy(() -> host.invoke("F", new byte[0]));
            assertThat(isDone.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(written).hasValue(0);
    }

    /** Each call has its own time, and knows how much is left. */
    @Test
    void theNextCallIsNotEnded() throws Exception {
        var calls = new AtomicInteger();
        try (var host = host((_, out, context) -> {
            if (calls.getAndIncrement() == 0) {
                sleepThroughInterrupts(TIME.multipliedBy(2));
            }
            assertThat(context.getRemainingTimeInMillis()).isBetween(calls.get() == 1 ? 0 : 1, 1000);
            write(clients.dynamoDb());
        })) {
            assertThatExceptionOfType(FunctionFailed.class).isThrownBy(() -> host.invoke("F", new byte[0]));
            host.invoke("F", new byte[0]);
        }
        assertThat(written).hasValue(1);
    }

    /** As when a schedule has called it: what that call has taken is not done before its end. */
    @Test
    void whoWaitsForItsCallsSeesWhatTheyDid() throws Exception {
        var isRunning = new CountDownLatch(1);
        try (var host = host((_, _, _) -> {
            isRunning.countDown();
            sleepThroughInterrupts(TIME.dividedBy(2));
            write(clients.dynamoDb());
        })) {
            var schedule = CompletableFuture.runAsync(
                    () -> {
                        try {
                            host.invoke("F", new byte[0]);
                        } catch (FunctionFailed e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    task -> Thread.ofVirtual().start(task));
            assertThat(isRunning.await(10, TimeUnit.SECONDS)).isTrue();
            host.awaitRunning("F");
            assertThat(written).hasValue(1);
            schedule.join();
        }
    }
}
