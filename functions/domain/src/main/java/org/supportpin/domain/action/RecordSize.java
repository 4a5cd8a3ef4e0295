package org.supportpin.domain.action;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionRecord.Texts;

/**
 * How much one action may take up in the store, in bytes of UTF-8. A stored item has at most 400 KB, and what cannot be recorded
 * must not be done. So an action is judged when it is accepted, with everything that will be stored at its end.
 */
public final class RecordSize {

    /** Parameters and plan together, as they are stored. */
    public static final int MOST_TEXTS = 180_000;

    /** A result, if it is not simply what the plan says. None of these repeats what a request or a system may make long. */
    static final int MOST_RESULT = 20_000;

    /** The changes that the customer sees, in the entry that ends the action. A page of the activity shows 25 of them. */
    public static final int MOST_CHANGES = 100_000;

    /** Of one text, if changes have to be shortened, in characters. */
    private static final int SHORTENED = 100;

    /** The JSON around the texts of one change. */
    private static final int AROUND = 12;

    private RecordSize() {}

    /** Why an action cannot be recorded; empty if it can. */
    public static Optional<Refusal> refusal(Texts texts, List<Difference> changes) {
        return of(texts) <= MOST_TEXTS && of(changes) <= MOST_CHANGES
                ? Optional.empty()
                : Optional.of(
                        new Refusal(
                                "change-too-large",
                                "What is there now and what is to be there take up too much room for one action. Split the change"
                                        + " into several actions, with fewer or shorter records in each.",
                                "Όσα υπάρχουν τώρα μαζί με όσα θα υπάρχουν δεν χωρούν σε μία ενέργεια. Χωρίστε την αλλαγή σε περισσότερες, με λιγότερες ή μικρότερες εγγραφές σε καθεμία."));
    }

    private static long of(Texts texts) {
        return texts.parameters().bytes().length + (long) texts.plan().bytes().length;
    }

    private static long of(List<Difference> changes) {
        return changes.stream()
                .mapToLong(each ->
                        AROUND + json(each.what()) + json(each.before()) + json(each.after()) + note(each.note()))
                .sum();
    }

    /** As a fourth item of the row. */
    private static long note(@Nullable String text) {
        return text == null ? 0 : 3 + json(text);
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The text as a JSON string. */
    private static long json(@Nullable String text) {
        return text == null
                ? 0
                : bytes(text)
                        + text.chars()
                                .map(each -> each == '"' || each == '\\' ? 1 : each < ' ' ? 5 : 0)
                                .asLongStream()
                                .sum();
    }

    /**
     * The changes of an action that was done, shortened if they have become too large to be recorded. That it was done is
     * recorded in any case.
     */
    public static List<Difference> fitting(List<Difference> changes) {
        return of(changes) <= MOST_CHANGES
                ? changes
                : changes.stream()
                        .limit(MOST_CHANGES / 1000)
                        .map(each -> new Difference(
                                String.valueOf(shortened(each.what())),
                                shortened(each.before()),
                                shortened(each.after()),
                                shortened(each.note())))
                        .toList();
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.codePointCount(0, text.length()) <= SHORTENED
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHORTENED)) + "…";
    }

    /** The result of an action that was done; empty if it has become too large to be recorded. */
    public static Optional<String> fitting(String result) {
        return Optional.of(result).filter(all -> bytes(all) <= MOST_RESULT);
    }
}
