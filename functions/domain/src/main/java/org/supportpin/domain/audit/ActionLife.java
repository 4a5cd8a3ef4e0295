package org.supportpin.domain.audit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.ActionRecord.End;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.audit.Change.ActionWritten;
import org.supportpin.domain.audit.Change.Removal;
import org.supportpin.domain.audit.Violation.Kind;

/**
 * How the service changes a stored action: what was accepted never changes; it waits, is sent, is sent again, ends once, and goes when
 * the table removes it. Whether its ledger accepted it, the rotation audit asks, and whoever carries it out.
 */
final class ActionLife {

    private ActionLife() {}

    /** What a change breaks; empty if the service may have made it. */
    static Optional<Violation> judge(ActionWritten change) {
        return kind(change).map(each -> violation(each, change));
    }

    private static Violation violation(Kind kind, ActionWritten change) {
        var known = known(change.before());
        var action = known == null ? known(change.after()) : known;
        return action == null
                ? new Violation(kind, null, 0, change.id().value())
                : new Violation(
                        kind,
                        action.customer(),
                        action.entries().accepted(),
                        change.id().value());
    }

    private static @Nullable ActionRecord known(@Nullable StoredAction stored) {
        return stored == null ? null : stored.action();
    }

    private static Optional<Kind> kind(ActionWritten change) {
        var before = change.before();
        var stored = change.after();
        if (stored == null) {
            return isOver(before) && change.removal() == Removal.BY_EXPIRY
                    ? Optional.empty()
                    : Optional.of(Kind.ACTION_REMOVED);
        }
        var after = stored.action();
        if (after == null || !stored.isExact()) {
            return Optional.of(Kind.ACTION_CHANGED);
        }
        if (before == null) {
            return after.version() == 1 && after.end() == null
                    ? Optional.empty()
                    : Optional.of(Kind.ACTION_NOT_ACCEPTED);
        }
        var earlier = before.action();
        return earlier != null && before.isExact() && isNext(earlier, after)
                ? Optional.empty()
                : Optional.of(Kind.ACTION_CHANGED);
    }

    private static boolean isOver(@Nullable StoredAction before) {
        var action = known(before);
        return action != null && action.end() != null;
    }

    private static boolean isNext(ActionRecord before, ActionRecord after) {
        return (before.end() == null ? isLiving(before, after) : isSettled(before, after))
                && before.hashes().equals(after.hashes())
                && before.entries().accepted() == after.entries().accepted();
    }

    private static boolean isLiving(ActionRecord before, ActionRecord after) {
        return after.version() == before.version() + 1
                ? isSentOnward(before, after)
                : isOnlyMoved(before, after) || isSetAside(before, after);
    }

    /** By an operator, once. */
    private static boolean isSettled(ActionRecord before, ActionRecord after) {
        var end = after.end();
        return before.needsHuman()
                && end != null
                && !end.needsHuman()
                && after.version() == before.version() + 1
                && after.entries().ended() > before.entries().ended()
                && after.dispatches().equals(before.dispatches());
    }

    private static boolean isSentOnward(ActionRecord before, ActionRecord after) {
        return after.dispatches().count() >= before.dispatches().count()
                && (before.gates() != null || after.gates() == null)
                && (after.end() == null
                        || after.entries().ended() > before.entries().accepted());
    }

    /** To another place in recovery's queue. */
    private static boolean isOnlyMoved(ActionRecord before, ActionRecord after) {
        return after.equals(before);
    }

    /** By recovery, which writes no version of what no ledger knows. */
    private static boolean isSetAside(ActionRecord before, ActionRecord after) {
        return after.end() instanceof End(var status, var _, var result, var refusal, var needsHuman)
                && status == ActionStatus.FAILED
                && needsHuman
                && result == null
                && refusal == null
                && after.entries().ended() == 0
                && after.version() == before.version();
    }
}
