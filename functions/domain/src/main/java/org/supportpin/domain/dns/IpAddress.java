package org.supportpin.domain.dns;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.supportpin.domain.check.Checked;

/**
 * An IP address in its canonical spelling, so that equal addresses compare equal.
 *
 * @param text four numbers without leading zeros, or the form of RFC 5952
 */
public record IpAddress(String text) {

    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff};

    /**
     * Restores a stored address.
     *
     * @throws IllegalArgumentException if it is not an address or not in canonical spelling
     */
    public IpAddress {
        if (!canonical(text).equals(Optional.of(text))) {
            throw new IllegalArgumentException("not an IP address in its own spelling");
        }
    }

    /**
     * Parses an existing address, such as a registry's glue. It need not be one that a request may contain. {@code ::ffff:a.b.c.d} is
     * the IPv4 address in it (RFC 4291 §2.5.5.2): logs of servers that listen on IPv6 show callers so.
     */
    public static Checked<IpAddress> parse(String text) {
        return mapped(text)
                .or(() -> canonical(text))
                .map(address -> Checked.valid(new IpAddress(address)))
                .orElseGet(() -> Checked.faulty(
                        "Enter an IPv4 address as four numbers, or an IPv6 address (RFC 4291).",
                        "Δώστε διεύθυνση IPv4 με τέσσερις αριθμούς, ή διεύθυνση IPv6."));
    }

    /** Checks a requested address: it must be globally reachable according to the IANA registries (RFC 6890). */
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

    private static Optional<String> mapped(String text) {
        return Optional.of(text)
                .filter(IpAddress::isIpv6)
                .flatMap(PublicAddresses::ipv6Octets)
                .filter(octets -> Arrays.mismatch(octets, MAPPED) == MAPPED.length)
                .map(octets -> IntStream.range(MAPPED.length, octets.length)
                        .mapToObj(i -> Integer.toString(octets[i] & 0xff))
                        .collect(Collectors.joining(".")));
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
