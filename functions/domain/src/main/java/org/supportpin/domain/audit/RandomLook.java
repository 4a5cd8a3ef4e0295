package org.supportpin.domain.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import org.supportpin.domain.customer.Secrets;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;

/**
 * Looks at some customers at random: whether their keys are current and open, their PIN changes, and their open actions are stored. Each
 * costs the same, however long the table and its ledgers are.
 */
final class RandomLook {

    private final AuditStore store;
    private final LedgerAudit rules;
    private final LooksAgain looks;
    private final ActionCheck actions;
    private final SampleCheck sample;
    private final Deadline until;
    private final Instant run;
    private final int size;

    /**
     * @param run when the run started; so nobody can choose an ID that is never drawn
     * @param size how many places are drawn. Some customers may lie behind two of them, and behind some places lies none
     */
    RandomLook(AuditStore store, LedgerAudit rules, Secrets secrets, Deadline until, Instant run, int size) {
        // Whoever is drawn is looked at.
        var all = new Sample(run, size, 0);
        this.store = store;
        this.rules = rules;
        this.looks = new LooksAgain(store, rules, until::isOver);
        this.actions = new ActionCheck(store, all, run);
        this.sample = new SampleCheck(rules.secrets(), secrets, all);
        this.until = until;
        this.run = run;
        this.size = size;
    }

    AuditTotals look() {
        var seen = new HashSet<CustomerId>();
        var tally = AuditTotals.NONE;
        for (int draw = 0; draw < size && !until.isOver(); draw++) {
            var customer = store.near(place(draw)).filter(seen::add).orElse(null);
            if (customer != null) {
                tally = tally.withLedger(false).withViolations(judge(customer));
            }
        }
        return tally.plus(sample.finish());
    }

    private String place(int draw) {
        return Hash.of((run + "\n" + draw).getBytes(StandardCharsets.UTF_8)).hex();
    }

    private Findings judge(CustomerId customer) {
        var head = store.head(customer, false);
        var found = rules.secrets().look(head).isEmpty()
                ? Findings.NONE
                : looks.confirmed(() -> Findings.of(rules.secrets().look(store.head(customer, true))));
        return found.and(missing(head)).and(sample.open(head));
    }

    private Findings missing(LedgerHead head) {
        return head.hasOpenActions()
                ? looks.confirmed(() -> Findings.of(actions.missing(head.customer())))
                : Findings.NONE;
    }
}
