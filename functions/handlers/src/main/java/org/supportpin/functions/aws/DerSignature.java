package org.supportpin.functions.aws;

import java.util.Arrays;
import org.supportpin.domain.signing.EcdsaSignature;

/** The form in which KMS returns a signature: an ASN.1 sequence of the integers R and S, in DER (RFC 3279 §2.2.3). */
final class DerSignature {

    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int HALF = EcdsaSignature.BYTES / 2;

    private final byte[] bytes;
    private int at;

    private DerSignature(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The same signature in the form of JWS.
     *
     * @throws IllegalArgumentException if the bytes are not a signature on P-256 in DER
     */
    static EcdsaSignature read(byte[] der) {
        var in = new DerSignature(der);
        // At most 72 bytes follow, so that every length is one byte.
        if (in.header(SEQUENCE) != der.length - in.at) {
            throw malformed();
        }
        var signature = new byte[EcdsaSignature.BYTES];
        in.integer(signature, 0);
        in.integer(signature, HALF);
        if (in.at != der.length) {
            throw malformed();
        }
        return new EcdsaSignature(signature);
    }

    /** Copies a positive integer to a half of the signature, with zeros before it. DER puts one there if it would seem negative. */
    private void integer(byte[] signature, int half) {
        int length = header(INTEGER);
        if (length == 0 || length > bytes.length - at || bytes[at] < 0) {
            throw malformed();
        }
        var value = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        int sign = length > 1 && value[0] == 0 ? 1 : 0;
        if ((sign == 1 && value[1] >= 0) || length - sign > HALF) {
            throw malformed();
        }
        System.arraycopy(value, sign, signature, half + HALF - (length - sign), length - sign);
    }

    /** Reads a tag and a length. */
    private int header(int tag) {
        if (bytes.length - at < 2 || bytes[at] != tag || bytes[at + 1] < 0) {
            throw malformed();
        }
        at += 2;
        return bytes[at - 1];
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("not a signature on P-256 in DER");
    }
}
