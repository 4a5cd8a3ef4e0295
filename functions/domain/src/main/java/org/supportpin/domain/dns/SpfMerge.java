package org.supportpin.domain.dns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Puts several SPF records together (RFC 7208): whoever one of them allows may send, and everyone else gets the strictest answer. */
final class SpfMerge {

    /** Longer ones are not offered: people would have to copy them by hand. */
    private static final int LONGEST = 450;

    /** A directive or modifier in plain characters (RFC 7208 §4.6.1). Anything else is not repeated. */
    private static final Pattern TERM =
            Pattern.compile("[+?~-]?[a-z][a-z0-9_.-]*(?:[:=/][!-~]*)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern ALL = Pattern.compile("[+?~-]?all", Pattern.CASE_INSENSITIVE);
    private static final String REDIRECT = "redirect=";
    private static final List<String> STRICTEST_FIRST = List.of("-all", "~all", "?all", "+all", "all");

    private SpfMerge() {}

    /** One record in place of these; empty if they cannot be put together without thinking. */
    static Optional<String> of(List<String> records) {
        var terms = new LinkedHashSet<String>();
        var ends = new ArrayList<String>();
        for (var record : records) {
            for (var term : Arrays.stream(record.split(" +")).skip(1).toList()) {
                var lower = term.toLowerCase(Locale.ROOT);
                if (!TERM.matcher(term).matches() || lower.startsWith("exp=")) {
                    return Optional.empty();
                }
                if (ALL.matcher(term).matches()) {
                    ends.add(lower);
                } else {
                    terms.add(lower.startsWith(REDIRECT) ? "include:" + term.substring(REDIRECT.length()) : term);
                }
            }
        }
        var end = STRICTEST_FIRST.stream().filter(ends::contains).findFirst().orElse("~all");
        var merged = "v=spf1 " + String.join(" ", terms) + (terms.isEmpty() ? "" : " ") + end;
        return merged.length() <= LONGEST ? Optional.of(merged) : Optional.empty();
    }
}
