package org.supportpin.domain.audit;

import java.util.ArrayList;
import java.util.List;
import org.supportpin.domain.customer.Secrets;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;

/**
 * Opens the sample's secrets. If the key service does not answer, it is away for all or it refuses this customer's key. The other
 * secrets of the sample tell: if one of them opens and this one, asked again, still does not, it is a violation. If none opens, the
 * sample is postponed to the next run, and all else is judged.
 */
final class SampleCheck {

    /** Each unanswered call takes seconds; after so many, and not one answer, no more are made. */
    private static final int MOST_UNANSWERED = 3;

    private final SecretCheck rules;
    private final Secrets secrets;
    private final Sample sample;
    private final List<LedgerHead> unanswered = new ArrayList<>();
    private int drawn;
    private long opened;
    private long postponed;

    SampleCheck(SecretCheck rules, Secrets secrets, Sample sample) {
        this.rules = rules;
        this.secrets = secrets;
        this.sample = sample;
    }

    /** What opening this ledger's secret shows; empty if it is not in the sample, and if there is no answer yet. */
    Findings open(LedgerHead ledger) {
        if (!isDrawn(ledger) || !rules.look(ledger).isEmpty()) {
            return Findings.NONE;
        }
        drawn++;
        if (opened == 0 && unanswered.size() == MOST_UNANSWERED) {
            postponed++;
            return Findings.NONE;
        }
        try {
            return asked(ledger);
        } catch (KeysUnavailable notYetKnown) {
            unanswered.add(ledger);
            return Findings.NONE;
        }
    }

    /** Never more than the sample's size in one part, whatever the previous run reported. */
    private boolean isDrawn(LedgerHead ledger) {
        return drawn < sample.size() && SecretCheck.isActive(ledger) && sample.has(ledger.customer());
    }

    private Findings asked(LedgerHead ledger) {
        try (var session = secrets.session()) {
            var found = Findings.of(rules.open(ledger, session));
            opened++;
            return found;
        }
    }

    /** The rest of what the sample shows, after the last ledger of the part. */
    AuditTotals finish() {
        var found = Findings.NONE;
        boolean isAway = opened == 0;
        for (var ledger : unanswered) {
            found = found.and(isAway ? postponed() : askedAgain(ledger));
        }
        unanswered.clear();
        return new AuditTotals(0, 0, 0, opened, postponed, 0, found);
    }

    private Findings postponed() {
        postponed++;
        return Findings.NONE;
    }

    private Findings askedAgain(LedgerHead ledger) {
        try {
            return asked(ledger);
        } catch (KeysUnavailable refusedForThisCustomer) {
            return Findings.of(List.of(SecretCheck.unopened(ledger)));
        }
    }
}
