package org.supportpin.domain.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import org.supportpin.domain.pin.SecretBytes;

/**
 * Makes one root a day over all ledgers, so that nobody can show two histories. The first run of a day that goes through the whole
 * table makes it; if it cannot be signed, the next run does (docs/adr/0035).
 */
public final class DailyRoots {

    /** So much later, nothing of the day before is still being written: clocks differ, and a ledger's time may run ahead. */
    static final Duration SETTLED = Duration.ofMinutes(5);

    /** Of a sweep, as the state machine plans it. */
    public static final int SEGMENTS = 8;

    private static final int BATCH = 100;

    private final Roots roots;
    private final Function<DailyRoot, String> signing;

    /**
     * Creates the use case.
     *
     * @param signing signs the statement; throws {@link KeysUnavailable} if it cannot
     */
    public DailyRoots(Roots roots, Function<DailyRoot, String> signing) {
        this.roots = roots;
        this.signing = signing;
    }

    /** What became of a run's root. */
    public sealed interface Outcome {

        /** The day has a root, or it is too early for one. */
        record NotDue() implements Outcome {}

        /** It is signed and kept. */
        record Kept(DailyRoot root) implements Outcome {}

        /** It could not be signed. The next run tries again. */
        record NotSigned(KeysUnavailable reason) implements Outcome {}
    }

    /** Takes the ledgers that a part of a run goes through. */
    interface Part extends AutoCloseable {

        /** Takes a ledger, by what is newest in it. */
        void take(LedgerHead head);

        /** Saves what was taken. Nothing follows. */
        void end();

        @Override
        void close();
    }

    /** Begins a part of a run. If no root is due, it takes nothing. */
    Part begin(SegmentProgress part, AuditStore store) {
        var day = DailyRoot.day(part.startedAt());
        return isDue(part.startedAt(), day) ? new Collecting(part, store, day) : new Nothing();
    }

    /**
     * Makes the root of today, if a sweep has gone through everything today and could not sign it.
     *
     * @param sweep asks when the newest sweep that ended had started
     */
    Outcome again(Instant now, Supplier<Optional<Instant>> sweep) {
        var day = DailyRoot.day(now);
        return isDue(now, day)
                ? sweep.get()
                        .filter(startedAt -> DailyRoot.day(startedAt).equals(day))
                        .map(startedAt -> complete(startedAt, SEGMENTS))
                        .orElseGet(Outcome.NotDue::new)
                : new Outcome.NotDue();
    }

    private boolean isDue(Instant startedAt, LocalDate day) {
        return !startedAt.isBefore(DailyRoot.start(day).plus(SETTLED)) && !roots.isKept(day);
    }

    /** Makes the root, after all parts of a run have ended. */
    public Outcome complete(Instant startedAt, int segments) {
        var day = DailyRoot.day(startedAt);
        if (!isDue(startedAt, day)) {
            return new Outcome.NotDue();
        }
        var tree = new MerkleTree(roots.collected(startedAt, segments));
        var root = new DailyRoot(day, tree.size(), tree.root());
        try {
            roots.keep(new DailyRoot.Signed(day, signing.apply(root)));
            return new Outcome.Kept(root);
        } catch (KeysUnavailable e) {
            return new Outcome.NotSigned(e);
        }
    }

    /** No root is due. */
    private static final class Nothing implements Part {
        @Override
        public void take(LedgerHead head) {}

        @Override
        public void end() {}

        @Override
        public void close() {}
    }

    private final class Collecting implements Part {

        private final SegmentProgress part;
        private final AuditStore store;
        private final LocalDate day;
        private final Instant start;
        private final List<byte[]> leaves = new ArrayList<>();
        private @Nullable SecretBytes secret;

        Collecting(SegmentProgress part, AuditStore store, LocalDate day) {
            this.part = part;
            this.store = store;
            this.day = day;
            this.start = DailyRoot.start(day);
        }

        @Override
        public void take(LedgerHead head) {
            var newest = before(head);
            if (newest != null) {
                leaves.add(leaf(secret(), head.customer(), newest));
            }
        }

        private SecretBytes secret() {
            if (secret == null) {
                secret = roots.secret(day);
            }
            return secret;
        }

        /** The newest entry that was there when the day began; null if there was none. */
        private @Nullable StoredEntry before(LedgerHead head) {
            var at = head.newest();
            while (at != null && !isBefore(at)) {
                var earlier =
                        store.entries(head.customer(), at.place() - 1, BATCH).reversed();
                at = earlier.stream()
                        .filter(this::isBefore)
                        .findFirst()
                        .orElse(earlier.isEmpty() ? null : earlier.getLast());
            }
            return at;
        }

        private boolean isBefore(StoredEntry stored) {
            var entry = stored.entry();
            return entry != null && entry.at().isBefore(start);
        }

        @Override
        public void end() {
            if (!leaves.isEmpty()) {
                roots.collect(part.startedAt(), part.segment(), leaves);
            }
        }

        @Override
        public void close() {
            if (secret != null) {
                secret.close();
            }
        }
    }

    /** HMAC of the customer's ID (32 bytes), sequence (8), and hash of the entry (32). */
    static byte[] leaf(SecretBytes secret, CustomerId customer, StoredEntry newest) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.insecureAccess(), "HmacSHA256"));
            var mark = mac.doFinal(customer.value().getBytes(StandardCharsets.UTF_8));
            var hash = newest.actual().bytes();
            return MerkleTree.leaf(ByteBuffer.allocate(mark.length + Long.BYTES + hash.length)
                    .put(mark)
                    .putLong(newest.place())
                    .put(hash)
                    .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC", e);
        }
    }
}
