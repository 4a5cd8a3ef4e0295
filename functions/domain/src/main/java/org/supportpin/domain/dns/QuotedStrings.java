package org.supportpin.domain.dns;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads quoted character strings (RFC 1035 §5.1), by hand: a regular expression would overflow the stack on long ones. */
final class QuotedStrings {

    private static final int END = -1;

    private final String text;
    private int at;

    private QuotedStrings(String text) {
        this.text = text;
    }

    /** The octets of each string, or empty if a quotation mark, space or escape is wrong or missing. */
    static Optional<List<byte[]>> read(String text) {
        return new QuotedStrings(text).all();
    }

    private Optional<List<byte[]>> all() {
        var strings = new ArrayList<byte[]>();
        do {
            var octets = new ByteArrayOutputStream();
            if (next() != '"' || !one(octets)) {
                return Optional.empty();
            }
            strings.add(octets.toByteArray());
        } while (space());
        return at == text.length() ? Optional.of(strings) : Optional.empty();
    }

    /** Reads up to the closing quotation mark, which is required. */
    private boolean one(ByteArrayOutputStream octets) {
        while (true) {
            var character = next();
            if (character == '"' || character == END) {
                return character == '"';
            }
            var value = character == '\\' ? escaped() : character;
            if (value == END) {
                return false;
            }
            if (character == '\\' && value < 0x100) {
                octets.write(value);
            } else {
                octets.writeBytes(Character.toString(value).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** {@code \DDD} is an octet; any other character stands for itself. */
    private int escaped() {
        var first = next();
        if (first < '0' || first > '9') {
            return first;
        }
        var value = first - '0';
        for (int i = 0; i < 2; i++) {
            var digit = next();
            if (digit < '0' || digit > '9') {
                return END;
            }
            value = value * 10 + digit - '0';
        }
        return value < 0x100 ? value : END;
    }

    private boolean space() {
        var start = at;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at > start;
    }

    private int next() {
        if (at == text.length()) {
            return END;
        }
        var character = text.codePointAt(at);
        at += Character.charCount(character);
        return character;
    }
}
