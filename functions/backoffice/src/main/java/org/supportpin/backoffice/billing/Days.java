package org.supportpin.backoffice.billing;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.check.Checked;

/** A day as JSON: {@code "2026-11-22"}. */
public final class Days {

    private Days() {}

    public static final Read<LocalDate> READ = Read.text(text -> {
        try {
            return Checked.valid(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Checked.faulty("Give a day, such as 2026-11-22.");
        }
    });
}
