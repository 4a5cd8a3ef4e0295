package org.supportpin.domain.customer;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules' decision on a command: what to record, and what to answer once it is recorded.
 *
 * @param event null if nothing is to be recorded
 * @param outcome the answer; not to be revealed before the event is appended
 */
public record Decision<O>(@Nullable Event event, O outcome, List<CompanionWrite> alongside) {

    public Decision {
        alongside = List.copyOf(alongside);
    }

    public static <O> Decision<O> record(Event event, O outcome, CompanionWrite... alongside) {
        return new Decision<>(event, outcome, List.of(alongside));
    }

    public static <O> Decision<O> tell(O outcome) {
        return new Decision<>(null, outcome, List.of());
    }

    /** The same with another outcome. */
    public <Q> Decision<Q> map(Function<? super O, ? extends Q> change) {
        return new Decision<>(event, change.apply(outcome), alongside);
    }

    /** The same with more companion writes. */
    public Decision<O> and(List<CompanionWrite> writes) {
        return new Decision<>(
                event,
                outcome,
                Stream.concat(alongside.stream(), writes.stream()).toList());
    }

    /** The same with one more companion write. */
    public Decision<O> and(CompanionWrite write) {
        return new Decision<>(
                event,
                outcome,
                Stream.concat(alongside.stream(), Stream.of(write)).toList());
    }
}
