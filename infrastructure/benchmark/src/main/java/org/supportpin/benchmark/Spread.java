package org.supportpin.benchmark;

import java.util.List;
import java.util.Locale;

/**
 * A median, with the lowest and the highest of all rounds.
 */
record Spread(double median, double low, double high) {

    static Spread of(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return new Spread(quantile(sorted, 0.5), sorted.getFirst(), sorted.getLast());
    }

    /** The quantile of sorted values. */
    static double quantile(List<Double> sorted, double part) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.round(Math.floor(sorted.size() * part))));
    }

    /** For example {@code 12.3 (11.0–15.9)}. */
    String text() {
        return number(median) + " (" + number(low) + "–" + number(high) + ")";
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }
}
