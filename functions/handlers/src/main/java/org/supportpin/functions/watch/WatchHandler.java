package org.supportpin.functions.watch;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.audit.Watch;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.aws.StreamRecords;
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
        var records = StreamRecords.read(in.readAllBytes()).stream()
                .filter(each -> each.delivered() != null)
                .toList();
        var failed = FunctionTime.of(context)
                .hold(() -> watch.follow(records.stream()
                        .map(each -> Objects.requireNonNull(each.delivered()))
                        .toList()));
        var failures = failed.stream()
                .mapToObj(index -> records.get(index).sequenceNumber())
                .toList();
        out.write(JsonText.write(StreamRecords.answer(failures)).getBytes(StandardCharsets.UTF_8));
    }
}
