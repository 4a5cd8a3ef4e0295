package org.supportpin.domain.token;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;
import org.supportpin.domain.check.Checked;

/** Addresses that share their first bits (RFC 4632 §3.1, RFC 4291 §2.3). Immutable. */
public final class AddressRange {

    /** Only what names itself an address: a host name would be looked up. */
    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)(?:/([0-9]{1,3}))?");

    private static final String FAULT = "Enter an address such as 203.0.113.7, or a range such as 203.0.113.0/24.";

    private final byte[] network;
    private final int bits;

    private AddressRange(byte[] network, int bits) {
        this.network = network;
        this.bits = bits;
    }

    /** Parses {@code 203.0.113.0/24}, {@code 2001:db8::/32}, or one address. */
    public static Checked<AddressRange> parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            return Checked.faulty(FAULT);
        }
        var network = bytes(match.group(1));
        int all = network.map(address -> address.length * Byte.SIZE).orElse(0);
        int bits = match.group(2) == null ? all : Integer.parseInt(match.group(2));
        return network.filter(_ -> bits <= all)
                .map(address -> Checked.valid(new AddressRange(address, bits)))
                .orElseGet(() -> Checked.faulty(FAULT));
    }

    /** Whether an address is one of these; not if it is none at all. */
    public boolean contains(String address) {
        return FORM.matcher(address).matches()
                && bytes(address).filter(this::contains).isPresent();
    }

    private boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((address[bit / Byte.SIZE] ^ network[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<byte[]> bytes(String literal) {
        try {
            return Optional.of(InetAddress.ofLiteral(literal).getAddress());
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
