package org.supportpin.domain.dns;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.name.DnsName;

/** RDATA that points to another name: CNAME and MX (RFC 1035 §3.3), SRV (RFC 2782). Targets are returned absolute. */
final class TargetRdata {

    /** "No mail" (RFC 7505) and "no such service" (RFC 2782) have the root as their target. */
    static final String NOWHERE = ".";

    private static final int GREATEST = 65_535;
    private static final Pattern MX = Pattern.compile("([0-9]{1,5}) +([^ ]+)");
    private static final Pattern SRV = Pattern.compile("([0-9]{1,5}) +([0-9]{1,5}) +([0-9]{1,5}) +([^ ]+)");

    private TargetRdata() {}

    static Checked<String> cname(String text) {
        return target(text, DnsName::isQualified);
    }

    static Checked<String> mx(String text) {
        var parts = MX.matcher(text);
        if (!parts.matches() || isTooGreat(parts.group(1))) {
            return Checked.faulty("Enter the preference (0 to 65535), a space and the mail server's name.");
        }
        var preference = Integer.parseInt(parts.group(1));
        if (parts.group(2).equals(NOWHERE)) {
            return preference == 0
                    ? Checked.valid("0 .")
                    : Checked.faulty("Enter the preference 0 with the target '.', which means: no mail (RFC 7505).");
        }
        return host(parts.group(2)).map(target -> preference + " " + target);
    }

    static Checked<String> srv(String text) {
        var parts = SRV.matcher(text);
        if (!parts.matches()
                || isTooGreat(parts.group(1))
                || isTooGreat(parts.group(2))
                || isTooGreat(parts.group(3))) {
            return Checked.faulty("Enter priority, weight and port, each 0 to 65535, and the server's name.");
        }
        var numbers = Integer.parseInt(parts.group(1)) + " " + Integer.parseInt(parts.group(2)) + " "
                + Integer.parseInt(parts.group(3)) + " ";
        return parts.group(4).equals(NOWHERE)
                ? Checked.valid(numbers + NOWHERE)
                : host(parts.group(4)).map(target -> numbers + target);
    }

    private static Checked<String> host(String text) {
        return target(text, DnsName::isHost);
    }

    private static Checked<String> target(String text, Predicate<DnsName> fits) {
        if (PublicAddresses.looksLikeOne(text)) {
            return Checked.faulty("Enter the target as a name: an address is not allowed here.");
        }
        return switch (DnsName.parse(text)) {
            case Checked.Faulty<DnsName>(var faults) -> Checked.faulty(faults);
            case Checked.Valid<DnsName>(var name) ->
                fits.test(name)
                        ? Checked.valid(name.ascii() + ".")
                        : Checked.faulty("Enter the target in full, for example mail.example.gr: part of a name is"
                                + " ambiguous.");
        };
    }

    private static boolean isTooGreat(String number) {
        return Integer.parseInt(number) > GREATEST;
    }
}
