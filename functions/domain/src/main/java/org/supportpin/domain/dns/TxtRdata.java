package org.supportpin.domain.dns;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Text;

/**
 * TXT RDATA (RFC 1035 §3.3.14): character strings of at most 255 octets.
 *
 * <p>Text that starts with a quotation mark is read as RFC 1035 §5.1 defines it: quoted strings separated by spaces, in which
 * {@code \"}, {@code \\} and {@code \DDD} stand for octets. String boundaries are kept. Any other text is one literal string,
 * including semicolons and spaces, so that nobody has to quote an SPF or DKIM record. It must not contain quotation marks or
 * backslashes, which would be ambiguous. Longer strings are split at 255 octets. Text is encoded as UTF-8.
 */
final class TxtRdata {

    /** More than any SPF, DKIM or verification text needs, and far below the 65535 of RFC 1035 §3.2.1. */
    static final int MOST_OCTETS = 4096;

    private static final int LONGEST_STRING = 255;

    /** Stands for octets that are not UTF-8. */
    private static final int REPLACEMENT = 0xfffd;

    private TxtRdata() {}

    /** What a name server writes and a panel does not want: {@code ( "v=DKIM1; …" "p=…" )}, alone or after {@code IN TXT}. */
    private static final Pattern PARENTHESISED = Pattern.compile("^\\(\\s*\"|\"\\s*\\)(?:\\s*;.*)?$");

    private static final Pattern FROM_ZONE_FILE =
            Pattern.compile("(?:^|[ \"])IN +TXT +[(\"]", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMENT = Pattern.compile("\" *+;");

    static Checked<String> check(String text) {
        var isQuoted = text.startsWith("\"");
        if (!isQuoted && FROM_ZONE_FILE.matcher(text).find()) {
            return Checked.faulty(
                    "Enter only what is in the quotation marks, without the name, IN and TXT before it.",
                    "Δώστε μόνο ό,τι είναι μέσα στα εισαγωγικά, χωρίς το όνομα, το IN και το TXT μπροστά.");
        }
        if (PARENTHESISED.matcher(text).find()
                && (!isQuoted || QuotedStrings.read(text).isEmpty())) {
            return Checked.faulty(
                    "Remove the parentheses. Enter the strings in quotation marks alone, with a space between them, for"
                            + " example \"v=DKIM1; k=rsa; \" \"p=MIIB…\".",
                    "Αφαιρέστε τις παρενθέσεις. Δώστε μόνο τα κείμενα με τα εισαγωγικά τους και ένα κενό ανάμεσα, για"
                            + " παράδειγμα \"v=DKIM1; k=rsa; \" \"p=MIIB…\".");
        }
        if (!isQuoted && (text.indexOf('"') >= 0 || text.indexOf('\\') >= 0)) {
            return Checked.faulty(
                    "Put text that contains quotation marks or backslashes in quotation marks, or remove them.",
                    "Βάλτε σε εισαγωγικά όποιο κείμενο έχει εισαγωγικά ή \\ μέσα του, ή αφαιρέστε τα.");
        }
        return strings(text).map(TxtRdata::judge).orElseGet(() -> unread(text));
    }

    /** The octets of each string; empty if the text could be read in two ways. */
    static Optional<List<byte[]>> strings(String text) {
        if (text.startsWith("\"")) {
            return QuotedStrings.read(text);
        }
        return text.indexOf('"') >= 0 || text.indexOf('\\') >= 0
                ? Optional.empty()
                : Optional.of(List.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Checked<String> unread(String text) {
        return text.startsWith("\"") && COMMENT.matcher(text).find(1)
                ? Checked.faulty(
                        "Remove the comment after the last quotation mark.",
                        "Αφαιρέστε το σχόλιο μετά τα τελευταία εισαγωγικά.")
                : Checked.faulty(
                        "Close every quotation mark and put a space between strings. Write \\\""
                                + " for a quotation mark, \\\\ for a backslash and \\DDD (000 to 255) for an octet.",
                        "Κλείστε όλα τα εισαγωγικά και βάλτε ένα κενό ανάμεσα στα κείμενα. Γράψτε \\\" για εισαγωγικό,"
                                + " \\\\ για \\ και \\DDD (000 έως 255) για ένα byte.");
    }

    private static Checked<String> judge(List<byte[]> strings) {
        var length = strings.stream().mapToInt(string -> string.length).sum();
        if (length == 0 || length > MOST_OCTETS) {
            return Checked.faulty(
                    "Enter text of 1 to " + MOST_OCTETS + " octets.",
                    "Δώστε κείμενο από 1 έως " + MOST_OCTETS + " bytes.");
        }
        return PolicyText.check(strings)
                .<Checked<String>>map(Checked.Faulty::new)
                .orElseGet(() -> Checked.valid(canonical(strings)));
    }

    /** No zone excuses control characters, also not those that escapes stand for. */
    static Checked<String> withoutControls(Checked<String> quoted) {
        return quoted instanceof Checked.Valid<String>(var text)
                        && strings(text).stream().flatMap(List::stream).anyMatch(TxtRdata::holdsControl)
                ? Checked.faulty(
                        "Remove control characters from the text.", "Αφαιρέστε τους χαρακτήρες ελέγχου από το κείμενο.")
                : quoted;
    }

    /** Always quoted. dnsjava quotes a string only if it must. */
    static String canonical(List<byte[]> strings) {
        return strings.stream().map(TxtRdata::quoted).collect(Collectors.joining(" "));
    }

    /** The quoted strings with UTF-8 decoded wherever a whole visible character stands; empty if they are not quoted strings. */
    static Optional<String> legible(String quoted) {
        return QuotedStrings.read(quoted)
                .map(strings -> strings.stream().map(TxtRdata::legible).collect(Collectors.joining(" ")));
    }

    private static String legible(byte[] string) {
        var out = new StringBuilder("\"");
        for (int i = 0; i < string.length; ) {
            int octets = length(string[i]);
            var text = i + octets > string.length ? "" : new String(string, i, octets, StandardCharsets.UTF_8);
            if (octets > 1
                    && text.codePointCount(0, text.length()) == 1
                    && text.codePointAt(0) != REPLACEMENT
                    && !Text.isInvisible(text.codePointAt(0))) {
                out.append(text);
                i += octets;
            } else {
                out.append(escaped(string[i]));
                i++;
            }
        }
        return out.append('"').toString();
    }

    /** The length of the UTF-8 sequence that an octet starts; 1 if it starts none. */
    private static int length(byte first) {
        int octet = first & 0xff;
        return octet >= 0xf0 ? 4 : octet >= 0xe0 ? 3 : octet >= 0xc0 ? 2 : 1;
    }

    private static boolean holdsControl(byte[] string) {
        for (var octet : string) {
            if ((octet >= 0 && octet < ' ') || octet == 0x7f) {
                return true;
            }
        }
        return false;
    }

    private static String quoted(byte[] string) {
        var out = new StringBuilder("\"");
        for (int i = 0; i < string.length; i++) {
            if (i > 0 && i % LONGEST_STRING == 0) {
                out.append("\" \"");
            }
            out.append(escaped(string[i]));
        }
        return out.append('"').toString();
    }

    private static String escaped(byte of) {
        var octet = of & 0xff;
        if (octet < ' ' || octet >= 0x7f) {
            return "\\%03d".formatted(octet);
        }
        return (octet == '"' || octet == '\\' ? "\\" : "") + (char) octet;
    }
}
