package org.supportpin.functions.history;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.customer.Entry.Recorded;
import org.supportpin.domain.customer.Ledger;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.functions.http.Problem;
import org.supportpin.functions.http.Rejected;
import org.supportpin.functions.http.Request;

/** A customer's ledger, page by page, newest first. */
public final class History {

    private static final int PAGE = 25;
    private static final Pattern CURSOR = Pattern.compile("[1-9][0-9]{0,11}");

    private final Ledger ledger;

    public History(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * The page that the request's {@code cursor} names: the sequence of the last entry that was seen.
     *
     * @param event shows an entry
     */
    public Json page(CustomerId customer, Request request, Function<Recorded, Json> event) {
        var page = ledger.history(customer, cursor(request), PAGE + 1);
        var shown = page.subList(0, Math.min(PAGE, page.size()));
        return Json.object()
                .put("events", Json.array(shown, event))
                .put("nextCursor", Json.of(page.size() > PAGE ? lastSequence(shown) : null))
                .build();
    }

    private static @Nullable String lastSequence(List<Recorded> shown) {
        return Long.toString(shown.getLast().entry().sequence());
    }

    private static long cursor(Request request) {
        var given = request.query("cursor");
        if (given.isEmpty()) {
            return Long.MAX_VALUE;
        }
        return Optional.of(given.get())
                .filter(text -> CURSOR.matcher(text).matches())
                .map(Long::valueOf)
                .orElseThrow(() -> new Rejected(Problem.invalid(
                        List.of(new Fault("/cursor", "Use a nextCursor value from this list, unchanged.")))));
    }
}
