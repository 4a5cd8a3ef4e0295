package org.supportpin.functions.feed;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.aws.StreamRecords;
import org.supportpin.functions.event.EventFeed;
import org.supportpin.functions.http.FunctionTime;

/** Called with the new entries of the table's stream. It answers with the first that must be delivered again. */
public final class EventFeedHandler implements RequestStreamHandler {

    private final EventFeed feed;

    public EventFeedHandler() {
        this(Wiring.fromEnvironment());
    }

    public EventFeedHandler(Wiring wiring) {
        feed = wiring.events().feed();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        var records = StreamRecords.read(in.readAllBytes()).stream()
                .filter(each -> each.delivered() != null)
                .toList();
        var changes = records.stream()
                .map(each -> Objects.requireNonNull(each.delivered()).change())
                .toList();
        var failed = FunctionTime.of(context).hold(() -> feed.tell(changes));
        var failures = failed.stream()
                .mapToObj(index -> records.get(index).sequenceNumber())
                .toList();
        out.write(JsonText.write(StreamRecords.answer(failures)).getBytes(StandardCharsets.UTF_8));
    }
}
