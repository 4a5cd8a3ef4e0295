package org.supportpin.domain.testing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.audit.FoundViolation;
import org.supportpin.domain.audit.Violations;

/** Violations in memory. */
public final class InMemoryViolations implements Violations {

    private static final Comparator<FoundViolation> NEWEST_FIRST = Comparator.comparing(FoundViolation::detectedAt)
            .thenComparing(FoundViolation::id)
            .reversed();

    private final Map<String, FoundViolation> all = new HashMap<>();

    @Override
    public synchronized Optional<FoundViolation> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public synchronized boolean write(FoundViolation next) {
        var stored = all.get(next.id());
        if ((stored == null ? 0 : stored.version()) != next.version() - 1) {
            return next.equals(stored);
        }
        all.put(next.id(), next);
        return true;
    }

    @Override
    public synchronized Page open(@Nullable String from, int limit) {
        var rest = all.values().stream()
                .filter(FoundViolation::isOpen)
                .sorted(NEWEST_FIRST)
                .dropWhile(each -> from != null && !each.id().equals(from))
                .toList();
        if (from != null && rest.isEmpty()) {
            throw new IllegalArgumentException("no page begins there");
        }
        return new Page(
                rest.subList(0, Math.min(limit, rest.size())),
                rest.size() > limit ? rest.get(limit).id() : null);
    }

    /** All that are open, newest first. */
    public List<FoundViolation> open() {
        return open(null, 10_000).violations();
    }
}
