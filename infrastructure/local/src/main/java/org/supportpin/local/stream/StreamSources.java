package org.supportpin.local.stream;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.local.function.FunctionHost;
import org.supportpin.local.routes.Answer;
import org.supportpin.local.routes.LocalRoutes;
import org.supportpin.local.template.Function;
import org.supportpin.local.template.StreamSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Polls the tables' streams, four times a second as Lambda does, and calls functions with what is new. It begins with the oldest record
 * that there is: after a restart everything is told again.
 */
public final class StreamSources implements AutoCloseable {

    private static final Duration EVERY = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FunctionHost functions;
    private final String region;
    private final DynamoDbStreamsClient client;
    private final List<Json> dead = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong rounds = new AtomicLong();
    /** Whoever waits for the next round does not wait for its time. */
    private final Semaphore hurry = new Semaphore(0);

    private int polled;
    private volatile boolean isClosed;

    private StreamSources(FunctionHost functions, Map<String, String> aws) {
        this.functions = functions;
        this.region = aws.getOrDefault("AWS_REGION", "");
        this.client = DynamoDbStreamsClient.builder()
                .httpClientBuilder(Apache5HttpClient.builder())
                .endpointOverride(URI.create(aws.getOrDefault("AWS_ENDPOINT_URL_DYNAMODB", "")))
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .build();
    }

    /**
     * Starts to poll for each function that the template calls with a table's changes. {@code GET /local/dead-letters} shows what was
     * given up, as the queue would have it.
     *
     * @param aws region and endpoints, as in a function's environment
     */
    public static StreamSources start(
            Collection<Function> called, FunctionHost functions, Map<String, String> aws, LocalRoutes routes) {
        var sources = new StreamSources(functions, aws);
        sources.addTo(routes);
        for (var function : called) {
            for (var source : function.streams()) {
                sources.polled++;
                sources.threads.execute(() -> sources.poll(function, source));
            }
        }
        return sources;
    }

    private void addTo(LocalRoutes routes) {
        routes.add(
                "GET",
                "/local/dead-letters",
                _ -> Answer.ok(Json.object().put("messages", new Json.Arr(dead)).build()));
    }

    /**
     * Waits until everything that was written before is delivered, at most ten seconds. The round that runs may have read the stream
     * before that.
     */
    public void await() {
        var until = rounds.get() + 2L * polled;
        var end = Deadline.NONE.within(PATIENCE);
        while (rounds.get() < until && !isClosed && !end.isOver()) {
            hurry.release();
            pause(Duration.ofMillis(5));
        }
    }

    private void poll(Function function, StreamSource source) {
        var iterators = new LinkedHashMap<String, @Nullable String>();
        var ended = new HashSet<String>();
        while (!isClosed) {
            try {
                round(function, source, iterators, ended);
                rounds.incrementAndGet();
            } catch (SdkException | IllegalStateException e) {
                if (!isClosed) {
                    System.err.println("The stream of " + source.table() + " cannot be read: " + e.getMessage());
                }
            }
            untilTheNextRound();
        }
    }

    private void round(
            Function function, StreamSource source, Map<String, @Nullable String> iterators, Set<String> ended) {
        var stream = client.listStreams(request -> request.tableName(source.table())).streams().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("it has none"))
                .streamArn();
        for (var shard : shards(stream)) {
            boolean isAfterItsParent = shard.parentShardId() == null
                    || ended.contains(shard.parentShardId())
                    || !iterators.containsKey(shard.parentShardId());
            if (!ended.contains(shard.shardId()) && isAfterItsParent) {
                var next = read(function, source, stream, shard.shardId(), iterators.get(shard.shardId()));
                iterators.put(shard.shardId(), next);
                if (next == null) {
                    ended.add(shard.shardId());
                }
            }
        }
    }

    /** Parents first, as DynamoDB lists them. */
    private List<Shard> shards(String stream) {
        var shards = new ArrayList<Shard>();
        @Nullable String last = null;
        do {
            var from = last;
            var answer = client.describeStream(
                            request -> request.streamArn(stream).exclusiveStartShardId(from))
                    .streamDescription();
            shards.addAll(answer.shards());
            last = answer.lastEvaluatedShardId();
        } while (last != null);
        return shards;
    }

    /** Delivers what is new in a shard. */
    private @Nullable String read(
            Function function, StreamSource source, String stream, String shard, @Nullable String known) {
        @Nullable String iterator = known == null
                ? client.getShardIterator(request -> request.streamArn(stream)
                                .shardId(shard)
                                .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                        .shardIterator()
                : known;
        while (iterator != null && !isClosed) {
            var from = iterator;
            var answer =
                    client.getRecords(request -> request.shardIterator(from).limit(source.batch()));
            iterator = answer.nextShardIterator();
            if (answer.records().isEmpty()) {
                return iterator;
            }
            delivery(function, source, stream, shard).deliver(answer.records());
        }
        return iterator;
    }

    private Delivery delivery(Function function, StreamSource source, String stream, String shard) {
        return new Delivery(
                source,
                event -> functions.invoke(function.id(), event),
                stream,
                region,
                batch -> giveUp(function, source, stream, shard, batch),
                () -> isClosed);
    }

    private void giveUp(Function function, StreamSource source, String stream, String shard, List<Record> batch) {
        System.err.println(
                function.id() + " could not be called with " + batch.size() + " changes of " + source.table());
        if (source.deadLetters() != null) {
            dead.add(Delivery.letter(function.name(), stream, shard, batch));
        }
    }

    private void untilTheNextRound() {
        try {
            if (hurry.tryAcquire(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                hurry.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        isClosed = true;
        threads.shutdownNow();
        client.close();
    }
}
