package org.supportpin.domain.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.notice.NoticeKind;

/**
 * What the customer was told of within the last hour, so that it is not told again. High risk is told each time, and so is what
 * concerns a number or an address that was replaced, because each time it is another one that must know.
 *
 * @param last when each kind was last told
 */
public record Told(Map<NoticeKind, Instant> last) {

    public static final Told NONE = new Told(Map.of());

    /** How long the same kind is not told again. */
    static final Duration PAUSE = Duration.ofHours(1);

    public Told {
        last = Map.copyOf(last);
    }

    /** What an event is told as, at most once an hour; empty if it is not told, or each time. */
    public static Optional<NoticeKind> kind(@Nullable Event event) {
        return switch (event) {
            case Event.Activated _ -> Optional.of(NoticeKind.ACTIVATED);
            case Event.Deactivated _ -> Optional.of(NoticeKind.DEACTIVATED);
            case Event.PinRejected(var lock) when lock != null -> Optional.of(NoticeKind.LOCKED);
            case Event.PolicyChanged(var before, var after) ->
                Optional.of(after.isLooserThan(before) ? NoticeKind.POLICY_LOOSENED : NoticeKind.POLICY_TIGHTENED);
            case null, default -> Optional.empty();
        };
    }

    /** Whether this kind may be told again. */
    public boolean isDue(NoticeKind kind, Instant now) {
        var told = last.get(kind);
        return told == null || !now.isBefore(told.plus(PAUSE));
    }

    Told after(Event event, Instant at) {
        var next = new EnumMap<NoticeKind, Instant>(NoticeKind.class);
        last.forEach((kind, told) -> {
            if (!isDue(kind, at)) {
                next.put(kind, told);
            }
        });
        kind(event).ifPresent(kind -> next.putIfAbsent(kind, at));
        return next.isEmpty() ? NONE : new Told(next);
    }
}
