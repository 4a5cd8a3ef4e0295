package org.supportpin.functions.watch;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.JsonText.MalformedJson;
import org.supportpin.domain.audit.Watch;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.aws.StreamRecords;
import org.supportpin.functions.aws.StreamRecords.Told;
import org.supportpin.functions.http.FunctionTime;

/**
 * Called with the records of the table's stream. It answers with the first record that must be delivered again, so that Lambda goes on
 * from there ({@code ReportBatchItemFailures}).
 */
public final class WatchHandler implements RequestStreamHandler {

    private final Watch watch;

    public WatchHandler() {
        this(Wiring.fromEnvironment());
    }

    public WatchHandler(Wiring wiring) {
        watch = wiring.audits().watch();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        var records =
                records(in).stream().filter(each -> each.delivered() != null).toList();
        var failed = FunctionTime.of(context)
                .hold(() -> watch.follow(records.stream()
                        .map(each -> Objects.requireNonNull(each.delivered()))
                        .toList()));
        var failures = failed.stream()
                .mapToObj(index -> records.get(index).sequenceNumber())
                .toList();
        out.write(JsonText.write(answer(failures)).getBytes(StandardCharsets.UTF_8));
    }

    private static List<Told> records(InputStream in) throws IOException {
        try {
            return StreamRecords.of(JsonText.read(in.readAllBytes()));
        } catch (MalformedJson e) {
            throw new IllegalArgumentException("the event is not one of a stream", e);
        }
    }

    private static Json answer(List<String> failures) {
        return Json.object()
                .put(
                        "batchItemFailures",
                        Json.array(
                                failures,
                                each -> Json.object()
                                        .put("itemIdentifier", each)
                                        .build()))
                .build();
    }
}
