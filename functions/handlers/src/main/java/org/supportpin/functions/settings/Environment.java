package org.supportpin.functions.settings;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.customer.Limit;

/** Reads variables and collects all their faults. A group makes its value only if none of its variables has a fault. */
final class Environment {

    /** Lambda's limit for a function's variables. */
    private static final int MOST_BYTES = 4096;

    private final Map<String, String> variables;
    private final List<String> faults = new ArrayList<>();

    Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    /** A value that was read; it may be used once its group is known to have no fault. */
    static final class Given<T> {
        private final @Nullable T value;

        private Given(@Nullable T value) {
            this.value = value;
        }

        T get() {
            if (value == null) {
                throw new IllegalStateException("a setting was used although its group has a fault");
            }
            return value;
        }

        T orElse(T otherwise) {
            return value == null ? otherwise : value;
        }
    }

    /** Whether a variable is set, valid or not. */
    boolean has(Variable name) {
        return given(name.name()).isPresent();
    }

    boolean is(Variable name, String value) {
        return given(name.name()).filter(value::equals).isPresent();
    }

    Given<String> text(Variable name) {
        return value(name, Function.identity());
    }

    /** A variable that may be missing or empty, read by a function that may throw {@link IllegalArgumentException}. */
    <T> Given<T> optional(Variable name, Function<String, T> read, T otherwise) {
        return has(name) ? value(name, read) : new Given<>(otherwise);
    }

    /** A required variable, read by a function that may throw {@link IllegalArgumentException}. */
    <T> Given<T> value(Variable name, Function<String, T> read) {
        return value(name.name(), read);
    }

    <T extends Comparable<T>> Given<T> limit(Limit<T> limit) {
        return value(limit.name(), limit.parse());
    }

    private <T> Given<T> value(String name, Function<String, T> read) {
        var given = given(name);
        if (given.isEmpty()) {
            return fault(name + " is not set");
        }
        try {
            return new Given<>(read.apply(given.get()));
        } catch (IllegalArgumentException | DateTimeException e) {
            return fault(name + " is wrong: " + e.getMessage());
        }
    }

    /**
     * Several variables that make one value.
     *
     * @param read reads each and returns what makes the value, which may throw {@link IllegalArgumentException} with the fault
     */
    <T> Given<T> group(Supplier<Supplier<T>> read) {
        return then(() -> {
            var make = read.get();
            return () -> made(make);
        });
    }

    private static <T> Checked<T> made(Supplier<T> make) {
        try {
            return Checked.valid(make.get());
        } catch (IllegalArgumentException e) {
            return Checked.faulty(String.valueOf(e.getMessage()));
        }
    }

    /** As {@link #group}, for a value that comes with its own check. */
    <T> Given<T> then(Supplier<Supplier<Checked<T>>> read) {
        int before = faults.size();
        var make = read.get();
        if (faults.size() > before) {
            return new Given<>(null);
        }
        return switch (make.get()) {
            case Valid<T>(var value) -> new Given<>(value);
            case Faulty<T>(var found) -> {
                found.forEach(each -> faults.add(each.message()));
                yield new Given<>(null);
            }
        };
    }

    /** Notes a fault if these variables, with their names, have more bytes than Lambda allows a function. */
    void fits(Set<String> names) {
        var sizes = new TreeMap<String, Integer>();
        variables.forEach((name, value) -> {
            if (names.contains(name)) {
                sizes.put(name, (name + value).getBytes(StandardCharsets.UTF_8).length);
            }
        });
        int all = sizes.values().stream().mapToInt(Integer::intValue).sum();
        if (all > MOST_BYTES) {
            var largest = Collections.max(sizes.entrySet(), Map.Entry.comparingByValue());
            faults.add("all variables together have %d bytes, and Lambda allows %d: shorten %s, which has %d of them"
                    .formatted(all, MOST_BYTES, largest.getKey(), largest.getValue()));
        }
    }

    private <T> Given<T> fault(String sentence) {
        faults.add(sentence);
        return new Given<>(null);
    }

    static boolean trueOrFalse(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("use true or false");
        };
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    private Optional<String> given(String name) {
        return Optional.ofNullable(variables.get(name)).filter(text -> !text.isBlank());
    }
}
