package org.supportpin.domain.dns;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.name.DnsName;

/**
 * CAA RDATA (RFC 8659 §4): flags, tag and value, with one of the tags in IANA's registry. A zone may have others, which are kept as
 * they are but not added: a misspelt one allows what it should forbid.
 */
final class CaaRdata {

    /** The tags that a request may add; {@code issuevmc} is of the CA/Browser Forum's VMC guidelines. */
    private static final List<String> TAGS =
            List.of("issue", "issuewild", "issuemail", "issuevmc", "iodef", "contactemail", "contactphone");

    private static final int MOST_VALUE = 1000;

    private static final Pattern FORM = Pattern.compile("([0-9]{1,3}) +([A-Za-z0-9]+) +(\".*\"|[^\"\\\\ ]+)");

    /** Possessive, like what surrounds it, so that no value can cause backtracking. */
    private static final String PARAMETER = "[A-Za-z0-9]++(?:-++[A-Za-z0-9]++)*+ *+= *+[!-:<-~]*+ *+";

    /** RFC 8659 §4.2: an optional issuer, then parameters. Empty or {@code ;} forbids all issuers. */
    private static final Pattern ISSUER =
            Pattern.compile(" *+([A-Za-z0-9.-]*+) *+(?:; *+(?:" + PARAMETER + "(?:; *+" + PARAMETER + ")*+)?+)?+");

    private static final Pattern MAIL = Pattern.compile("mailto:[!-?A-~]+@([A-Za-z0-9.-]+)");
    private static final Pattern WEB = Pattern.compile("https?://([A-Za-z0-9.-]+)(?::[0-9]{1,5})?(?:/[!-~]*)?");
    private static final Pattern MAILBOX = Pattern.compile("[!-9;-?A-~]+@([A-Za-z0-9.-]+)");

    /** RFC 3966 §3: a global number with visual separators. */
    private static final Pattern PHONE = Pattern.compile("\\+[0-9][0-9().-]{3,30}(?:;[!-~]+)?");

    private CaaRdata() {}

    static Checked<String> check(String text) {
        var parts = FORM.matcher(text);
        var value = parts.matches() ? value(parts.group(3)) : Optional.<String>empty();
        if (value.isEmpty()) {
            return Checked.faulty(
                    "Enter flags, tag and value, for example 0 issue \"letsencrypt.org\".",
                    "Δώστε flags, tag και τιμή, για παράδειγμα 0 issue \"letsencrypt.org\".");
        }
        var flags = Integer.parseInt(parts.group(1));
        if (flags != 0 && flags != 128) {
            return Checked.faulty(
                    "Enter 0 as the flags, or 128 for critical (RFC 8659 §4.1).",
                    "Δώστε 0 ως flags, ή 128 για «critical».");
        }
        var tag = parts.group(2).toLowerCase(Locale.ROOT);
        return checkValue(tag, value.get())
                .map(right ->
                        flags + " " + tag + " \"" + right.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
    }

    /** The octets of the value as characters, without quotation marks and escapes (RFC 1035 §5.1). Each tag allows plain ones only. */
    private static Optional<String> value(String text) {
        var value = text.startsWith("\"")
                ? QuotedStrings.read(text)
                        .filter(strings -> strings.size() == 1)
                        .map(strings -> new String(strings.getFirst(), StandardCharsets.ISO_8859_1))
                : Optional.of(text);
        return value.filter(each -> each.length() <= MOST_VALUE);
    }

    private static Checked<String> checkValue(String tag, String value) {
        return switch (tag) {
            case "issue", "issuewild", "issuemail", "issuevmc" -> checkIssuer(value);
            case "iodef" ->
                isAddress(value)
                        ? Checked.valid(value)
                        : Checked.faulty(
                                "Enter the address for reports as a mailto:, http:// or https:// URL (RFC 8659 §4.4).",
                                "Δώστε τη διεύθυνση για αναφορές ως mailto:, http:// ή https:// URL.");
            case "contactemail" ->
                hasHost(MAILBOX, value)
                        ? Checked.valid(value)
                        : Checked.faulty(
                                "Enter a mail address alone, without mailto:, for example security@example.gr.",
                                "Δώστε μόνο μια διεύθυνση email, χωρίς mailto:, για παράδειγμα security@example.gr.");
            case "contactphone" ->
                PHONE.matcher(value).matches()
                        ? Checked.valid(value)
                        : Checked.faulty(
                                "Enter a telephone number with + and the country code, without spaces (RFC 3966).",
                                "Δώστε αριθμό τηλεφώνου με + και τον κωδικό χώρας, χωρίς κενά.");
            default ->
                Checked.faulty(
                        "Enter one of the tags " + String.join(", ", TAGS) + ".",
                        "Δώστε ένα από τα tags " + String.join(", ", TAGS) + ".");
        };
    }

    private static Checked<String> checkIssuer(String value) {
        var issuer = ISSUER.matcher(value);
        if (!issuer.matches()) {
            return Checked.faulty(
                    "Enter the issuer's domain name, followed by parameters such as ; policy=ev if needed; or ; alone to"
                            + " forbid every issuer (RFC 8659 §4.2).",
                    "Δώστε το όνομα χώρου του εκδότη και, αν χρειάζεται, παραμέτρους όπως ; policy=ev· ή μόνο ; για να"
                            + " απαγορευτούν όλοι οι εκδότες.");
        }
        if (issuer.group(1).endsWith(".")) {
            return Checked.faulty(
                    "Enter the issuer's domain name without a full stop at the end: with it, no issuer is meant and all"
                            + " are forbidden (RFC 8659 §4.2).",
                    "Δώστε το όνομα χώρου του εκδότη χωρίς τελεία στο τέλος: με την τελεία δεν εννοείται κανένας εκδότης"
                            + " και απαγορεύονται όλοι.");
        }
        return issuer.group(1).isEmpty() || isHost(issuer.group(1))
                ? Checked.valid(value)
                : Checked.faulty(
                        "Enter the issuer's domain name in full, for example letsencrypt.org.",
                        "Δώστε ολόκληρο το όνομα χώρου του εκδότη, για παράδειγμα letsencrypt.org.");
    }

    private static boolean isAddress(String value) {
        return hasHost(MAIL, value) || hasHost(WEB, value);
    }

    private static boolean hasHost(Pattern form, String value) {
        var parts = form.matcher(value);
        return parts.matches() && isHost(parts.group(1));
    }

    private static boolean isHost(String text) {
        return DnsName.parse(text) instanceof Checked.Valid<DnsName>(var name) && name.isHost();
    }
}
