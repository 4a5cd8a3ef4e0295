package org.supportpin.domain.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;

/**
 * Which secrets are opened in a run: of few ledgers all, of many some, and others in each run. Nobody can choose an id or a
 * place in the table that is never looked at.
 *
 * @param run when the run started
 * @param size how many are opened, about
 * @param ledgers how many there were in the run before; 0 where there was none
 */
record Sample(Instant run, int size, long ledgers) {

    Sample {
        if (size < 1) {
            throw new IllegalArgumentException("a sample has one secret at least");
        }
    }

    boolean has(CustomerId customer) {
        if (ledgers <= size) {
            return true;
        }
        var draw = Hash.of((run + "\n" + customer).getBytes(StandardCharsets.UTF_8));
        return Long.remainderUnsigned(ByteBuffer.wrap(draw.bytes()).getLong(), ledgers) < size;
    }
}
