package org.supportpin.domain.billing;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.supportpin.domain.action.StoreUnavailable;

/** {@link OrderMailLog} in memory. It can be made to fail. */
public final class FakeOrderMailLog implements OrderMailLog {

    private final ConcurrentMap<OrderId, OrderMails> kept = new ConcurrentHashMap<>();

    public volatile boolean down;

    @Override
    public OrderMails of(OrderId order) {
        if (down) {
            throw new StoreUnavailable("down", new IllegalStateException());
        }
        return kept.getOrDefault(order, OrderMails.none(order));
    }

    @Override
    public boolean write(OrderMails next) {
        var written = new boolean[1];
        kept.compute(next.order(), (order, before) -> {
            written[0] = (before == null ? 0 : before.version()) == next.version() - 1;
            return written[0] ? next : before;
        });
        return written[0];
    }
}
