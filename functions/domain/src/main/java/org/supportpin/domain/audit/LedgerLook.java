package org.supportpin.domain.audit;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.identity.CustomerId;

/** One look at a ledger, item by item: it remembers the newest entry, the secret and the first violations. */
public final class LedgerLook {

    private final CustomerId customer;
    private final SecretCheck secrets;
    private final Chain chain;
    private final Replay replay;
    private Findings found = Findings.NONE;
    private @Nullable StoredEntry newest;
    private @Nullable StoredSecret secret;

    LedgerLook(CustomerId customer, LedgerAudit rules, LongFunction<@Nullable StoredEntry> elsewhere) {
        this.customer = customer;
        this.secrets = rules.secrets();
        Consumer<Violation> tell = this::tell;
        chain = new Chain(customer, 1, place -> found.isFull() ? null : elsewhere.apply(place), tell);
        replay = new Replay(customer, rules.limits(), rules.since(), tell);
    }

    /**
     * Goes on where an earlier look stopped.
     *
     * @param runUp the entries judged last, ascending
     * @param soFar what was found up to there
     */
    void goOn(List<StoredEntry> runUp, @Nullable StoredSecret seen, Findings soFar) {
        runUp.forEach(this::entry);
        secret = seen;
        found = soFar;
    }

    public void entry(StoredEntry entry) {
        chain.next(entry);
        replay.next(entry);
        newest = entry;
    }

    public void secret(StoredSecret stored) {
        secret = stored;
    }

    /** An item that is neither entry nor secret, or a secret that cannot be read. */
    public void unknown() {
        tell(new Violation(Kind.ITEM_UNKNOWN, customer, 0));
    }

    /** The violations; empty if there are none. Nothing follows. */
    public Findings end() {
        chain.end();
        secrets.look(head()).forEach(this::tell);
        return found;
    }

    /** Where the scan goes on in the next part. */
    LedgerProgress progress() {
        return progress(LedgerProgress.look(customer, 0, Findings.NONE), null);
    }

    /** Where a look goes on in the next part. */
    LedgerProgress progress(LedgerProgress look, @Nullable String next) {
        return new LedgerProgress(
                customer, look.look(), next, newest == null ? 0 : newest.place(), found, look.confirmed());
    }

    /** What was newest so far. */
    LedgerHead head() {
        return new LedgerHead(customer, newest, secret);
    }

    /** Where the watch may go on, if nothing was found; null if there is no entry. */
    @Nullable Anchor anchor() {
        var memory = replay.memory();
        return newest == null || memory == null ? null : new Anchor(customer, newest.place(), newest.actual(), memory);
    }

    private void tell(Violation violation) {
        found = found.and(violation);
    }
}
