package org.supportpin.domain.action;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.check.Fault;

/**
 * A rule of actions.md that forbids an action.
 *
 * @param rule the rule's name in the API, such as {@code zone-not-hosted-here}
 * @param detail what the agent is told, in English
 * @param greek the same in Greek; null if the service has no Greek words for it
 * @param faults each thing that the rules forbid, with its pointer relative to the parameters; empty if it is the action as a whole
 */
public record Refusal(String rule, String detail, @Nullable String greek, List<Fault> faults) {

    /** The detail says as many sentences; the others are among the faults only. */
    private static final int MOST_SENTENCES = 5;

    public Refusal {
        Objects.requireNonNull(rule);
        Objects.requireNonNull(detail);
        faults = List.copyOf(faults);
    }

    /** Of the action as a whole. */
    public Refusal(String rule, String detail, String greek) {
        this(rule, detail, Objects.requireNonNull(greek), List.of());
    }

    /** In words that are not the service's own, such as another system's, and so in one language only. */
    public static Refusal untranslated(String rule, String detail) {
        return new Refusal(rule, detail, null, List.of());
    }

    /**
     * Several things that are forbidden at once.
     *
     * @param rule that of the first
     * @param faults at least one, the most important first; with words in both languages
     */
    public static Refusal of(String rule, List<Fault> faults) {
        return new Refusal(
                rule,
                faults.stream()
                        .map(Fault::message)
                        .distinct()
                        .limit(MOST_SENTENCES)
                        .collect(Collectors.joining(" ")),
                faults.stream()
                        .map(fault -> Objects.requireNonNull(fault.greek()))
                        .distinct()
                        .limit(MOST_SENTENCES)
                        .collect(Collectors.joining(" ")),
                faults);
    }

    /** The same refusal, with pointers relative to the object that contains the checked value as {@code name}. */
    public Refusal within(String name) {
        return new Refusal(
                rule,
                detail,
                greek,
                faults.stream().map(fault -> fault.within(name)).toList());
    }
}
