package org.supportpin.backoffice.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.supportpin.backoffice.json.Codec;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.dns.IpAddress;

/** Where a system may stand. What a name resolves to is held against it before each call. */
public enum Network implements WireName {
    /** Where the whole Internet reaches it; the rule, unless the settings say otherwise. */
    PUBLIC,
    /** In the hoster's own network (RFC 1918, RFC 4193), which the functions are attached to. */
    PRIVATE,
    /** On this machine, where alone plain HTTP is taken. */
    LOOPBACK;

    public static final Codec<Network> JSON = Codec.oneOf(values());

    /** What is wrong with where a host's name points to now; empty where nothing is. */
    public Optional<String> problem(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(this::allows)
                    ? Optional.empty()
                    : Optional.of("the host is not in the network that the settings say");
        } catch (UnknownHostException e) {
            return Optional.of("the host has no address");
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
