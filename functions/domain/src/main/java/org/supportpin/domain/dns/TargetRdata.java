package org.supportpin.domain.dns;

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

    private static final Pattern WITH_PORT = Pattern.compile("[^:.]+\\.[^:]+:[0-9]{1,5}");

    static Checked<String> cname(String text) {
        return target(text, false);
    }

    static Checked<String> mx(String text) {
        var parts = MX.matcher(text);
        if (!parts.matches() || isTooGreat(parts.group(1))) {
            return Checked.faulty(
                    "Enter the preference (0 to 65535), a space and the mail server's name, for example 10 mail.example.gr.",
                    "Δώστε προτεραιότητα (0 έως 65535), κενό και το όνομα του διακομιστή, για παράδειγμα"
                            + " 10 mail.example.gr.");
        }
        var preference = Integer.parseInt(parts.group(1));
        if (parts.group(2).equals(NOWHERE)) {
            return preference == 0
                    ? Checked.valid("0 .")
                    : Checked.faulty(
                            "Enter the preference 0 with the target '.', which means: no mail (RFC 7505).",
                            "Δώστε προτεραιότητα 0 με το «.», που σημαίνει: χωρίς email.");
        }
        return target(parts.group(2), true).map(target -> preference + " " + target);
    }

    static Checked<String> srv(String text) {
        var parts = SRV.matcher(text);
        if (!parts.matches()
                || isTooGreat(parts.group(1))
                || isTooGreat(parts.group(2))
                || isTooGreat(parts.group(3))) {
            return Checked.faulty(
                    "Enter priority, weight and port, each 0 to 65535, and the server's name.",
                    "Δώστε priority, weight και port, από 0 έως 65535, και το όνομα του διακομιστή.");
        }
        var numbers = Integer.parseInt(parts.group(1)) + " " + Integer.parseInt(parts.group(2)) + " "
                + Integer.parseInt(parts.group(3)) + " ";
        return parts.group(4).equals(NOWHERE)
                ? Checked.valid(numbers + NOWHERE)
                : target(parts.group(4), true).map(target -> numbers + target);
    }

    private static Checked<String> target(String text, boolean isServer) {
        if (text.indexOf('/') >= 0) {
            return Checked.faulty(
                    "Enter the name alone, without http:// and without what follows a slash, for example"
                            + " www.example.gr. A DNS record cannot lead to a single page.",
                    "Δώστε μόνο το όνομα, χωρίς http:// και χωρίς ό,τι ακολουθεί μετά από κάθετο, για παράδειγμα"
                            + " www.example.gr. Μια εγγραφή DNS δεν οδηγεί σε μία σελίδα.");
        }
        if (text.indexOf('@') >= 0) {
            return Checked.faulty(
                    "Enter the server's name, not a mail address.",
                    "Δώστε το όνομα του διακομιστή, όχι διεύθυνση email.");
        }
        if (WITH_PORT.matcher(text).matches()) {
            return Checked.faulty(
                    "Enter the name alone, without a port after a colon.",
                    "Δώστε μόνο το όνομα, χωρίς θύρα μετά από άνω-κάτω τελεία.");
        }
        if (PublicAddresses.looksLikeOne(text)) {
            return Checked.faulty(
                    "Enter the target as a name: an address is not allowed here. Put the address in an A or AAAA record"
                            + " of that name.",
                    "Δώστε όνομα: εδώ δεν επιτρέπεται διεύθυνση. Βάλτε τη διεύθυνση σε εγγραφή A ή AAAA του ονόματος.");
        }
        return switch (DnsName.parse(text)) {
            case Checked.Faulty<DnsName> faulty -> Checked.faulty(faulty.faults());
            case Checked.Valid<DnsName>(var name) ->
                name.isHost() || (!isServer && name.isQualified())
                        ? Checked.valid(name.ascii() + ".")
                        : unfit(name, isServer);
        };
    }

    private static Checked<String> unfit(DnsName name, boolean isServer) {
        if (name.labels().getFirst().equals("*")) {
            return Checked.faulty(
                    "Enter a name without *: nothing can point to all names at once.",
                    "Δώστε όνομα χωρίς *: καμία εγγραφή δεν δείχνει σε όλα τα ονόματα μαζί.");
        }
        if (!name.isQualified()) {
            return Checked.faulty(
                    "Enter the target in full, for example mail.example.gr: part of a name is ambiguous.",
                    "Δώστε ολόκληρο το όνομα, για παράδειγμα mail.example.gr: μέρος του ονόματος δεν αρκεί.");
        }
        return isServer && name.ascii().indexOf('_') >= 0
                ? Checked.faulty(
                        "Enter a server's name without underscores (_): such names have letters, digits and hyphens only"
                                + " (RFC 1123 §2.1). Ask the provider for the exact name.",
                        "Δώστε όνομα διακομιστή χωρίς κάτω παύλες (_): τέτοια ονόματα έχουν μόνο γράμματα, ψηφία και"
                                + " ενωτικά (-). Ζητήστε από τον πάροχο το ακριβές όνομα.")
                : Checked.faulty(
                        "Enter a server's name whose parts begin and end with a letter or digit (RFC 1123 §2.1).",
                        "Δώστε όνομα διακομιστή του οποίου κάθε μέρος αρχίζει και τελειώνει με γράμμα ή ψηφίο.");
    }

    private static boolean isTooGreat(String number) {
        return Integer.parseInt(number) > GREATEST;
    }
}
