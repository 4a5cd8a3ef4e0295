package org.supportpin.domain.hosting;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A size as {@code php.ini} allows it. Existing values need not be ones that a request may contain. */
final class PhpSize {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,12})([KMG]?)");

    /** A limit that PHP does not apply: its code compares only with one above 0 (main/rfc1867.c, main/SAPI.c). */
    private static final Pattern NO_LIMIT =
            Pattern.compile("-[0-9]{1,12}[KMG]?|0{1,12}[KMG]?", Pattern.CASE_INSENSITIVE);

    private PhpSize() {}

    /** In bytes, {@link Long#MAX_VALUE} for no limit; empty if it is not a size. */
    static Optional<Long> limit(String text) {
        return NO_LIMIT.matcher(text).matches() ? Optional.of(Long.MAX_VALUE) : bytes(text);
    }

    /** In bytes; empty if it is not a plain size, such as {@code -1}. */
    static Optional<Long> bytes(String text) {
        var matcher = FORM.matcher(text.toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var shift = switch (matcher.group(2)) {
            case "K" -> 10;
            case "M" -> 20;
            case "G" -> 30;
            default -> 0;
        };
        var number = Long.parseLong(matcher.group(1));
        return number <= Long.MAX_VALUE >> shift ? Optional.of(number << shift) : Optional.empty();
    }
}
