package org.supportpin.domain.history;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Entry.Recorded;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.Ledger;
import org.supportpin.domain.history.Episode.PastCall;
import org.supportpin.domain.identity.CustomerId;

/** A customer's calls, out of the ledger. */
public final class CallHistory {

    private static final int BATCH = 100;

    /** So many batches are looked through for a page. Beyond, a page has fewer episodes, or none. */
    private static final int MOST_BATCHES = 10;

    private final Ledger ledger;
    private final Clock clock;

    public CallHistory(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Episodes, newest first.
     *
     * @param next where the next page goes on; null after the last
     */
    public record Page(List<Episode> shown, @Nullable Long next) {}

    /**
     * A page of episodes.
     *
     * @param below only episodes with a lower sequence; {@link Long#MAX_VALUE} for the newest
     * @param most how many
     */
    public Page page(CustomerId customer, long below, int most) {
        var entries = new ArrayList<Recorded>();
        boolean isMore = true;
        List<Episode> found = List.of();
        for (int batches = 0; isMore && found.size() <= most && batches < MOST_BATCHES; batches++) {
            long from = entries.isEmpty() ? below : entries.getFirst().entry().sequence();
            var batch = ledger.history(customer, from, BATCH).reversed();
            entries.addAll(0, batch);
            isMore = batch.size() == BATCH;
            found = episodes(customer, entries, below);
        }
        if (found.size() > most) {
            var shown = found.subList(0, most);
            return new Page(List.copyOf(shown), shown.getLast().sequence());
        }
        return new Page(found, isMore ? entries.getFirst().entry().sequence() : null);
    }

    /** A call; empty if the customer had no such call. */
    public Optional<PastCall> find(CustomerId customer, PastCallId id) {
        var entries = ledger.history(customer, id.sequence() + 1, BATCH).reversed();
        if (entries.isEmpty() || !isOf(id, entries.getLast())) {
            return Optional.empty();
        }
        return episodes(customer, entries, id.sequence() + 1).stream()
                .filter(each -> each.sequence() == id.sequence())
                .filter(PastCall.class::isInstance)
                .map(PastCall.class::cast)
                .findFirst();
    }

    private static boolean isOf(PastCallId id, Recorded recorded) {
        return recorded.entry().event() instanceof Event.Verified
                && PastCallId.of(recorded).equals(id);
    }

    /** The episodes of some entries. What belongs to them and came later is read too. */
    private List<Episode> episodes(CustomerId customer, List<Recorded> entries, long below) {
        if (entries.isEmpty()) {
            return List.of();
        }
        var episodes = new Episodes();
        entries.forEach(episodes::add);
        var last = entries.getLast().entry();
        var newest = below == Long.MAX_VALUE ? last : newest(customer);
        while (last.sequence() < newest.sequence() && episodes.isUnfinished(below, last, newest.state())) {
            long before = last.sequence();
            var later = ledger.history(customer, before + BATCH + 1, BATCH).reversed().stream()
                    .filter(each -> each.entry().sequence() > before)
                    .toList();
            later.forEach(episodes::add);
            last = later.getLast().entry();
        }
        return episodes.newestFirst(clock.instant(), newest.state()).stream()
                .filter(each -> each.sequence() < below)
                .toList();
    }

    private Entry newest(CustomerId customer) {
        return ledger.history(customer, Long.MAX_VALUE, 1).getFirst().entry();
    }
}
