package org.supportpin.functions.event;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.identity.CallReference;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.identity.SealedText;
import org.supportpin.domain.identity.TextReader;
import org.supportpin.functions.history.Details;

/**
 * An entry of a ledger, as other systems are told it. infrastructure/events.yaml describes every type.
 *
 * @param id the entry's hash, 64 hexadecimal digits: the audit trail and receipts name the entry by it, and it is the same each time
 *     the event is told
 * @param type {@code support-pin.} and the name that the event has in the API
 * @param at when it happened
 * @param body {@code {id, type, timestamp, data}}
 */
public record OutwardEvent(String id, String type, Instant at, Obj body) {

    private static final String PREFIX = "support-pin.";

    private static final Details WITHOUT_A_KEY = new Details(new NoKey());

    /** Opens nothing, so what is sealed is left out: values, names, notes, and call references, sealed or not. */
    private static final class NoKey implements TextReader {

        @Override
        public Optional<String> read(String label, SealedText text) {
            return Optional.empty();
        }

        @Override
        public Optional<String> read(CallReference call) {
            return Optional.empty();
        }
    }

    /**
     * What is told of an entry.
     *
     * @param tenant the hosting company, see {@code TENANT} in docs/settings.md
     * @param hash the entry's
     */
    public static OutwardEvent of(String tenant, Entry entry, Hash hash) {
        var type = PREFIX + entry.event().type();
        var data = Json.object()
                .put("tenant", tenant)
                .put("customerId", entry.customer().value())
                .put("sequence", entry.sequence())
                .put("actor", WITHOUT_A_KEY.of(entry.actor()))
                .put("details", details(entry.event()))
                .build();
        return new OutwardEvent(
                hash.hex(),
                type,
                entry.at(),
                Json.object()
                        .put("id", hash.hex())
                        .put("type", type)
                        .put("timestamp", entry.at().toString())
                        .put("data", data)
                        .build());
    }

    private static Obj details(Event event) {
        return switch (event) {
            case Event.PinRejected(var lock) when lock != null -> locked(lock.until());
            // Without what has changed, which is sealed.
            case Event.ActionFinished finished -> without("changes", WITHOUT_A_KEY.of(finished));
            default -> WITHOUT_A_KEY.of(event);
        };
    }

    private static Obj locked(@Nullable Instant until) {
        return Json.object()
                .put("locked", true)
                .putIfPresent("lockedUntil", until == null ? null : until.toString())
                .build();
    }

    private static Obj without(String member, Obj object) {
        Map<String, Json> left = new LinkedHashMap<>(object.members());
        left.remove(member);
        return new Obj(left);
    }
}
