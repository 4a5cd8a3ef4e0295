package org.supportpin.backoffice.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.supportpin.backoffice.json.Codec;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.dns.IpAddress;

/** The network of a system. A host name's addresses are checked against it before each call. */
public enum Network implements WireName {
    /** Public addresses; the default. */
    PUBLIC,
    /** The hosting company's own network (RFC 1918, RFC 4193), to which the functions are attached. */
    PRIVATE,
    /** This machine, the only place where plain HTTP is allowed. */
    LOOPBACK;

    public static final Codec<Network> JSON = Codec.oneOf(values());

    /** What is wrong with a host's current addresses; empty if nothing is. */
    public Optional<String> problem(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(this::allows)
                    ? Optional.empty()
                    : Optional.of("the host is not in the configured network");
        } catch (UnknownHostException e) {
            return Optional.of("the host name does not resolve");
        }
    }

    boolean allows(InetAddress address) {
        return switch (this) {
            case PUBLIC -> IpAddress.parsePublic(address.getHostAddress()) instanceof Checked.Valid;
            case PRIVATE -> address.isSiteLocalAddress() || isUniqueLocal(address);
            case LOOPBACK -> address.isLoopbackAddress();
        };
    }

    private static boolean isUniqueLocal(InetAddress address) {
        var octets = address.getAddress();
        return octets.length == 16 && (octets[0] & 0xfe) == 0xfc;
    }
}
