package org.supportpin.domain.pin;

import org.supportpin.domain.pin.SecretContext.Purpose;

/** A customer's opened PIN key: it makes PINs and nothing else. */
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
}
