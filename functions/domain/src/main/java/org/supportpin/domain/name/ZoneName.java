package org.supportpin.domain.name;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.supportpin.domain.check.Checked;

/**
 * Reads names as zones hold them, where any octets may be in a label (RFC 2181 §11).
 *
 * <p>Each octet has one spelling, so that equal names are equal texts and a full stop always separates labels: visible ASCII stands for
 * itself, in lower case (RFC 4343 §3), except {@code " $ ( ) . ; @ \}, which mean something in master files (RFC 1035 §5.1). These, and
 * all other octets, are written {@code \DDD} with three decimal digits.
 */
final class ZoneName {

    /** RFC 1035 §3.1: a name on the wire has an octet with the length before each label, and one for the root at the end. */
    private static final int MOST_OCTETS = 255;

    private static final int LONGEST_TEXT = 4 * MOST_OCTETS;
    private static final String MEANINGFUL = "\"$().;@\\";
    private static final Checked<String> NO_NAME =
            Checked.faulty("Not a name: labels of 1 to 63 octets, 255 octets in all (RFC 1035 §2.3.4).");

    private final String text;
    private int at;

    private ZoneName(String text) {
        this.text = text;
    }

    /**
     * The name in this spelling, without the trailing dot, which is optional in {@code text}. {@code \X} and {@code \DDD} are read as in
     * master files. A label with letters beyond ASCII becomes its A-label, or its octets in UTF-8 if it has none.
     */
    static Checked<String> canonical(String text) {
        return text.length() > LONGEST_TEXT ? NO_NAME : new ZoneName(text).read();
    }

    private Checked<String> read() {
        var labels = new ArrayList<byte[]>();
        while (at < text.length()) {
            var label = label();
            if (label.length == 0 || label.length > Idna.LONGEST_LABEL) {
                return NO_NAME;
            }
            labels.add(label);
        }
        var octets = labels.stream().mapToInt(label -> label.length + 1).sum() + 1;
        return labels.isEmpty() || octets > MOST_OCTETS
                ? NO_NAME
                : Checked.valid(labels.stream().map(ZoneName::spelled).collect(Collectors.joining(".")));
    }

    /** The octets up to the next full stop, which is passed; none if an escape is not one. */
    private byte[] label() {
        var octets = new ByteArrayOutputStream();
        var start = at;
        while (at < text.length() && text.charAt(at) != '.') {
            var isEscape = text.charAt(at) == '\\';
            if (isEscape && ++at == text.length()) {
                return new byte[0];
            }
            if (isEscape && isDigit(at)) {
                if (!isDigit(at + 1) || !isDigit(at + 2) || number() > 0xff) {
                    return new byte[0];
                }
                octets.write(number());
                at += 3;
            } else {
                var character = text.codePointAt(at);
                octets.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
                at += Character.charCount(character);
            }
        }
        var label = text.substring(start, at);
        at++;
        return isBeyondAscii(label) && Idna.toAscii(label) instanceof Checked.Valid<String>(var aLabel)
                ? aLabel.getBytes(StandardCharsets.US_ASCII)
                : octets.toByteArray();
    }

    private static boolean isBeyondAscii(String label) {
        return label.codePoints().anyMatch(character -> character > 0x7f);
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private int number() {
        return Integer.parseInt(text.substring(at, at + 3));
    }

    private static String spelled(byte[] label) {
        var out = new StringBuilder();
        for (var octet : label) {
            if (octet <= ' ' || octet == 0x7f || MEANINGFUL.indexOf(octet) >= 0) {
                out.append("\\%03d".formatted(octet & 0xff));
            } else {
                out.append((char) (octet >= 'A' && octet <= 'Z' ? octet - 'A' + 'a' : octet));
            }
        }
        return out.toString();
    }
}
