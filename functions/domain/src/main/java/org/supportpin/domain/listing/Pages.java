package org.supportpin.domain.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.deadline.Deadline;

/** Reads a list page by page, until its end, {@link Listing#MOST} items, 20 pages, or the {@link Deadline}. */
public final class Pages {

    private static final int MOST_PAGES = 20;

    private Pages() {}

    /**
     * A page.
     *
     * @param next where the next page starts; null if this is the last one
     */
    public record Page<T, C>(List<T> items, @Nullable C next) {

        public Page {
            items = List.copyOf(items);
        }
    }

    /**
     * Reads pages. What was read before a page fails is kept.
     *
     * @param first where the first page starts
     * @param own whether an item is the customer's: a system's own filter is not relied on
     * @throws BackOfficeUnavailable if the first page cannot be read
     */
    public static <T, C> Listing<T> read(C first, Function<C, Page<T, C>> page, Predicate<? super T> own) {
        var items = new ArrayList<T>();
        var at = first;
        for (int read = 0; read < MOST_PAGES && items.size() <= Listing.MOST; read++) {
            Page<T, C> found;
            try {
                found = page.apply(at);
            } catch (BackOfficeUnavailable e) {
                if (read == 0) {
                    throw e;
                }
                return new Listing<>(items, Gap.UNAVAILABLE);
            }
            found.items().stream().filter(own).forEach(items::add);
            var next = found.next();
            if (next == null) {
                return Listing.of(items);
            }
            if (Deadline.current().isOver()) {
                return new Listing<>(items, Gap.UNAVAILABLE);
            }
            at = next;
        }
        return new Listing<>(items, Gap.MORE);
    }
}
