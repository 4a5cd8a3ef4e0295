package org.supportpin.functions.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Fields;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.Json.Str;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.audit.StoredEntry;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Fault;
import org.supportpin.functions.http.Request;

/**
 * Which entries of a chain are asked for.
 *
 * @param below the entries of lower sequence only
 * @param from the time of the earliest, inclusive; null for any
 * @param to the time after the latest, exclusive; null for any
 * @param limit 1 to {@link #MOST} entries
 */
record ChainQuery(
        long below, @Nullable Instant from, @Nullable Instant to, int limit) {

    /** In one answer. */
    static final int MOST = 1000;

    private static final Pattern PLACE = Pattern.compile("[1-9][0-9]{0,11}");
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,3}");

    /** RFC 3339 §5.6. A year has four digits, and an offset is given. */
    private static final Pattern TIME = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})");

    private static final List<String> PARAMETERS = List.of("cursor", "from", "to", "limit");

    /**
     * What a request asks for; every fault is reported at once.
     *
     * @param otherwise the limit without one
     */
    static ChainQuery of(Request request, int otherwise) {
        var given = new LinkedHashMap<String, Json>();
        PARAMETERS.forEach(name -> request.query(name).ifPresent(value -> given.put(name, new Str(value))));
        return Request.valid(read(new Fields(new Obj(given)), otherwise));
    }

    private static Checked<ChainQuery> read(Fields fields, int otherwise) {
        var below = fields.optional("cursor", Read.text(ChainQuery::place));
        var from = fields.optional("from", Read.text(ChainQuery::time));
        var to = fields.optional("to", Read.text(ChainQuery::time));
        var limit = fields.optional("limit", Read.text(ChainQuery::limit));
        var first = from.orNull();
        var end = to.orNull();
        if (first != null && end != null && !first.isBefore(end)) {
            fields.fault(new Fault("/to", "Enter a time after from."));
        }
        return fields.make(() -> new ChainQuery(below.orElse(Long.MAX_VALUE), first, end, limit.orElse(otherwise)));
    }

    private static Checked<Long> place(String text) {
        return PLACE.matcher(text).matches()
                ? Checked.valid(Long.valueOf(text))
                : Checked.faulty("Use a nextCursor value from this list, unchanged.");
    }

    private static Checked<Integer> limit(String text) {
        return LIMIT.matcher(text).matches() && Integer.parseInt(text) <= MOST
                ? Checked.valid(Integer.valueOf(text))
                : Checked.faulty("Enter a whole number from 1 to " + MOST + ".");
    }

    private static Checked<Instant> time(String text) {
        try {
            var time = TIME.matcher(text).matches() ? OffsetDateTime.parse(text).toInstant() : null;
            // In UTC too, the year must have four digits.
            if (time != null && TIME.matcher(time.toString()).matches()) {
                return Checked.valid(time);
            }
        } catch (DateTimeException noSuchTime) {
            // Refused below: the 30th of February, or the hour 24.
        }
        return Checked.faulty("Enter a time as in RFC 3339, such as 2026-11-22T14:30:00Z; in a URL, + is written %2B.");
    }

    /** Whether it chooses entries by their time. */
    boolean hasPeriod() {
        return from != null || to != null;
    }

    /** Whether an entry is of the period. One that cannot be read has no time, and belongs to any: it is what an auditor looks for. */
    boolean includes(StoredEntry stored) {
        var entry = stored.entry();
        if (entry == null) {
            return true;
        }
        return (from == null || !entry.at().isBefore(from))
                && (to == null || entry.at().isBefore(to));
    }

    /** Whether an entry, and so every older one, is earlier than the period. */
    boolean isPast(StoredEntry stored) {
        var entry = stored.entry();
        return entry != null && from != null && entry.at().isBefore(from);
    }

    /** The same, from below a place. */
    ChainQuery below(long place) {
        return new ChainQuery(place, from, to, limit);
    }

    /** As the query of a URL that is relative to the route's own (RFC 3986 §4.2). Nothing in it needs an escape. */
    String text() {
        var parameters = new LinkedHashMap<String, String>();
        put(parameters, "from", from);
        put(parameters, "to", to);
        parameters.put("limit", Integer.toString(limit));
        parameters.put("cursor", Long.toString(below));
        return "?"
                + String.join(
                        "&",
                        parameters.entrySet().stream()
                                .map(each -> each.getKey() + "=" + each.getValue())
                                .toList());
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Instant at) {
        if (at != null) {
            parameters.put(name, at.toString());
        }
    }
}
