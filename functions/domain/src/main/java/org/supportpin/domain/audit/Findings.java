package org.supportpin.domain.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Violations, of which the first are named and the rest only counted, so that a ledger full of them needs no more memory.
 *
 * @param first at most {@value #MOST}
 * @param count of all, also those that are not named
 */
public record Findings(List<Violation> first, long count) {

    /** Enough to start with; for more, read the table. */
    public static final int MOST = 50;

    public static final Findings NONE = new Findings(List.of(), 0);

    public Findings {
        first = List.copyOf(first);
        if (first.size() > MOST || count < first.size()) {
            throw new IllegalArgumentException("of " + count + " violations " + first.size() + " are named");
        }
    }

    public static Findings of(List<Violation> found) {
        return new Findings(found.subList(0, Math.min(MOST, found.size())), found.size());
    }

    public boolean isEmpty() {
        return count == 0;
    }

    boolean isFull() {
        return first.size() == MOST;
    }

    Findings and(Violation found) {
        if (isFull()) {
            return new Findings(first, count + 1);
        }
        var all = new ArrayList<>(first);
        all.add(found);
        return new Findings(all, count + 1);
    }

    Findings and(Findings found) {
        return new Findings(
                Stream.concat(first.stream(), found.first.stream()).limit(MOST).toList(), count + found.count);
    }

    /** What both looks show. Beyond those that are named, the smaller number counts. */
    Findings alsoIn(Findings again) {
        var both = first.stream().filter(again.first::contains).toList();
        long beyond = Math.min(count - first.size(), again.count - again.first.size());
        return both.isEmpty() ? NONE : new Findings(both, both.size() + beyond);
    }
}
