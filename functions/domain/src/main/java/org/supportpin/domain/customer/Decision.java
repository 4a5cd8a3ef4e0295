package org.supportpin.domain.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say to a command: what is to be recorded, and what the caller may be told once it is.
 *
 * @param event null where nothing is to be recorded
 * @param outcome what to tell, after the event was appended and not before
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
}
