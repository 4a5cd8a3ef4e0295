package org.supportpin.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.audit.Anchor;
import org.supportpin.domain.audit.Anchors;
import org.supportpin.domain.audit.Gap;
import org.supportpin.domain.audit.LedgerMemory;
import org.supportpin.domain.audit.UsedPin;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.pin.PinCounter;

/** What every {@link Anchors} promises. */
public abstract class AnchorsContract {

    private final CustomerId customer = Samples.newCustomer();

    protected abstract Anchors anchors();

    private Anchor anchor(long sequence) {
        var memory = new LedgerMemory(
                Instant.ofEpochMilli(1_795_357_860_123L),
                Customer.fresh(customer),
                List.of(new UsedPin(1, new PinCounter(997_000, 3), sequence)),
                Map.of(new ActionId("a".repeat(24)), new AgentId("maria")));
        return new Anchor(customer, sequence, Hash.of(new byte[] {(byte) sequence}), memory);
    }

    @Test
    void whatWasWrittenIsReadAsItWas() {
        var bare = anchor(3);
        var whole = new Anchor(customer, 3, bare.hash(), bare.memory(), new Gap(1, 2, Hash.NONE), 4);
        assertThat(anchors().find(customer)).isEmpty();
        assertThat(anchors().recent(Set.of(customer))).isEmpty();

        assertThat(anchors().move(null, whole)).isTrue();

        assertThat(anchors().find(customer)).contains(whole);
        assertThat(anchors().recent(Set.of(customer, Samples.newCustomer()))).isEqualTo(Map.of(customer, whole));
    }

    @Test
    void onlyWhoHasReadTheNewestMovesIt() {
        assertThat(anchors().move(null, anchor(1))).isTrue();
        assertThat(anchors().move(null, anchor(2))).isFalse();
        assertThat(anchors().move(anchor(1), anchor(2))).isTrue();
        assertThat(anchors().move(anchor(1), anchor(3))).isFalse();

        assertThat(anchors().find(customer)).contains(anchor(2));
    }

    @Test
    void aGapThatSomebodyElseFilledIsNoticed() {
        var bare = anchor(3);
        var gap = new Anchor(customer, 3, bare.hash(), bare.memory(), new Gap(1, 2, Hash.NONE), 0);
        anchors().move(null, gap);
        assertThat(anchors().move(gap, gap.withoutGap())).isTrue();

        assertThat(anchors().move(gap, anchor(4))).isFalse();
        assertThat(anchors().move(bare, anchor(4))).isTrue();
    }
}
