package org.supportpin.backoffice.dns.powerdns;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Makes UTF-8 of the server's JSON. The server writes the octets of a stored record as they are (PowerDNS 4.7), but JSON is UTF-8, and
 * one record from before must not make its whole zone unreadable.
 */
final class OctetText {

    private OctetText() {}

    /**
     * The same JSON, with {@code \DDD} (RFC 1035 §5.1) for each octet that is not UTF-8: in names and values of records, which is where
     * such octets occur, it means that octet.
     */
    static byte[] utf8(byte[] json) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var in = ByteBuffer.wrap(json);
        var out = CharBuffer.allocate(json.length);
        var result = decoder.decode(in, out, true);
        if (!result.isError()) {
            return json.clone();
        }
        var repaired = new ByteArrayOutputStream(json.length);
        int copied = 0;
        while (result.isError()) {
            repaired.write(json, copied, in.position() - copied);
            for (int i = 0; i < result.length(); i++) {
                repaired.writeBytes("\\\\%03d".formatted(in.get() & 0xff).getBytes(StandardCharsets.US_ASCII));
            }
            copied = in.position();
            decoder.reset();
            result = decoder.decode(in, out, true);
        }
        repaired.write(json, copied, json.length - copied);
        return repaired.toByteArray();
    }
}
