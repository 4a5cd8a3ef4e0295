package org.supportpin.functions.http;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The value of {@code Accept}: which media types a request wants, and how much (RFC 9110 §12.5.1). */
public final class Accept {

    /** A weight (§12.4.2), in thousandths: {@code q=0.5} is 500. */
    private static final Pattern WEIGHT = Pattern.compile("0(?:\\.([0-9]{0,3}))?|1(?:\\.0{0,3})?");

    private static final int FULL = 1000;

    private Accept() {}

    /** A range, such as {@code text/csv}, {@code text/*} or both as asterisks, and its weight. */
    private record Range(String type, int weight) {

        /** 2 for the type itself, 1 for its family, 0 for any, less if it does not name the type at all. */
        int closeness(String other) {
            if (type.equals(other)) {
                return 2;
            }
            var family = other.substring(0, other.indexOf('/')) + "/*";
            return type.equals(family) ? 1 : type.equals("*/*") ? 0 : -1;
        }
    }

    /**
     * The media type that a header wants most. Of several that it wants alike, the first offered.
     *
     * @param header as it was sent; several lines of it are joined by commas. Elements of another form are ignored
     * @param offered in lower case, without parameters
     * @return empty if it wants none of them
     */
    public static Optional<String> preferred(String header, List<String> offered) {
        var ranges = Stream.of(header.split(",", -1))
                .flatMap(element -> range(element).stream())
                .toList();
        return offered.stream()
                .filter(type -> weight(ranges, type) > 0)
                // The first of the greatest, since the order is stable.
                .sorted(Comparator.comparingInt((String type) -> weight(ranges, type))
                        .reversed())
                .findFirst();
    }

    /** The closest range decides; of two that are alike, the greater weight. */
    private static int weight(List<Range> ranges, String type) {
        return ranges.stream()
                .filter(range -> range.closeness(type) >= 0)
                .max(Comparator.comparingInt((Range range) -> range.closeness(type))
                        .thenComparingInt(Range::weight))
                .map(Range::weight)
                .orElse(0);
    }

    private static Optional<Range> range(String element) {
        var parts = element.split(";", -1);
        var type = parts[0].strip().toLowerCase(Locale.ROOT);
        int weight = FULL;
        for (int part = 1; part < parts.length; part++) {
            var parameter = parts[part].strip();
            if (parameter.regionMatches(true, 0, "q=", 0, 2)) {
                weight = weight(parameter.substring(2));
            }
        }
        return type.indexOf('/') < 0 || weight < 0 ? Optional.empty() : Optional.of(new Range(type, weight));
    }

    /** Less than 0 if it is none. */
    private static int weight(String text) {
        var found = WEIGHT.matcher(text);
        if (!found.matches()) {
            return -1;
        }
        if (text.startsWith("1")) {
            return FULL;
        }
        var digits = found.group(1);
        return digits == null ? 0 : Integer.parseInt((digits + "000").substring(0, 3));
    }
}
