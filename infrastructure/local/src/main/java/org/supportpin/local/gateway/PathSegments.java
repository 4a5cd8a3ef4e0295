package org.supportpin.local.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits a path into decoded segments, and refuses ambiguous ones. */
public final class PathSegments {

    private PathSegments() {}

    /**
     * The decoded segments; empty if the path contains an empty segment, a dot segment, an encoded slash, a control character or
     * invalid UTF-8. No route has such a path.
     */
    public static Optional<List<String>> of(String raw) {
        var segments = new ArrayList<String>();
        for (var part : raw.substring(1).split("/", -1)) {
            var segment = decode(part);
            if (segment.isEmpty() || !isPlain(segment.get())) {
                return Optional.empty();
            }
            segments.add(segment.get());
        }
        return Optional.of(segments);
    }

    private static boolean isPlain(String segment) {
        return !segment.isEmpty()
                && !segment.equals(".")
                && !segment.equals("..")
                && segment.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
    }

    /** Unlike in a query, a plus is a plus. */
    private static Optional<String> decode(String text) {
        var bytes = ByteBuffer.allocate(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%') {
                if (i + 2 >= text.length() || !isHex(text.charAt(i + 1)) || !isHex(text.charAt(i + 2))) {
                    return Optional.empty();
                }
                bytes.put((byte) Integer.parseInt(text, i + 1, i + 3, 16));
                i += 2;
            } else if (text.charAt(i) < 128) {
                bytes.put((byte) text.charAt(i));
            } else {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isHex(char c) {
        return Character.digit(c, 16) >= 0 && c < 128;
    }
}
