package org.supportpin.domain.audit;

import java.time.Duration;

/**
 * What should be done by now, and is not.
 *
 * @param watch how long ago the watch last kept up; zero if it does
 * @param actions how many actions have waited an hour longer than they should, of at most {@value RotationAudit#MOST}
 * @param notices how many notices have, of as many
 * @param violations how many violations nobody has resolved, of as many; those of this run are among them
 */
public record Backlog(Duration watch, long actions, long notices, long violations) {

    /** How much of it stands still: actions and notices. */
    public long overdue() {
        return actions + notices;
    }
}
