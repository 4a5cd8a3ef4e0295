package org.supportpin.domain.pin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.supportpin.domain.identity.CallReference;
import org.supportpin.domain.pin.DataKeys.SecretDoesNotOpen;
import org.supportpin.domain.pin.SecretContext.Purpose;

/**
 * A customer's opened PIN key. It makes PINs, the codes that the customer types instead, and tells whether a PIN was given in the same
 * call. It seals only what the panel shows beside the PIN while somebody calls.
 */
public final class PinKey extends OpenedKey {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Hotp pins;

    /**
     * Wraps an opened data key.
     *
     * @param dataKey 32 bytes, owned by this object and wiped by {@link #close}
     */
    public PinKey(SecretContext context, SecretBytes dataKey) {
        super(context, Purpose.PIN, dataKey);
        this.pins = new Hotp(derive("pin").getEncoded());
    }

    /** The PIN of a counter. */
    public Passcode pin(PinCounter counter) {
        return pins.at(counter.bytes());
    }

    /**
     * The code by which the customer consents to one deed with its values. Nothing of it is stored.
     *
     * @param deed says which, and how the code is transferred
     */
    public Passcode consent(String deed) {
        return new Hotp(derive("consent").getEncoded()).at(deed.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The code that an agent reads out and the customer types in the panel.
     *
     * @param request the key of the request, so that each has its own code
     */
    public Passcode typedCode(String request) {
        return new Hotp(derive("typed").getEncoded()).at(request.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Seals a text that the panel shows during a call, with AES-256-GCM. Each label has a key of its own, so the nonce need not be
     * stored: it is the same for all.
     *
     * @param label what the text is; ASCII, and never used for a second text
     */
    public Ciphertext sealShown(String label, String text) {
        try {
            return new Ciphertext(shown(Cipher.ENCRYPT_MODE, label).doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM did not seal", e);
        }
    }

    /**
     * Opens a text that {@link #sealShown} sealed with the same label.
     *
     * @throws SecretDoesNotOpen if it was altered, or sealed with another key
     */
    public String openShown(String label, Ciphertext sealed) {
        try {
            return new String(shown(Cipher.DECRYPT_MODE, label).doFinal(sealed.bytes()), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new SecretDoesNotOpen(Purpose.PIN, "what the panel shows of a call does not open", e);
        }
    }

    private Cipher shown(int mode, String label) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, derive("shown/" + label), new GCMParameterSpec(TAG_BITS, new byte[NONCE]));
        return cipher;
    }

    /**
     * The mark of a call, by which the state knows the call of a verification again. Without this key it says nothing about the
     * reference.
     *
     * @return 31 bits
     */
    public int mark(CallReference.Said call) {
        return Hotp.truncate(Hotp.mac(derive("call").getEncoded(), "HmacSHA256")
                .doFinal(call.value().getBytes(StandardCharsets.UTF_8)));
    }
}
