package org.supportpin.functions.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.audit.StoredEntry;

/**
 * Reads a chain from its newest entry back. One answer reads at most {@link ChainQuery#MOST} entries and one batch more,
 * and holds at most one MiB and one event more, however long the chain is: what is left follows in the next answer.
 */
final class ChainReader {

    /** Entries in one query of the store. */
    static final int BATCH = 100;

    /** Lambda answers at most six MB, and of this a quotation mark takes four bytes, doubled in CSV and escaped in the payload's JSON. */
    static final int MOST_BYTES = 1024 * 1024;

    /** Reads a chain's entries, ascending: those at and before a place, so many of them at most. */
    interface Entries {
        List<StoredEntry> read(long place, int most);
    }

    private final Entries entries;
    private final ChainQuery query;
    private final Function<StoredEntry, Obj> event;
    private final List<Obj> events = new ArrayList<>();
    private long below;
    private int read;
    private int bytes;

    private ChainReader(Entries entries, ChainQuery query, Function<StoredEntry, Obj> event) {
        this.entries = entries;
        this.query = query;
        this.event = event;
        this.below = query.below();
    }

    /**
     * The entries that a query asks for.
     *
     * @param event shows an entry
     */
    static ChainPage read(Entries entries, ChainQuery query, Function<StoredEntry, Obj> event) {
        return new ChainReader(entries, query, event).page();
    }

    private ChainPage page() {
        while (true) {
            int most = query.hasPeriod() ? BATCH : Math.min(BATCH, query.limit() + 1 - events.size());
            var batch = entries.read(below - 1, most).reversed();
            for (var stored : batch) {
                if (query.includes(stored)) {
                    if (isFull()) {
                        return new ChainPage(events, query.below(below));
                    }
                    show(stored);
                }
                below = stored.place();
            }
            read += batch.size();
            if (isEnd(batch, most)) {
                return new ChainPage(events, null);
            }
            if (read >= ChainQuery.MOST && events.size() < query.limit()) {
                return new ChainPage(events, query.below(below));
            }
        }
    }

    /**
     * A chain begins at place 1. Fewer entries than were asked for are no sign of it: somebody may have put among them what is none.
     */
    private boolean isEnd(List<StoredEntry> batch, int most) {
        return batch.isEmpty()
                || (batch.size() < most && batch.getLast().place() <= 1)
                || query.isPast(batch.getLast());
    }

    private boolean isFull() {
        return events.size() == query.limit() || bytes > MOST_BYTES;
    }

    private void show(StoredEntry stored) {
        var shown = event.apply(stored);
        bytes += JsonText.write(shown).getBytes(UTF_8).length;
        events.add(shown);
    }
}
