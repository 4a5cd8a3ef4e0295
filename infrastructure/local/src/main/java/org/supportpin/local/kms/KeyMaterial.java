package org.supportpin.local.kms;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** What a key consists of: 256 random bits, or a pair on P-256 or of RSA. It cannot print itself. */
final class KeyMaterial {

    private static final int KEY_BYTES = 32;
    private static final int RSA_BITS = 2048;

    /** A pair that is not made before it is used: an RSA pair takes longer than all the rest of a start. */
    private static final KeyMaterial LATER = new KeyMaterial(new byte[0], new byte[0]);

    /** Between the private and the public key of a pair, as text. */
    private static final String AND = " ";

    private final byte[] secret;
    private final byte[] published;

    private KeyMaterial(byte[] secret, byte[] published) {
        this.secret = secret;
        this.published = published;
    }

    static KeyMaterial make(KeySpec spec, SecureRandom random) {
        return switch (spec) {
            case SYMMETRIC_DEFAULT, HMAC_256 -> {
                var secret = new byte[KEY_BYTES];
                random.nextBytes(secret);
                yield new KeyMaterial(secret, new byte[0]);
            }
            case ECC_NIST_P256 -> pair(spec, random);
            case RSA_2048 -> LATER;
        };
    }

    boolean isLater() {
        return secret.length == 0;
    }

    static KeyMaterial pair(KeySpec spec, SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance(family(spec));
            if (spec == KeySpec.RSA_2048) {
                generator.initialize(RSA_BITS, random);
            } else {
                generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            }
            var pair = generator.generateKeyPair();
            return new KeyMaterial(
                    pair.getPrivate().getEncoded(), pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256 and RSA", e);
        }
    }

    private static String family(KeySpec spec) {
        return spec == KeySpec.RSA_2048 ? "RSA" : "EC";
    }

    /** For the data folder. */
    String text() {
        var encoder = Base64.getEncoder();
        return encoder.encodeToString(secret) + (isPair() ? AND + encoder.encodeToString(published) : "");
    }

    /** Throws {@link IllegalArgumentException} if it is not in the form of {@link #text}. */
    static KeyMaterial read(String text) {
        if (text.isEmpty()) {
            return LATER;
        }
        var parts = text.split(AND, 2);
        var secret = Base64.getDecoder().decode(parts[0]);
        if (parts.length == 1) {
            if (secret.length != KEY_BYTES) {
                throw new IllegalArgumentException("not a key of 256 bits");
            }
            return new KeyMaterial(secret, new byte[0]);
        }
        return new KeyMaterial(secret, Base64.getDecoder().decode(parts[1]));
    }

    private boolean isPair() {
        return published.length > 0;
    }

    /** The secret of a symmetric key. */
    SecretKey secret() {
        return new SecretKeySpec(secret, "AES");
    }

    /** Throws {@link IllegalArgumentException} if it is none of that kind. */
    KeyPair pair(KeySpec spec) {
        try {
            var keys = KeyFactory.getInstance(family(spec));
            return new KeyPair(
                    keys.generatePublic(new X509EncodedKeySpec(published)),
                    keys.generatePrivate(new PKCS8EncodedKeySpec(secret)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a pair of keys", e);
        }
    }

    @Override
    public String toString() {
        return "KeyMaterial";
    }
}
