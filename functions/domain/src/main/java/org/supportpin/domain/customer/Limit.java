package org.supportpin.domain.customer;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * A limit that a deployment may choose, within a range.
 *
 * @param name of the environment variable; the parameter in template.yaml has the same name in its spelling
 * @param usual the default
 * @param parse parses the variable's value
 */
public record Limit<T extends Comparable<T>>(String name, T usual, T least, T most, Function<String, T> parse) {

    static Limit<Integer> number(String name, int usual, int least, int most) {
        return new Limit<>(name, usual, least, most, Integer::valueOf);
    }

    /** Durations are written as in ISO 8601, such as {@code PT10M}. */
    static Limit<Duration> duration(String name, Duration usual, Duration least, Duration most) {
        return new Limit<>(name, usual, least, most, Duration::parse);
    }

    void check(List<String> faults, T chosen) {
        check(faults, chosen, least);
    }

    /** Like {@link #check}, with a higher minimum that another limit sets. */
    void check(List<String> faults, T chosen, T atLeast) {
        if (chosen.compareTo(atLeast) < 0 || chosen.compareTo(most) > 0) {
            faults.add(name + ": " + chosen + " is not within " + atLeast + " to " + most);
        }
    }
}
