package org.supportpin.domain.pin;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KEM;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * HPKE (RFC 9180) in base mode, one text for each encapsulated key: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and AES-GCM. Whoever has
 * the public key seals; only the private key opens. Keys are the 32 bytes of RFC 7748.
 */
enum Hpke {
    /** Of the RFC's own test vectors. */
    AES_128(1, 16),
    /** What the service seals with. */
    AES_256(2, 32);

    static final int KEY_BYTES = 32;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final short KEM_ID = 0x20;
    private static final short KDF_ID = 1;
    private static final byte[] NOTHING = {};
    private static final byte[] KEM_SUITE =
            ByteBuffer.allocate(5).put(ascii("KEM")).putShort(KEM_ID).array();

    /** What precedes the 32 bytes of an X25519 key in its encoding (RFC 8410). */
    private static final byte[] PUBLIC_PREFIX = HexFormat.of().parseHex("302a300506032b656e032100");

    private static final byte[] PRIVATE_PREFIX = HexFormat.of().parseHex("302e020100300506032b656e04220420");

    /** The point that a private key multiplies to yield its public key (RFC 7748 §4.1). */
    private static final byte[] BASE_POINT = Arrays.copyOf(new byte[] {9}, KEY_BYTES);

    private final int aeadId;
    private final int aeadKeyBytes;

    Hpke(int aeadId, int aeadKeyBytes) {
        this.aeadId = aeadId;
        this.aeadKeyBytes = aeadKeyBytes;
    }

    /** The private key that follows from secret material: {@code DeriveKeyPair} of RFC 9180 §7.1.3. */
    static byte[] privateKey(byte[] material) throws GeneralSecurityException {
        return expand(KEM_SUITE, extract(KEM_SUITE, NOTHING, "dkp_prk", material), "sk", NOTHING, KEY_BYTES);
    }

    static byte[] publicKey(byte[] privateKey) throws GeneralSecurityException {
        var agreement = KeyAgreement.getInstance("X25519");
        agreement.init(decodedPrivate(privateKey));
        agreement.doPhase(decodedPublic(BASE_POINT), true);
        return agreement.generateSecret();
    }

    /** The encapsulated key, then the sealed text with its tag. */
    byte[] seal(byte[] publicKey, byte[] info, byte[] associated, byte[] text) throws GeneralSecurityException {
        var encapsulated = KEM.getInstance("DHKEM")
                .newEncapsulator(decodedPublic(publicKey))
                .encapsulate();
        var sealed = cipher(Cipher.ENCRYPT_MODE, encapsulated.key(), info, associated)
                .doFinal(text);
        return joined(encapsulated.encapsulation(), sealed);
    }

    /** @throws GeneralSecurityException if it was altered, or sealed for another key, purpose or place */
    byte[] open(byte[] privateKey, byte[] info, byte[] associated, byte[] sealed) throws GeneralSecurityException {
        if (sealed.length < KEY_BYTES) {
            throw new GeneralSecurityException("it is shorter than an encapsulated key");
        }
        var shared = KEM.getInstance("DHKEM")
                .newDecapsulator(decodedPrivate(privateKey))
                .decapsulate(Arrays.copyOf(sealed, KEY_BYTES));
        return cipher(Cipher.DECRYPT_MODE, shared, info, associated)
                .doFinal(sealed, KEY_BYTES, sealed.length - KEY_BYTES);
    }

    /** {@code KeySchedule} of RFC 9180 §5.1, mode 0, and the cipher of its first text. */
    private Cipher cipher(int mode, SecretKey shared, byte[] info, byte[] associated) throws GeneralSecurityException {
        var suite = ByteBuffer.allocate(10)
                .put(ascii("HPKE"))
                .putShort(KEM_ID)
                .putShort(KDF_ID)
                .putShort((short) aeadId)
                .array();
        var context = joined(
                new byte[] {0},
                extract(suite, NOTHING, "psk_id_hash", NOTHING).getEncoded(),
                extract(suite, NOTHING, "info_hash", info).getEncoded());
        var secret = extract(suite, shared.getEncoded(), "secret", NOTHING);
        var key = expand(suite, secret, "key", context, aeadKeyBytes);
        var nonce = expand(suite, secret, "base_nonce", context, NONCE_BYTES);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(associated);
        return cipher;
    }

    /** {@code LabeledExtract} of RFC 9180 §4. */
    private static SecretKey extract(byte[] suite, byte[] salt, String label, byte[] material)
            throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        "Generic",
                        HKDFParameterSpec.ofExtract()
                                .addSalt(salt)
                                .addIKM(joined(ascii("HPKE-v1"), suite, ascii(label), material))
                                .extractOnly());
    }

    /** {@code LabeledExpand} of RFC 9180 §4. */
    private static byte[] expand(byte[] suite, SecretKey key, String label, byte[] info, int length)
            throws GeneralSecurityException {
        var labelled = joined(
                ByteBuffer.allocate(Short.BYTES).putShort((short) length).array(),
                ascii("HPKE-v1"),
                suite,
                ascii(label),
                info);
        return KDF.getInstance("HKDF-SHA256").deriveData(HKDFParameterSpec.expandOnly(key, labelled, length));
    }

    private static PublicKey decodedPublic(byte[] key) throws GeneralSecurityException {
        return KeyFactory.getInstance("X25519").generatePublic(new X509EncodedKeySpec(joined(PUBLIC_PREFIX, key)));
    }

    private static PrivateKey decodedPrivate(byte[] key) throws GeneralSecurityException {
        return KeyFactory.getInstance("X25519").generatePrivate(new PKCS8EncodedKeySpec(joined(PRIVATE_PREFIX, key)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
