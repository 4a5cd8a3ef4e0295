package org.supportpin.domain.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A constant of an enumeration that has a name outside this program: in requests, answers and settings, and in the store. An
 * enumeration that implements this has its names by its constants, {@code FIRST_REGISTRATION} as {@code first-registration};
 * where others are wanted, it overrides {@link #text}.
 */
public interface WireName {

    /** The constant's name in Java, which every enumeration has already. */
    String name();

    /** The name outside. */
    default String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of exactly that name. */
    static <E extends WireName> Optional<E> find(E[] constants, String text) {
        return Arrays.stream(constants).filter(each -> each.text().equals(text)).findFirst();
    }

    /** As {@link #find}, for what comes from outside; the fault lists the names that there are. */
    static <E extends WireName> Checked<E> parse(E[] constants, String text) {
        return find(constants, text)
                .map(Checked::valid)
                .orElseGet(() -> Checked.faulty("Give " + names(constants, " or ") + "."));
    }

    /** All names for a sentence: {@code a, b or c}. */
    static String names(WireName[] constants, String beforeLast) {
        var last = constants.length - 1;
        return last == 0
                ? constants[0].text()
                : Arrays.stream(constants, 0, last).map(WireName::text).collect(Collectors.joining(", "))
                        + beforeLast
                        + constants[last].text();
    }
}
