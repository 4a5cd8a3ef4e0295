package org.supportpin.domain.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Draws values for property tests. The seeds are fixed, so every run draws the same values, and a failure shows its seed. */
public final class Draw {

    private static final String HOSTILE =
            "\0\t\n\r\u0085\u2028\u2029\u200b\u200c\u200d\u200e\u202e\u2066\ufeff\u00ad\ufe0f\u034f"
                    + "\ud800\udc00\uffff\u00b7\u3002\uff0e\uff61\u2024\uff21\uff11\u0661\u00df\u03c2\u03a3\u0391\u0430\u05d0\u0627"
                    + "\"\\;(){}[]<>%$`'|&*@#!?/:,=~^";
    private static final String USUAL = "abcxyzABC0123456789+-._ αβγόςΣΩ";

    private final SplittableRandom random;

    private Draw(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Runs the property for the seeds 1 to {@code times}. */
    public static void times(int times, Consumer<Draw> property) {
        for (long seed = 1; seed <= times; seed++) {
            try {
                property.accept(new Draw(seed));
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("seed " + seed + ": " + failure.getMessage(), failure);
            }
        }
    }

    /** From 0 to {@code bound} - 1. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    public boolean chance(int percent) {
        return below(100) < percent;
    }

    public <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    public <T> List<T> list(int min, int max, Supplier<T> element) {
        var list = new ArrayList<T>();
        for (int i = min + below(max - min + 1); i > 0; i--) {
            list.add(element.get());
        }
        return list;
    }

    /** Characters from {@code alphabet}. */
    public String text(String alphabet, int min, int max) {
        return String.join("", list(min, max, () -> String.valueOf(alphabet.charAt(below(alphabet.length())))));
    }

    /** Mostly what people type, mixed with invalid characters and lone surrogates. */
    public String hostile(int max) {
        return String.join("", list(0, max, this::oneHostile));
    }

    /** The text with one character inserted, removed or replaced. */
    public String damaged(String text) {
        var at = below(text.length() + 1);
        var end = Math.min(text.length(), at + below(2));
        return text.substring(0, at) + (chance(70) ? oneHostile() : "") + text.substring(end);
    }

    private String oneHostile() {
        if (chance(3)) {
            return Character.toString(below(Character.MAX_CODE_POINT + 1));
        }
        var alphabet = chance(20) ? HOSTILE : USUAL;
        return String.valueOf(alphabet.charAt(below(alphabet.length())));
    }
}
