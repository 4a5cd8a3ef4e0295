package org.supportpin.functions.http;

import java.util.regex.Pattern;

/** The value of {@code If-None-Match}: {@code *}, or a list of entity tags (RFC 9110 §13.1.2). */
public final class EntityTags {

    /** An entity tag (RFC 9110 §8.8.3) or nothing, up to the next comma: recipients ignore empty elements (§5.6.1.2). */
    private static final Pattern ELEMENT =
            Pattern.compile("[ \\t]*+(?:(?:W/)?\"([!#-~\\x80-\\xff]*)\")?[ \\t]*+(?:,|\\z)");

    private EntityTags() {}

    /**
     * Whether a header names a tag, by weak comparison (§8.8.3.2). A malformed one names none: the answer is then sent in full,
     * which is always right.
     *
     * @param header as it was sent; several lines of it are joined by commas
     * @param tag without its quotation marks
     */
    public static boolean name(String header, String tag) {
        if (header.strip().equals("*")) {
            return true;
        }
        boolean named = false;
        var element = ELEMENT.matcher(header);
        for (int at = 0; at < header.length(); at = element.end()) {
            if (!element.region(at, header.length()).lookingAt()) {
                return false;
            }
            named |= tag.equals(element.group(1));
        }
        return named;
    }
}
