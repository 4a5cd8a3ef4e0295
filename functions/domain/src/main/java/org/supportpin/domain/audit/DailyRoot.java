package org.supportpin.domain.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.supportpin.domain.identity.Hash;

/**
 * What is signed for a day: the root over the newest entry that each ledger had when the day began, in UTC.
 *
 * @param ledgers how many there are, the leaves of the tree
 */
public record DailyRoot(LocalDate day, long ledgers, Hash root) {

    /** When the day begins. */
    static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The day of an instant. */
    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /**
     * A root as it is kept and published.
     *
     * @param statement the signed statement (JWS), never another for the same day
     */
    public record Signed(LocalDate day, String statement) {}
}
