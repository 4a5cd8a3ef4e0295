package org.supportpin.domain.dns;

import java.util.Locale;
import java.util.regex.Pattern;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.name.DnsName;

/** CAA RDATA (RFC 8659 §4): flags, tag and value, of the three tags that RFC defines. */
final class CaaRdata {

    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,3}) +([A-Za-z0-9]+) +(?:\"([^\"\\\\]{0,1000})\"|([^\"\\\\ ]{1,1000}))");

    /** Possessive, as what surrounds it: no value can make the match go back and try again. */
    private static final String PARAMETER = "[A-Za-z0-9]++ *+= *+[!-:<-~]*+ *+";

    /** RFC 8659 §4.2: an issuer, or none, and then parameters; empty, or {@code ;}, forbids everybody to issue. */
    private static final Pattern ISSUER =
            Pattern.compile(" *+([A-Za-z0-9.-]*+) *+(?:; *+(?:" + PARAMETER + "(?:; *+" + PARAMETER + ")*+)?+)?+");

    private static final Pattern MAIL = Pattern.compile("mailto:[!-?A-~]+@([A-Za-z0-9.-]+)");
    private static final Pattern WEB = Pattern.compile("https?://([A-Za-z0-9.-]+)(?::[0-9]{1,5})?(?:/[!-~]*)?");

    private CaaRdata() {}

    static Checked<String> check(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Checked.faulty("Give flags, tag and value, such as 0 issue \"letsencrypt.org\".");
        }
        var flags = Integer.parseInt(parts.group(1));
        if (flags != 0 && flags != 128) {
            return Checked.faulty("Give the flags 0, or 128 for critical (RFC 8659 §4.1).");
        }
        var tag = parts.group(2).toLowerCase(Locale.ROOT);
        var value = parts.group(3) == null ? parts.group(4) : parts.group(3);
        return switch (tag) {
            case "issue", "issuewild" ->
                isIssuer(value)
                        ? Checked.valid(flags + " " + tag + " \"" + value + "\"")
                        : Checked.faulty(
                                "Give the issuer's domain name, with parameters such as ; policy=ev if need be.");
            case "iodef" ->
                isAddress(value)
                        ? Checked.valid(flags + " " + tag + " \"" + value + "\"")
                        : Checked.faulty(
                                "Give the address for reports as mailto:, http:// or https:// (RFC 8659 §4.4).");
            default -> Checked.faulty("Give one of the tags issue, issuewild and iodef.");
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
