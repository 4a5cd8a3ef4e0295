package org.supportpin.domain.pin;

import java.nio.charset.StandardCharsets;
import org.supportpin.domain.identity.CallReference;
import org.supportpin.domain.pin.SecretContext.Purpose;

/** A customer's opened PIN key: it makes PINs, and tells whether one was given in the same call. It seals nothing. */
public final class PinKey extends OpenedKey {

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
