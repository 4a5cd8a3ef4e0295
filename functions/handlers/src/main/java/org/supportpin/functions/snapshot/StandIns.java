package org.supportpin.functions.snapshot;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.customer.Ledger;
import org.supportpin.domain.message.Messenger;
import org.supportpin.domain.message.SmsText;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.DataKeys;
import org.supportpin.domain.pin.SecretBytes;
import org.supportpin.domain.pin.SecretContext;
import org.supportpin.functions.aws.ReadsOnly;
import org.supportpin.functions.aws.RehearsedLedger;

/**
 * Stands in for AWS where a function rehearses: each call is made for real, as far as it changes nothing, and what it is answered is
 * made up. No customer's secret can be opened here: what KMS is asked to open was never wrapped by it.
 */
public final class StandIns implements Stage {

    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

    /** As long as what KMS gives for a key of 256 bits. */
    private static final int WRAPPED_BYTES = 184;

    private static final int KEY_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final RehearsedLedger.Memory memory = new RehearsedLedger.Memory();
    private final Map<Ciphertext, byte[]> keys = new HashMap<>();
    private volatile String code = "000000";

    /** The made-up customers, without a call to AWS. */
    Ledger remembered() {
        return memory.ledger();
    }

    /** Made-up keys, without a call to AWS. */
    DataKeys ownKeys() {
        return new DataKeys() {
            @Override
            public DataKey generate(SecretContext context) {
                return made();
            }

            @Override
            public SecretBytes open(Ciphertext wrapped, SecretContext context) {
                return known(wrapped);
            }
        };
    }

    /** The digits of the newest SMS that was not sent. */
    String code() {
        return code;
    }

    @Override
    public Ledger ledger(Ledger real) {
        return new RehearsedLedger(real, memory);
    }

    @Override
    public DataKeys keys(DataKeys real) {
        return new DataKeys() {
            @Override
            public DataKey generate(SecretContext context) {
                ReadsOnly.notSent(() -> real.generate(context));
                return made();
            }

            @Override
            public SecretBytes open(Ciphertext wrapped, SecretContext context) {
                try (var _ = real.open(wrapped, context)) {
                    throw new IllegalStateException("KMS opened what it has not wrapped");
                } catch (SecretDoesNotOpen asExpected) {
                    return known(wrapped);
                }
            }
        };
    }

    private synchronized DataKeys.DataKey made() {
        var wrapped = new Ciphertext(bytes(WRAPPED_BYTES));
        var plain = bytes(KEY_BYTES);
        keys.put(wrapped, plain);
        return new DataKeys.DataKey(new SecretBytes(plain.clone()), wrapped, "rehearsal");
    }

    private synchronized SecretBytes known(Ciphertext wrapped) {
        return new SecretBytes(
                Optional.ofNullable(keys.get(wrapped)).orElseThrow().clone());
    }

    private byte[] bytes(int many) {
        var bytes = new byte[many];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    public Messenger messenger(Messenger real) {
        return (PhoneNumber to, SmsText text) -> {
            ReadsOnly.notSent(() -> real.send(to, text));
            var digits = SIX_DIGITS.matcher(text.reveal());
            code = digits.find() ? digits.group() : code;
        };
    }

    @Override
    public Actions actions(Actions real) {
        return new Actions() {
            @Override
            public Optional<ActionRecord> find(ActionId id) {
                return real.find(id);
            }

            // Nothing was dispatched before the epoch: whatever really waits is not even read.
            @Override
            public List<ActionRecord> pending(Instant dispatchedBefore, int limit) {
                return real.pending(Instant.EPOCH, limit);
            }

            @Override
            public boolean claim(ActionRecord dispatched) {
                throw new IllegalStateException("no action waits in a rehearsal");
            }
        };
    }
}
