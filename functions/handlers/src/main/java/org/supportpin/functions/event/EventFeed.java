package org.supportpin.functions.event;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.supportpin.domain.audit.Change;
import org.supportpin.domain.audit.Change.EntryWritten;

/**
 * Tells other systems of each new entry (docs/adr/0044). It reads nothing but what it is told, opens no key, and writes nothing.
 *
 * @param sinks each is told only what the one before it has taken, so that what fails in one is not told the other again and again
 */
public record EventFeed(String tenant, List<EventSink> sinks) {

    public EventFeed {
        sinks = List.copyOf(sinks);
    }

    /** An event, and the index of the change that it comes from. */
    private record Found(int index, OutwardEvent event) {}

    /**
     * Tells of the new entries among changes, in their order. One that is not sound is not told: the watch makes a violation of it.
     *
     * @return the index of the first change from which on all must be delivered again; empty if there is none
     */
    public OptionalInt tell(List<Change> changes) {
        var found = new ArrayList<Found>();
        for (int i = 0; i < changes.size(); i++) {
            if (changes.get(i) instanceof EntryWritten(var customer, var stored)) {
                var entry = stored.sound(customer);
                if (entry != null) {
                    found.add(new Found(i, OutwardEvent.of(tenant, entry, stored.actual())));
                }
            }
        }
        var told = found;
        for (var sink : sinks) {
            int taken = sink.take(told.stream().map(Found::event).toList());
            told = new ArrayList<>(told.subList(0, taken));
        }
        return told.size() == found.size()
                ? OptionalInt.empty()
                : OptionalInt.of(found.get(told.size()).index());
    }
}
