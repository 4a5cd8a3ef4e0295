package org.supportpin.domain.pin;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HOTP (RFC 4226) with HMAC-SHA-256, as RFC 6238 §1.2 allows. An instance is for one key and one thread. */
final class Hotp {

    private static final int MODULUS = 1_000_000;

    private final Mac mac;

    Hotp(byte[] key) {
        this.mac = mac(key, "HmacSHA256");
    }

    static Mac mac(byte[] key, String algorithm) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    Passcode at(byte[] counter) {
        return Passcode.of(truncate(mac.doFinal(counter)) % MODULUS);
    }

    /** Dynamic truncation, RFC 4226 §5.3: 31 bits, at the offset in the last four bits. */
    static int truncate(byte[] hmac) {
        int offset = hmac[hmac.length - 1] & 0x0f;
        return ByteBuffer.wrap(hmac).getInt(offset) & 0x7fff_ffff;
    }
}
