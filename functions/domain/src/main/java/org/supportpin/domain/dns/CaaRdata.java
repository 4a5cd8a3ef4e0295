package org.supportpin.domain.dns;

import java.util.Locale;
import java.util.regex.Pattern;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.name.DnsName;

/** CAA RDATA (RFC 8659 §4): flags, tag and value, with one of the three tags that the RFC defines. */
final class CaaRdata {

    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,3}) +([A-Za-z0-9]+) +(?:\"([^\"\\\\]{0,1000})\"|([^\"\\\\ ]{1,1000}))");

    /** Possessive, like what surrounds it, so that no value can cause backtracking. */
    private static final String PARAMETER = "[A-Za-z0-9]++ *+= *+[!-:<-~]*+ *+";

    /** RFC 8659 §4.2: an optional issuer, then parameters. Empty or {@code ;} forbids all issuers. */
    private static final Pattern ISSUER =
            Pattern.compile(" *+([A-Za-z0-9.-]*+) *+(?:; *+(?:" + PARAMETER + "(?:; *+" + PARAMETER + ")*+)?+)?+");

    private static final Pattern MAIL = Pattern.compile("mailto:[!-?A-~]+@([A-Za-z0-9.-]+)");
    private static final Pattern WEB = Pattern.compile("https?://([A-Za-z0-9.-]+)(?::[0-9]{1,5})?(?:/[!-~]*)?");

    private CaaRdata() {}

    static Checked<String> check(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Checked.faulty("Enter flags, tag and value, for example 0 issue \"letsencrypt.org\".");
        }
        var flags = Integer.parseInt(parts.group(1));
        if (flags != 0 && flags != 128) {
            return Checked.faulty("Enter 0 as the flags, or 128 for critical (RFC 8659 §4.1).");
        }
        var tag = parts.group(2).toLowerCase(Locale.ROOT);
        var value = parts.group(3) == null ? parts.group(4) : parts.group(3);
        return switch (tag) {
            case "issue", "issuewild" ->
                isIssuer(value)
                        ? Checked.valid(flags + " " + tag + " \"" + value + "\"")
                        : Checked.faulty(
                                "Enter the issuer's domain name, followed by parameters such as ; policy=ev if needed.");
            case "iodef" ->
                isAddress(value)
                        ? Checked.valid(flags + " " + tag + " \"" + value + "\"")
                        : Checked.faulty(
                                "Enter the address for reports as a mailto:, http:// or https:// URL (RFC 8659 §4.4).");
            default -> Checked.faulty("Enter one of the tags issue, issuewild or iodef.");
        };
    }

    private static boolean isIssuer(String value) {
        var issuer = ISSUER.matcher(value);
        return issuer.matches() && (issuer.group(1).isEmpty() || isHost(issuer.group(1)));
    }

    private static boolean isAddress(String value) {
        var mail = MAIL.matcher(value);
        var web = WEB.matcher(value);
        return (mail.matches() && isHost(mail.group(1))) || (web.matches() && isHost(web.group(1)));
    }

    private static boolean isHost(String text) {
        return DnsName.parse(text) instanceof Checked.Valid<DnsName>(var name) && name.isHost();
    }
}
