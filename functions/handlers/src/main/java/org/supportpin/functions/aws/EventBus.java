package org.supportpin.functions.aws;

import java.util.List;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.functions.event.EventSink;
import org.supportpin.functions.event.OutwardEvent;
import org.supportpin.functions.http.Log;
import org.supportpin.functions.http.Log.Field;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** Puts events on a bus of Amazon EventBridge: source {@code support-pin}, the event's type, and its body as the detail. */
public final class EventBus implements EventSink {

    private static final String SOURCE = "support-pin";

    /** EventBridge's limit for a call. Ten events are far below its limit of size. */
    private static final int AT_ONCE = 10;

    private final EventBridgeClient client;
    private final String bus;
    private final Log log;

    public EventBus(EventBridgeClient client, String bus, Log log) {
        this.client = client;
        this.bus = bus;
        this.log = log;
    }

    @Override
    public int take(List<OutwardEvent> events) {
        for (int from = 0; from < events.size(); from += AT_ONCE) {
            var some = events.subList(from, Math.min(from + AT_ONCE, events.size()));
            int taken = taken(some);
            if (taken < some.size()) {
                return from + taken;
            }
        }
        return events.size();
    }

    private int taken(List<OutwardEvent> events) {
        try {
            var results =
                    client
                            .putEvents(request -> request.entries(
                                    events.stream().map(this::entry).toList()))
                            .entries()
                            .stream()
                            .map(PutEventsResultEntry::errorCode)
                            .toList();
            for (int i = 0; i < events.size(); i++) {
                if (i >= results.size() || results.get(i) != null) {
                    waits(events.get(i)).write();
                    return i;
                }
            }
            return events.size();
        } catch (SdkException e) {
            waits(events.getFirst()).error(e).write();
            return 0;
        }
    }

    private PutEventsRequestEntry entry(OutwardEvent event) {
        return PutEventsRequestEntry.builder()
                .eventBusName(bus)
                .source(SOURCE)
                .detailType(event.type())
                .time(event.at())
                .detail(JsonText.write(event.body()))
                .build();
    }

    private Log.Line waits(OutwardEvent event) {
        return log.line()
                .put(Field.OUTCOME, "event-waits")
                .put(Field.EVENT, event.id())
                .put(Field.CHANNEL, "bus");
    }
}
