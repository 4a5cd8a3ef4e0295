package org.supportpin.domain.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Refusal;

/** The failures of the next calls of a fake system; later calls succeed. */
public final class Mishaps {

    /** One call. */
    public enum Mishap {
        NONE,
        REFUSES,
        DOWN,
        /** Done, but the answer is lost. */
        LOSES_ANSWER,
        /** The request is lost, and nobody knows. */
        LOSES_REQUEST
    }

    public static final Refusal REFUSAL = new Refusal("back-office-refused", "No.", "Όχι.");

    private final Deque<Mishap> next = new ArrayDeque<>();

    public void are(Mishap... mishaps) {
        next.addAll(List.of(mishaps));
    }

    public <R> CallOutcome<R> effect(Supplier<CallOutcome<R>> change) {
        return switch (next.isEmpty() ? Mishap.NONE : next.remove()) {
            case NONE -> change.get();
            case REFUSES -> CallOutcome.refused(REFUSAL);
            case DOWN -> CallOutcome.notDone();
            case LOSES_REQUEST -> CallOutcome.unknown();
            case LOSES_ANSWER -> {
                var _ = change.get();
                yield CallOutcome.unknown();
            }
        };
    }
}
