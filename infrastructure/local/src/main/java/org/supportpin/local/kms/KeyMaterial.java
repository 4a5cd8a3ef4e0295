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

/** What a key consists of: 256 random bits, or a pair on P-256. It cannot print itself. */
final class KeyMaterial {

    private static final int KEY_BYTES = 32;

    /** Between the private and the public key of a pair, as text. */
    private static final String AND = " ";

    private final byte[] secret;
    private final byte[] published;

    private KeyMaterial(byte[] secret, byte[] published) {
        this.secret = secret;
        this.published = published;
    }

    static KeyMaterial make(KeySpec spec, SecureRandom random) {
        if (spec != KeySpec.ECC_NIST_P256) {
            var secret = new byte[KEY_BYTES];
            random.nextBytes(secret);
            return new KeyMaterial(secret, new byte[0]);
        }
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            var pair = generator.generateKeyPair();
            return new KeyMaterial(
                    pair.getPrivate().getEncoded(), pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    /** For the data folder. */
    String text() {
        var encoder = Base64.getEncoder();
        return encoder.encodeToString(secret) + (isPair() ? AND + encoder.encodeToString(published) : "");
    }

    /** Throws {@link IllegalArgumentException} if it is not in the form of {@link #text}. */
    static KeyMaterial read(String text) {
        var parts = text.split(AND, 2);
        var secret = Base64.getDecoder().decode(parts[0]);
        if (parts.length == 1) {
            if (secret.length != KEY_BYTES) {
                throw new IllegalArgumentException("not a key of 256 bits");
            }
            return new KeyMaterial(secret, new byte[0]);
        }
        var material = new KeyMaterial(secret, Base64.getDecoder().decode(parts[1]));
        material.pair();
        return material;
    }

    private boolean isPair() {
        return published.length > 0;
    }

    /** The secret of a symmetric key. */
    SecretKey secret() {
        return new SecretKeySpec(secret, "AES");
    }

    KeyPair pair() {
        try {
            var keys = KeyFactory.getInstance("EC");
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
