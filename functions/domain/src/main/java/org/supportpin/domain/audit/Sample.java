package org.supportpin.domain.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;

/**
 * Which secrets are opened in a run: all if there are few ledgers, else some, and different ones in each run. Nobody can choose
 * an ID or a place in the table that is never sampled.
 *
 * @param run when the run started
 * @param size approximately how many are opened
 * @param ledgers how many there were in the previous run; 0 if there was none, and if whatever is found is drawn
 */
record Sample(Instant run, int size, long ledgers) {

    /** So that each old action has its turn about once a month; the watch sees at once if one is changed. */
    private static final long SWEEPS_PER_MONTH = 30;

    Sample {
        if (size < 1) {
            throw new IllegalArgumentException("a sample has one secret at least");
        }
    }

    boolean has(CustomerId customer) {
        return ledgers <= size || draw(customer, ledgers) < size;
    }

    /** Whether an action that ended before the previous run is compared again: all if there are few ledgers, else one in 30. */
    boolean has(ActionId action) {
        return ledgers <= size || draw(action, SWEEPS_PER_MONTH) == 0;
    }

    private long draw(Object of, long from) {
        var draw = Hash.of((run + "\n" + of).getBytes(StandardCharsets.UTF_8));
        return Long.remainderUnsigned(ByteBuffer.wrap(draw.bytes()).getLong(), from);
    }
}
