package org.supportpin.local.iam;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** IAM's wildcard: {@code *} stands for any number of characters. */
final class Wildcard {

    private Wildcard() {}

    static boolean matches(String pattern, String value) {
        var regex = Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.DOTALL).matcher(value).matches();
    }
}
