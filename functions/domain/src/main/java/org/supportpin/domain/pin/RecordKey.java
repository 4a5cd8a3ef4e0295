package org.supportpin.domain.pin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.supportpin.domain.identity.SealedText;
import org.supportpin.domain.pin.DataKeys.SecretDoesNotOpen;
import org.supportpin.domain.pin.SecretContext.Purpose;

/** A customer's opened record key: it seals what is personal, and derives the codes that confirm a mobile. */
public final class RecordKey extends OpenedKey {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RecordSeal seal;

    /**
     * Wraps an opened data key.
     *
     * @param dataKey 32 bytes, owned by this object and wiped by {@link #close}
     */
    public RecordKey(SecretContext context, SecretBytes dataKey) {
        super(context, Purpose.RECORD, dataKey);
        try {
            this.seal =
                    new RecordSeal(context.customer(), context.version(), new Ciphertext(Hpke.publicKey(privateKey())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("X25519 is part of Java 25", e);
        }
    }

    private byte[] privateKey() throws GeneralSecurityException {
        return Hpke.privateKey(derive("record-seal").getEncoded());
    }

    /**
     * The code that confirms a mobile. It is derived like a PIN, so it is never stored.
     *
     * @param declaration the sequence of the ledger entry that declared the mobile, so that each has its own code
     */
    public Passcode confirmationCode(long declaration) {
        return code("confirmation", declaration);
    }

    /**
     * The code that confirms a notice address, derived in the same way.
     *
     * @param declaration the sequence of the ledger entry that declared the address
     */
    public Passcode addressCode(long declaration) {
        return code("notice address", declaration);
    }

    private Passcode code(String label, long declaration) {
        return new Hotp(derive(label).getEncoded())
                .at(ByteBuffer.allocate(Long.BYTES).putLong(declaration).array());
    }

    /**
     * Seals a text with AES-256-GCM; customer, version and label are associated data.
     *
     * @param label what the text is, such as {@code mobile}; opening with another label fails
     */
    public Ciphertext seal(String label, String text) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, label, nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
            return new Ciphertext(ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM did not seal", e);
        }
    }

    /**
     * Opens a text that {@link #seal} sealed with the same label.
     *
     * @throws SecretDoesNotOpen if it was altered, or sealed with another key
     */
    public String unseal(String label, Ciphertext sealed) {
        try {
            var nonce = new byte[NONCE];
            var bytes = sealed.bytes();
            ByteBuffer.wrap(bytes).get(nonce);
            var text = cipher(Cipher.DECRYPT_MODE, label, nonce).doFinal(bytes, NONCE, bytes.length - NONCE);
            return new String(text, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | java.nio.BufferUnderflowException e) {
            throw new SecretDoesNotOpen(Purpose.RECORD, "what is sealed as " + label + " does not open", e);
        }
    }

    @Override
    public Ciphertext publicKey() {
        return seal.publicKey();
    }

    /**
     * Opens a text that the {@link RecordSeal seal} sealed with the same label.
     *
     * @throws SecretDoesNotOpen if it was altered, or sealed for another key
     */
    public String open(String label, SealedText text) {
        if (text.known() != null) {
            return text.known();
        }
        try {
            return new String(
                    Hpke.AES_256.open(privateKey(), seal.info(), RecordSeal.associated(label), text.bytes()),
                    StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new SecretDoesNotOpen(Purpose.RECORD, "what is sealed as " + label + " does not open", e);
        }
    }

    private Cipher cipher(int mode, String label, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, derive("seal"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((label
                        + '\n'
                        + context().version()
                        + '\n'
                        + context().customer().value())
                .getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
