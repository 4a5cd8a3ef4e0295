package org.supportpin.domain.dns;

import java.nio.ByteBuffer;

/** The canonical spelling of an IPv6 address (RFC 5952). The JDK and dnsjava write all eight groups. */
final class Ipv6Text {

    private static final int GROUPS = 8;

    private Ipv6Text() {}

    /**
     * @param address 16 octets, or the 4 of an IPv4-mapped address, which the JDK unpacks
     */
    static String of(byte[] address) {
        if (address.length == 4) {
            return "::ffff:%d.%d.%d.%d"
                    .formatted(address[0] & 0xff, address[1] & 0xff, address[2] & 0xff, address[3] & 0xff);
        }
        var groups = ByteBuffer.wrap(address).asCharBuffer();
        var start = 0;
        var length = 0;
        for (int i = 0; i < GROUPS; i++) {
            var zeros = zerosFrom(i, groups);
            if (zeros > length) {
                start = i;
                length = zeros;
            }
        }
        return length < 2 // RFC 5952 §4.2.2: a single zero group is written out
                ? joined(0, GROUPS, groups)
                : joined(0, start, groups) + "::" + joined(start + length, GROUPS, groups);
    }

    private static int zerosFrom(int start, CharSequence groups) {
        var end = start;
        while (end < GROUPS && groups.charAt(end) == 0) {
            end++;
        }
        return end - start;
    }

    private static String joined(int from, int to, CharSequence groups) {
        var out = new StringBuilder();
        for (int i = from; i < to; i++) {
            out.append(i > from ? ":" : "").append(Integer.toHexString(groups.charAt(i)));
        }
        return out.toString();
    }
}
