package org.supportpin.domain.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.audit.Anchor;
import org.supportpin.domain.audit.Anchors;
import org.supportpin.domain.audit.Gap;
import org.supportpin.domain.identity.CustomerId;

/** Anchors in memory. */
public final class InMemoryAnchors implements Anchors {

    private final Map<CustomerId, Anchor> anchors = new HashMap<>();

    @Override
    public synchronized Map<CustomerId, Anchor> recent(Set<CustomerId> customers) {
        return anchors.entrySet().stream()
                .filter(each -> customers.contains(each.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public synchronized Optional<Anchor> find(CustomerId customer) {
        return Optional.ofNullable(anchors.get(customer));
    }

    @Override
    public synchronized boolean move(@Nullable Anchor before, Anchor next) {
        var stored = anchors.get(next.customer());
        if (!Objects.equals(stored, before)) {
            return next.equals(stored);
        }
        anchors.put(next.customer(), next);
        return true;
    }

    /** As an audit of the whole ledger moves it. */
    synchronized Optional<Gap> audited(Anchor anchor) {
        var old = anchors.get(anchor.customer());
        var fills = old != null && old.sequence() == anchor.sequence() && old.gap() != null;
        if (old == null || old.sequence() < anchor.sequence() || fills) {
            anchors.put(anchor.customer(), anchor);
            return Optional.ofNullable(old).map(Anchor::gap);
        }
        return Optional.empty();
    }
}
