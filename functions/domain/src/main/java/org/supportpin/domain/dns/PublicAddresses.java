package org.supportpin.domain.dns;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.supportpin.domain.check.Checked;
import org.xbill.DNS.Address;

/**
 * Globally reachable addresses, according to the IANA special-purpose registries (RFC 6890). An address in a customer's zone that
 * points into the hosting company's or the caller's own network is useful only for DNS rebinding.
 */
final class PublicAddresses {

    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    /** Not globally reachable, or reserved, or (192.88.99.0/24) withdrawn; multicast and 240/4 to the end. */
    private static final List<Block> SPECIAL_IPV4 = List.of(
            Block.of("0.0.0.0", 8), // this network
            Block.of("10.0.0.0", 8),
            Block.of("100.64.0.0", 10), // carriers' address translation, RFC 6598
            Block.of("127.0.0.0", 8),
            Block.of("169.254.0.0", 16), // link-local, and the clouds' metadata service
            Block.of("172.16.0.0", 12),
            Block.of("192.0.0.0", 24),
            Block.of("192.0.2.0", 24), // documentation, RFC 5737, as the two others
            Block.of("192.88.99.0", 24),
            Block.of("192.168.0.0", 16),
            Block.of("198.18.0.0", 15), // benchmarks
            Block.of("198.51.100.0", 24),
            Block.of("203.0.113.0", 24),
            Block.of("224.0.0.0", 3));

    /**
     * The only IPv6 space that is allocated (RFC 4291 §2.4). Mapped, local, translated and multicast addresses are outside it.
     */
    private static final Block GLOBAL_UNICAST = Block.of("2000::", 3);

    private static final List<Block> SPECIAL_IPV6 = List.of(
            Block.of("2001::", 23), // IETF protocols, Teredo and ORCHID among them
            Block.of("2001:db8::", 32),
            Block.of("2002::", 16), // 6to4, which carries any IPv4 address
            Block.of("3fff::", 20)); // documentation, RFC 9637

    private PublicAddresses() {}

    static Checked<String> ipv4(String text) {
        var address = ipv4Octets(text).map(PublicAddresses::leading);
        if (address.isEmpty()) {
            return Checked.faulty(
                    "Enter an IPv4 address as four numbers, 0 to 255, without leading zeros.",
                    "Δώστε διεύθυνση IPv4: τέσσερις αριθμοί από 0 έως 255, χωρίς μηδενικά μπροστά.");
        }
        return SPECIAL_IPV4.stream().anyMatch(block -> block.holds(address.get())) ? notPublic() : Checked.valid(text);
    }

    static Checked<String> ipv6(String text) {
        var address = ipv6Octets(text).map(PublicAddresses::leading);
        if (address.isEmpty()) {
            return Checked.faulty(
                    "Enter an IPv6 address (RFC 4291), without brackets or a zone.",
                    "Δώστε διεύθυνση IPv6, χωρίς αγκύλες και χωρίς ζώνη (%).");
        }
        var special = SPECIAL_IPV6.stream().anyMatch(block -> block.holds(address.get()));
        return special || !GLOBAL_UNICAST.holds(address.get()) ? notPublic() : Checked.valid(text);
    }

    /** Whether the text looks like an address, well-formed or not. A target must not. */
    static boolean looksLikeOne(String text) {
        return text.indexOf(':') >= 0 || IPV4.matcher(text).matches();
    }

    private static Checked<String> notPublic() {
        return Checked.faulty(
                "Enter a public address: this one is private, local, reserved or for documentation.",
                "Δώστε δημόσια διεύθυνση: αυτή είναι ιδιωτική, τοπική, δεσμευμένη ή για παραδείγματα.");
    }

    /** The 4 octets of an IPv4 address, public or not; empty if the text is not one. */
    static Optional<byte[]> ipv4Octets(String text) {
        return octets(text, IPV4, Address.IPv4);
    }

    /** The 16 octets of an IPv6 address, public or not; empty if the text is not one. */
    static Optional<byte[]> ipv6Octets(String text) {
        return octets(text, IPV6, Address.IPv6);
    }

    private static Optional<byte[]> octets(String text, Pattern form, int family) {
        return form.matcher(text).matches() ? Optional.ofNullable(Address.toByteArray(text, family)) : Optional.empty();
    }

    /** The first 64 bits; an IPv4 address fills 32 of them. No block above has a longer prefix. */
    private static long leading(byte[] address) {
        return ByteBuffer.allocate(16).put(address).getLong(0);
    }

    private record Block(long network, int length) {

        static Block of(String address, int length) {
            var family = address.indexOf(':') >= 0 ? Address.IPv6 : Address.IPv4;
            return new Block(leading(Address.toByteArray(address, family)), length);
        }

        boolean holds(long address) {
            return (address ^ network) >>> (Long.SIZE - length) == 0;
        }
    }
}
