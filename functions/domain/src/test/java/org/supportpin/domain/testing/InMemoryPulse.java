package org.supportpin.domain.testing;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.supportpin.domain.audit.Pulse;

/** Beats in memory. */
public final class InMemoryPulse implements Pulse {

    private final Instant[] sent = new Instant[LANES];
    private final Instant[] heard = new Instant[LANES];

    public InMemoryPulse() {
        Arrays.fill(sent, Instant.EPOCH);
        Arrays.fill(heard, Instant.EPOCH);
    }

    @Override
    public synchronized List<Lane> lanes() {
        return IntStream.range(0, LANES)
                .mapToObj(lane -> new Lane(lane, sent[lane], heard[lane]))
                .toList();
    }

    @Override
    public synchronized void send(int lane, Instant at) {
        sent[lane] = at.isAfter(sent[lane]) ? at : sent[lane];
    }

    @Override
    public synchronized void hear(int lane, Instant at) {
        heard[lane] = at.isAfter(heard[lane]) ? at : heard[lane];
    }
}
