package org.supportpin.domain.testing;

import java.util.function.BiFunction;
import org.supportpin.domain.pin.DataKeys;
import org.supportpin.domain.pin.SecretBytes;
import org.supportpin.domain.pin.SecretContext;
import org.supportpin.domain.pin.WrappedKey;

/**
 * Keys for whoever may only open them, as the audit may.
 *
 * @param opening what becomes of each attempt
 */
public record OpeningKeys(String currentKeyId, BiFunction<WrappedKey, SecretContext, SecretBytes> opening)
        implements DataKeys {

    @Override
    public DataKey generate(SecretContext context) {
        throw new AssertionError("a key was made");
    }

    @Override
    public SecretBytes open(WrappedKey wrapped, SecretContext context) {
        return opening.apply(wrapped, context);
    }

    @Override
    public WrappedKey rewrap(WrappedKey wrapped, SecretContext context) {
        throw new AssertionError("a key was wrapped again");
    }
}
