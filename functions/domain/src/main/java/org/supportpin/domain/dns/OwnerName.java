package org.supportpin.domain.dns;

import java.util.List;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.name.DomainName;

/**
 * Resolves which name in a zone is meant. {@code @} is the zone itself. A name that ends with the zone's labels is absolute, with
 * or without a trailing dot. A trailing dot makes any other name absolute, and so outside the zone.
 *
 * <p>Any other name is relative only if it cannot be read as another domain: one label ({@code www}), also after labels that
 * start with {@code _} or are {@code *} ({@code _dmarc.shop}, {@code *.shop}), or anything that ends in a label with {@code _}
 * ({@code s1._domainkey}). {@code www.allo.gr} requested in {@code papadopoulou.gr} is refused and never becomes {@code
 * www.allo.gr.papadopoulou.gr}. This needs no list of top-level domains that could go out of date.
 */
final class OwnerName {

    private OwnerName() {}

    static Checked<DnsName> parse(DomainName zone, String text) {
        if (text.equals("@")) {
            return Checked.valid(zone.dnsName());
        }
        return switch (DnsName.parse(text)) {
            case Checked.Faulty<DnsName> faulty -> faulty;
            case Checked.Valid<DnsName>(var name) -> resolve(zone, name, text.endsWith("."));
        };
    }

    /** Whether the text could name something in some zone. */
    static Checked<String> wellFormed(String text) {
        return text.equals("@") ? Checked.valid(text) : DnsName.parse(text).map(DnsName::ascii);
    }

    private static Checked<DnsName> resolve(DomainName zone, DnsName name, boolean isAbsolute) {
        if (name.isWithin(zone)) {
            return Checked.valid(name);
        }
        if (isAbsolute || !isPlainlyRelative(name.labels())) {
            return Checked.faulty(
                    "Enter a name inside the zone: in full, ending with the zone's name, or only the first label.",
                    "Δώστε όνομα μέσα στη ζώνη: ολόκληρο, με το όνομα χώρου στο τέλος, ή μόνο το πρώτο μέρος.");
        }
        return DnsName.parse(name.ascii() + "." + zone.ascii());
    }

    private static boolean isPlainlyRelative(List<String> labels) {
        return labels.getLast().startsWith("_")
                || labels.stream().dropWhile(OwnerName::isSpecial).count() <= 1;
    }

    private static boolean isSpecial(String label) {
        return label.startsWith("_") || label.equals("*");
    }
}
