package org.supportpin.domain.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An enum constant with a name in requests, answers, settings and the store. The default name is that of the constant, with
 * {@code FIRST_REGISTRATION} as {@code first-registration}. An enum with other names overrides {@link #text}.
 */
public interface WireName {

    /** The constant's name in Java, which every enum has. */
    String name();

    /** The name in requests, answers, settings and the store. */
    default String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant with exactly this name. */
    static <E extends WireName> Optional<E> find(E[] constants, String text) {
        return Arrays.stream(constants).filter(each -> each.text().equals(text)).findFirst();
    }

    /** Like {@link #find}, for input. The fault lists the valid names. */
    static <E extends WireName> Checked<E> parse(E[] constants, String text) {
        return find(constants, text)
                .map(Checked::valid)
                .orElseGet(() -> Checked.faulty(
                        "Enter " + names(constants, " or ") + ".", "Δώστε " + names(constants, " ή ") + "."));
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
