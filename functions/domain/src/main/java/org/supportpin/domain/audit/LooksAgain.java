package org.supportpin.domain.audit;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.identity.CustomerId;

/**
 * Reads again what is suspicious. A query is not a snapshot of several items: an active customer may be read inconsistently more than
 * once, so a violation is what each of {@value #LOOKS} looks shows.
 *
 * @param isEnough whether the part must end; a look then goes on in the next part
 */
record LooksAgain(AuditStore store, LedgerAudit rules, BooleanSupplier isEnough) {

    private static final int LOOKS = 3;

    /** One look at a ledger, fed by the store. */
    private record Reading(LedgerLook look, BooleanSupplier enough) implements AuditStore.Items {
        @Override
        public void entry(StoredEntry entry) {
            look.entry(entry);
        }

        @Override
        public void secret(StoredSecret secret) {
            look.secret(secret);
        }

        @Override
        public void unknown() {
            look.unknown();
        }

        @Override
        public boolean isEnough() {
            return enough.getAsBoolean();
        }
    }

    /**
     * Goes through the looks at one ledger.
     *
     * @param judged takes the last look at the ledger, with the violations that all looks show
     * @return where the next part goes on; null after the last look
     */
    @Nullable LedgerProgress at(LedgerProgress from, BiConsumer<LedgerLook, Findings> judged) {
        for (var at = from; ; ) {
            var look = resumed(at);
            var next = store.read(at.customer(), at.next(), new Reading(look, isEnough));
            if (next.isPresent()) {
                return look.progress(at, next.get());
            }
            var found = at.look() == 1 ? look.end() : at.confirmed().alsoIn(look.end());
            if (found.isEmpty() || at.look() == LOOKS) {
                judged.accept(look, found);
                return null;
            }
            at = LedgerProgress.look(at.customer(), at.look() + 1, found);
        }
    }

    /** A look that goes on where it stopped, or begins. */
    LedgerLook resumed(LedgerProgress at) {
        var customer = at.customer();
        var look = rules.look(customer, place -> elsewhere(customer, place));
        if (at.look() == 0 || at.next() != null) {
            look.goOn(
                    at.place() > 0 ? store.entries(customer, at.place(), LedgerAudit.RUN_UP) : List.of(),
                    store.secret(customer).orElse(null),
                    at.found());
        }
        return look;
    }

    private @Nullable StoredEntry elsewhere(CustomerId customer, long place) {
        return store.entries(customer, place, 1).stream()
                .filter(each -> each.place() == place)
                .findFirst()
                .orElse(null);
    }

    /** The violations that appear in each of several looks. */
    Findings confirmed(Supplier<Findings> look) {
        var found = look.get();
        for (int looks = 1; looks < LOOKS && !found.isEmpty(); looks++) {
            found = found.alsoIn(look.get());
        }
        return found;
    }
}
