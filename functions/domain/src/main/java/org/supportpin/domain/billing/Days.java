package org.supportpin.domain.billing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.supportpin.domain.identity.Language;

/** Days as a language writes them. */
final class Days {

    private Days() {}

    /** {@code 14/06/2028} in Greek, {@code 14 June 2028} in English. */
    static String of(LocalDate day, Language language) {
        return DateTimeFormatter.ofPattern(language.say("dd/MM/yyyy", "d MMMM yyyy"), language.locale())
                .format(day);
    }
}
