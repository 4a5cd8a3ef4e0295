package org.supportpin.domain.action;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** What goes wrong with the next calls of a fake system; after them, nothing does. */
final class Mishaps {

    /** One call. */
    enum Mishap {
        NONE,
        REFUSES,
        DOWN,
        /** Does it, and loses the answer. */
        LOSES_ANSWER,
        /** Loses the request, and nobody knows. */
        LOSES_REQUEST
    }

    static final Refusal REFUSAL = new Refusal("back-office-refused", "No.");

    private final Deque<Mishap> next = new ArrayDeque<>();

    void are(Mishap... mishaps) {
        next.addAll(List.of(mishaps));
    }

    <R> Effect<R> effect(Supplier<Effect<R>> change) {
        return switch (next.isEmpty() ? Mishap.NONE : next.remove()) {
            case NONE -> change.get();
            case REFUSES -> Effect.refused(REFUSAL);
            case DOWN -> Effect.notDone();
            case LOSES_REQUEST -> Effect.unknown();
            case LOSES_ANSWER -> {
                var _ = change.get();
                yield Effect.unknown();
            }
        };
    }
}
