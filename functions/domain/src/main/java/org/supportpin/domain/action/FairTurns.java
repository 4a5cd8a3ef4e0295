package org.supportpin.domain.action;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.supportpin.domain.deadline.Deadline;

/**
 * Divides one run of recovery among the systems behind the actions, so that a system that does not answer delays only the actions that
 * need it:
 *
 * <ul>
 *   <li>Each system has an equal share of the run's time, and its actions get no turn once half of that is used: no turn is too short.
 *   <li>A system that did not answer gets no further turn in the run; that one action was the probe.
 *   <li>If an action needs two systems and is not answered, which one is silent is unknown. Each of them is asked once more, alone.
 * </ul>
 *
 * An action without a turn is put back untouched, and has its turn in the next run.
 */
public final class FairTurns {

    private enum Standing {
        UNKNOWN,
        WELL,
        DOUBTED,
        SILENT
    }

    private final Deadline run;
    private final Duration share;
    private final Map<BackOfficeSystem, Standing> standings = new EnumMap<>(BackOfficeSystem.class);
    private final Map<BackOfficeSystem, Duration> used = new EnumMap<>(BackOfficeSystem.class);

    /** @param run when the run must be over */
    public FairTurns(Deadline run) {
        this.run = run;
        this.share = run.left().dividedBy(BackOfficeSystem.values().length);
    }

    /**
     * One action's turn.
     *
     * @param deadline when it must be over
     * @param left the run's time at its start
     */
    public record Turn(Set<BackOfficeSystem> needed, Deadline deadline, Duration left) {}

    /** Whether no action gets a turn any more. */
    public boolean isOver() {
        return run.isOver() || run.left().compareTo(leastTurn()) < 0;
    }

    private Duration leastTurn() {
        return share.dividedBy(2);
    }

    /** The turn of an action that needs these systems; empty if it has none in this run. */
    public Optional<Turn> next(Set<BackOfficeSystem> needed) {
        var most = needed.stream()
                .map(system -> share.minus(used.getOrDefault(system, Duration.ZERO)))
                .reduce(share, (one, other) -> one.compareTo(other) <= 0 ? one : other);
        return !isOver() && mayAsk(needed) && most.compareTo(leastTurn()) >= 0
                ? Optional.of(new Turn(needed, run.within(most), run.left()))
                : Optional.empty();
    }

    /** Notes what came of a turn. */
    public void ended(Turn turn, boolean isAnswered) {
        var took = turn.left().minus(run.left());
        turn.needed().forEach(system -> used.merge(system, took, Duration::plus));
        if (isAnswered) {
            turn.needed().forEach(system -> standings.put(system, Standing.WELL));
        } else {
            suspect(turn.needed());
        }
    }

    private boolean mayAsk(Set<BackOfficeSystem> needed) {
        var doubted = with(Standing.DOUBTED, needed);
        return with(Standing.SILENT, needed).isEmpty()
                && (doubted.isEmpty() || with(Standing.WELL, needed).size() == needed.size() - 1);
    }

    /** The system that has not answered yet is the silent one; if all have, or more than one has not, nobody knows. */
    private void suspect(Set<BackOfficeSystem> needed) {
        var suspects = EnumSet.noneOf(BackOfficeSystem.class);
        suspects.addAll(needed);
        suspects.removeAll(with(Standing.WELL, needed));
        if (suspects.isEmpty()) {
            suspects.addAll(needed);
        }
        var standing = suspects.size() == 1 ? Standing.SILENT : Standing.DOUBTED;
        suspects.forEach(system -> standings.put(system, standing));
    }

    private Set<BackOfficeSystem> with(Standing standing, Set<BackOfficeSystem> among) {
        var found = EnumSet.noneOf(BackOfficeSystem.class);
        among.stream()
                .filter(system -> standings.getOrDefault(system, Standing.UNKNOWN) == standing)
                .forEach(found::add);
        return found;
    }
}
