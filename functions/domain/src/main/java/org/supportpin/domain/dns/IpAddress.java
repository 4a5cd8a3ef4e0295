package org.supportpin.domain.dns;

import java.util.Optional;
import org.supportpin.domain.check.Checked;

/**
 * An IP address in the one spelling of its kind, so that equal addresses are equal.
 *
 * @param text four numbers without leading zeros, or the form of RFC 5952
 */
public record IpAddress(String text) {

    private static final String HOW =
            "Give an IPv4 address as four numbers, or an IPv6 address in the form of RFC 4291.";

    /**
     * Takes an address back from where it was stored.
     *
     * @throws IllegalArgumentException if it is none, or in another spelling
     */
    public IpAddress {
        if (!canonical(text).equals(Optional.of(text))) {
            throw new IllegalArgumentException("not an IP address in its own spelling");
        }
    }

    /** Reads an address that is there already, such as a registry's glue: it need not be one that could be asked for. */
    public static Checked<IpAddress> parse(String text) {
        return canonical(text)
                .map(address -> Checked.valid(new IpAddress(address)))
                .orElseGet(() -> Checked.faulty(HOW));
    }

    /** Judges an address that somebody asks for: one that the whole Internet can reach, by the IANA registries (RFC 6890). */
    public static Checked<IpAddress> parsePublic(String text) {
        return switch (isIpv6(text) ? PublicAddresses.ipv6(text) : PublicAddresses.ipv4(text)) {
            case Checked.Valid<String>(var address) -> parse(address);
            case Checked.Faulty<String>(var faults) -> Checked.faulty(faults);
        };
    }

    public boolean isIpv6() {
        return isIpv6(text);
    }

    @Override
    public String toString() {
        return text;
    }

    private static boolean isIpv6(String text) {
        return text.indexOf(':') >= 0;
    }

    private static Optional<String> canonical(String text) {
        return isIpv6(text)
                ? PublicAddresses.ipv6Octets(text).map(Ipv6Text::of)
                : PublicAddresses.ipv4Octets(text).map(_ -> text);
    }
}
