package org.supportpin.domain.audit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.audit.Change.Image;
import org.supportpin.domain.audit.Change.Removal;
import org.supportpin.domain.audit.Violation.Kind;

/** How the service changes those of its items that are neither entries nor secrets nor actions (docs/adr/0040). */
public enum ItemLaw {
    /** Reports, signed roots and their secrets, records of who lifted a suspension: written once, and there for good. */
    ONCE(Growth.NONE, false, false),
    /** Leaves of a root: written once, and gone when their time has come. */
    ONCE_FOR_A_WHILE(Growth.NONE, true, false),
    /** Budgets of agents and destinations, mails of an order: each change counts, and the table removes what is over. */
    COUNTED(Growth.BY_ONE, true, false),
    /** Notices of the outbox: each attempt counts, and whoever delivers one removes it. */
    QUEUED(Growth.BY_ONE, true, true),
    /** Handover offers: a later one takes the place of one that is over. */
    REPLACED(Growth.FORWARD, true, false),
    /** Anchors: they never go back, nor away. */
    FORWARD(Growth.NOT_BACK, false, false),
    /** Beats of the rotation audit, and those that the watch has noted: later ones take the place of earlier ones, and none goes away. */
    BEATING(Growth.NOT_BACK, false, false),
    /** Violations: each resolution or return counts, and none goes away. */
    KEPT(Growth.BY_ONE, false, false);

    private enum Growth {
        NONE,
        BY_ONE,
        FORWARD,
        NOT_BACK;

        boolean allows(long before, long after) {
            return switch (this) {
                case NONE -> false;
                case BY_ONE -> after == before + 1;
                case FORWARD -> after > before;
                case NOT_BACK -> after >= before;
            };
        }
    }

    private final Growth growth;
    private final boolean expires;
    private final boolean isTaken;

    ItemLaw(Growth growth, boolean expires, boolean isTaken) {
        this.growth = growth;
        this.expires = expires;
        this.isTaken = isTaken;
    }

    /** What a change breaks; empty if the service may have made it. */
    Optional<Kind> broken(@Nullable Image before, @Nullable Image after, Removal removal) {
        if (after == null) {
            var isLawful = isTaken || (expires && removal == Removal.BY_EXPIRY);
            return isLawful ? Optional.empty() : Optional.of(Kind.ITEM_REMOVED);
        }
        var isLawful = before == null
                ? isBeginning(after)
                : growth.allows(before.version(), after.version())
                        && before.fixed().equals(after.fixed());
        return isLawful ? Optional.empty() : Optional.of(Kind.ITEM_CHANGED);
    }

    /** A count may go on where it was, if the table has removed the item between its reading and its writing. */
    private boolean isBeginning(Image after) {
        return switch (this) {
            case QUEUED, KEPT -> after.version() == 1;
            case COUNTED -> after.version() >= 1;
            default -> true;
        };
    }
}
