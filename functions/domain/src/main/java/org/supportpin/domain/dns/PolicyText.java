package org.supportpin.domain.dns;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.supportpin.domain.check.Fault;

/**
 * The texts that mail servers read by a grammar of plain characters: SPF (RFC 7208 §4.6.1), DKIM (RFC 6376 §3.2), DMARC (RFC 7489
 * §6.4), MTA-STS (RFC 8461 §3.1) and TLS-RPT (RFC 8460 §3). A word processor's quotation marks, spaces and dashes in them are read as
 * something else, or make the whole text void.
 */
final class PolicyText {

    private static final Pattern POLICY = Pattern.compile(
            "^[\\p{Z}\\p{Pi}\\p{Pf}\\p{Ps}'\"]*v[\\p{Z}]*=[\\p{Z}\\p{Pi}\\p{Pf}\\p{Ps}]*(?:spf1|dkim1|dmarc1|stsv1|tlsrptv1)(?![a-z0-9])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN = Pattern.compile("[ -~]*");
    private static final Pattern SPACE = Pattern.compile("[\\p{Z}&&[^ ]]");
    private static final Pattern QUOTATION_MARK = Pattern.compile("[\\p{Pi}\\p{Pf}\u201a\u201e]");
    private static final Pattern DASH = Pattern.compile("[\\p{Pd}\u2212&&[^-]]");

    private PolicyText() {}

    /** The faults of a text, if it is of this kind. */
    static Optional<List<Fault>> check(List<byte[]> strings) {
        var octets = new ByteArrayOutputStream();
        strings.forEach(octets::writeBytes);
        var text = octets.toString(StandardCharsets.UTF_8);
        return POLICY.matcher(text).find() && !PLAIN.matcher(text).matches()
                ? Optional.of(List.of(words(text)))
                : Optional.empty();
    }

    private static Fault words(String text) {
        if (QUOTATION_MARK.matcher(text).find()) {
            return new Fault(
                    "",
                    "Remove the typographic quotation marks: mail servers take them for a part of the text.",
                    "Αφαιρέστε τα τυπογραφικά εισαγωγικά: οι διακομιστές τα θεωρούν μέρος του κειμένου.");
        }
        if (SPACE.matcher(text).find()) {
            return new Fault(
                    "",
                    "Type the spaces anew: one of them is a no-break or other special space, which mail servers do not"
                            + " take for a space.",
                    "Γράψτε ξανά τα κενά: κάποιο είναι κενό χωρίς αλλαγή γραμμής ή άλλο ειδικό κενό, που οι διακομιστές"
                            + " δεν το διαβάζουν ως κενό.");
        }
        if (DASH.matcher(text).find()) {
            return new Fault(
                    "",
                    "Type the hyphens (-) anew: one of them is a dash.",
                    "Γράψτε ξανά τα ενωτικά (-): κάποιο είναι παύλα.");
        }
        return new Fault(
                "",
                "Use plain Latin letters, digits and signs only: mail servers read no others in such a text. Write"
                        + " international names as xn-- names.",
                "Χρησιμοποιήστε μόνο απλά λατινικά γράμματα, ψηφία και σημεία: άλλα δεν διαβάζονται σε τέτοιο κείμενο."
                        + " Τα διεθνή ονόματα γράφονται ως xn--.");
    }
}
