package org.supportpin.functions.history;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.functions.http.Parameters;
import org.supportpin.functions.http.Request;

/**
 * A customer's ledger, page by page, newest first.
 *
 * @param <E> an entry as it is read
 */
public final class History<E> {

    private static final int PAGE = 25;
    private static final Pattern CURSOR = Pattern.compile("[1-9][0-9]{0,11}");

    /** Reads entries in descending sequence: so many, and all with a lower sequence. */
    public interface Entries<E> {
        List<E> read(CustomerId customer, long below, int limit);
    }

    private final Entries<E> entries;
    private final ToLongFunction<E> sequence;

    public History(Entries<E> entries, ToLongFunction<E> sequence) {
        this.entries = entries;
        this.sequence = sequence;
    }

    /**
     * The page that the request's {@code cursor} names: the sequence of the last entry that was seen.
     *
     * @param event shows an entry
     */
    public Json page(CustomerId customer, Request request, Function<E, Json> event) {
        var page = page(customer, request, PAGE);
        return Json.object()
                .put("events", Json.array(page.shown(), event))
                .put("nextCursor", Json.of(page.next()))
                .build();
    }

    /**
     * Entries, newest first.
     *
     * @param next the cursor of the next page; null if there is none
     */
    public record Page<E>(List<E> shown, @Nullable String next) {}

    /**
     * The page that the request's {@code cursor} names.
     *
     * @param most 1–99 entries
     */
    public Page<E> page(CustomerId customer, Request request, int most) {
        var page = entries.read(customer, cursor(request), most + 1);
        var shown = page.subList(0, Math.min(most, page.size()));
        return new Page<>(shown, page.size() > most ? lastSequence(shown) : null);
    }

    private String lastSequence(List<E> shown) {
        return Long.toString(sequence.applyAsLong(shown.getLast()));
    }

    /** The sequence that the request's {@code cursor} names; {@link Long#MAX_VALUE} without one. */
    public static long cursor(Request request) {
        var given = request.query("cursor");
        if (given.isEmpty()) {
            return Long.MAX_VALUE;
        }
        return Optional.of(given.get())
                .filter(text -> CURSOR.matcher(text).matches())
                .map(Long::valueOf)
                .orElseThrow(Parameters::noSuchPage);
    }
}
