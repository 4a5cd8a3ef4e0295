package org.supportpin.local.kms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;

/**
 * A KMS key. A symmetric one encrypts with AES-256-GCM, with the encryption context as associated data, or makes HMACs with SHA-256;
 * a pair signs by ECDSA, or by RSA as in PKCS #1 v1.5.
 *
 * @param name the template's logical id
 */
record KmsKey(
        String name, String id, String arn, KeySpec spec, KeyMaterial material, boolean enabled, Instant createdAt) {

    private static final byte FORMAT = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] SHA_256 = HexFormat.of().parseHex("3031300d060960864801650304020105000420");

    KmsKey enabled(boolean on) {
        return new KmsKey(name, id, arn, spec, material, on, createdAt);
    }

    KmsKey with(KeyMaterial other) {
        return new KmsKey(name, id, arn, spec, other, enabled, createdAt);
    }

    /** The id of the key that encrypted the blob. */
    static String keyIdIn(byte[] blob) {
        try {
            var in = ByteBuffer.wrap(blob);
            if (in.get() != FORMAT) {
                throw KmsFault.invalidCiphertext();
            }
            var id = new byte[Byte.toUnsignedInt(in.get())];
            in.get(id);
            return new String(id, UTF_8);
        } catch (BufferUnderflowException e) {
            throw KmsFault.invalidCiphertext();
        }
    }

    /** The HMAC of a message. */
    byte[] mac(byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(material.secret());
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC", e);
        }
    }

    /** The signature of a digest by SHA-256, that of ECDSA in DER. */
    byte[] sign(byte[] digest) {
        var isRsa = spec == KeySpec.RSA_2048;
        try {
            var signature = Signature.getInstance(isRsa ? "NONEwithRSA" : "NONEwithECDSA");
            signature.initSign(material.pair(spec).getPrivate());
            signature.update(isRsa ? digestInfo(digest) : digest);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has ECDSA and RSA", e);
        }
    }

    /** What PKCS #1 v1.5 signs: the digest and which it is (RFC 8017 §9.2, note 1). */
    private static byte[] digestInfo(byte[] digest) {
        return ByteBuffer.allocate(SHA_256.length + digest.length)
                .put(SHA_256)
                .put(digest)
                .array();
    }

    /** As SubjectPublicKeyInfo, in DER. */
    byte[] publicKey() {
        return material.pair(spec).getPublic().getEncoded();
    }

    byte[] seal(byte[] plain, Map<String, String> context, SecureRandom random) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var header = header();
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain);
            return ByteBuffer.allocate(header.length + NONCE + sealed.length)
                    .put(header)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    byte[] open(byte[] blob, Map<String, String> context) {
        int start = header().length;
        if (blob.length < start + NONCE + TAG_BITS / 8) {
            throw KmsFault.invalidCiphertext();
        }
        var nonce = Arrays.copyOfRange(blob, start, start + NONCE);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, context)
                    .doFinal(blob, start + NONCE, blob.length - start - NONCE);
        } catch (AEADBadTagException e) {
            throw KmsFault.invalidCiphertext();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, Map<String, String> context) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, material.secret(), new GCMParameterSpec(TAG_BITS, nonce));
        // Sorted and with lengths, so that different contexts never have the same bytes.
        new TreeMap<>(context).forEach((name, value) -> {
            cipher.updateAAD(withLength(name));
            cipher.updateAAD(withLength(value));
        });
        return cipher;
    }

    private byte[] header() {
        var bytes = id.getBytes(UTF_8);
        return ByteBuffer.allocate(2 + bytes.length)
                .put(FORMAT)
                .put((byte) bytes.length)
                .put(bytes)
                .array();
    }

    private static byte[] withLength(String text) {
        var bytes = text.getBytes(UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }

    /** Without the material. */
    @Override
    public String toString() {
        return "KmsKey[" + arn + "]";
    }
}
