package org.supportpin.local.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.local.function.FunctionFailed;
import org.supportpin.local.template.StreamSource;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Delivers batches to a function until it has taken them, as the event source mapping says: from the record on that the function names,
 * in halves if it fails, and in the end not at all.
 */
final class Delivery {

    private static final Duration PAUSE = Duration.ofMillis(100);

    /** Calls the function. */
    @FunctionalInterface
    interface Call {
        byte[] with(byte[] event) throws FunctionFailed;
    }

    private final StreamSource source;
    private final Call call;
    private final String stream;
    private final String region;
    private final Consumer<List<Record>> dead;
    private final BooleanSupplier isClosed;

    /**
     * @param dead takes what is given up
     * @param isClosed whether nothing more is to be delivered
     */
    Delivery(
            StreamSource source,
            Call call,
            String stream,
            String region,
            Consumer<List<Record>> dead,
            BooleanSupplier isClosed) {
        this.source = source;
        this.call = call;
        this.stream = stream;
        this.region = region;
        this.dead = dead;
        this.isClosed = isClosed;
    }

    void deliver(List<Record> batch) {
        deliver(batch, 0);
    }

    private void deliver(List<Record> batch, int attempts) {
        var rest = batch;
        for (int attempt = attempts; !rest.isEmpty() && !isClosed.getAsBoolean(); attempt++) {
            if (attempt > source.retries() || isTooOld(rest.getFirst())) {
                dead.accept(rest);
                return;
            }
            var failed = failed(rest);
            if (failed.isEmpty()) {
                return;
            }
            int from = failed.get();
            boolean isWhole = from < 0;
            if (isWhole && source.isBisected() && rest.size() > 1) {
                int half = rest.size() / 2;
                deliver(rest.subList(0, half), attempt + 1);
                deliver(rest.subList(half, rest.size()), attempt + 1);
                return;
            }
            rest = rest.subList(Math.max(0, from), rest.size());
            pause();
        }
    }

    private boolean isTooOld(Record record) {
        return record.dynamodb()
                .approximateCreationDateTime()
                .plus(source.age())
                .isBefore(Instant.now(java.time.Clock.systemUTC()));
    }

    /** The index of the first record that was not taken; -1 if the function failed; empty if all were taken. */
    private Optional<Integer> failed(List<Record> batch) {
        byte[] answer;
        try {
            answer = call.with(
                    JsonText.write(RecordJson.event(batch, stream, region)).getBytes(UTF_8));
        } catch (FunctionFailed e) {
            return Optional.of(-1);
        }
        if (!source.reports()) {
            return Optional.empty();
        }
        var named = JsonText.readOwn(new String(answer, UTF_8)).path("batchItemFailures").items().stream()
                .map(each -> each.path("itemIdentifier").asText())
                .map(number -> index(batch, number))
                .toList();
        return named.stream().min(Integer::compare);
    }

    /** Lambda takes a number that it does not know for a failure of the whole batch. */
    private static int index(List<Record> batch, String number) {
        for (int i = 0; i < batch.size(); i++) {
            if (batch.get(i).dynamodb().sequenceNumber().equals(number)) {
                return i;
            }
        }
        return -1;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What describes a batch that was given up: Lambda sends no more than this. */
    static Json letter(String function, String stream, String shard, List<Record> batch) {
        return Json.object()
                .put("function", function)
                .put(
                        "DDBStreamBatchInfo",
                        Json.object()
                                .put("shardId", shard)
                                .put(
                                        "startSequenceNumber",
                                        batch.getFirst().dynamodb().sequenceNumber())
                                .put(
                                        "endSequenceNumber",
                                        batch.getLast().dynamodb().sequenceNumber())
                                .put("batchSize", Json.of(batch.size()))
                                .put("streamArn", stream)
                                .build())
                .build();
    }
}
