package org.supportpin.functions.aws;

import java.util.Optional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.supportpin.domain.customer.CompanionWrite;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Entry.Recorded;
import org.supportpin.domain.customer.Ledger;
import org.supportpin.domain.customer.Snapshot;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.identity.CustomerId;

/**
 * Ledgers of customers that there are not. Each call goes to the real ledger first, whose reads find nothing and whose writes are
 * held back ({@link ReadsOnly}); what is told comes from memory, through the same texts and items as from the table.
 */
public final class RehearsedLedger implements Ledger {

    /** What is remembered, whoever asks: a function has several ledgers. */
    public static final class Memory {
        private final Map<CustomerId, List<Entry>> entries = new HashMap<>();
        private final Map<CustomerId, StoredSecret> secrets = new HashMap<>();

        /** A ledger of this memory alone, which asks nobody. */
        public Ledger ledger() {
            return new Remembered(this);
        }

        private synchronized Optional<Recorded> append(Entry entry, List<CompanionWrite> alongside) {
            entries.computeIfAbsent(entry.customer(), _ -> new ArrayList<>()).add(entry);
            alongside.forEach(each -> {
                if (each instanceof CompanionWrite.SecretWritten(var secret)) {
                    secrets.put(entry.customer(), secret);
                }
            });
            return Optional.of(recorded(entry));
        }

        private synchronized Snapshot read(CustomerId customer) {
            var all = entries.getOrDefault(customer, List.of());
            var secret = secrets.get(customer);
            return new Snapshot(
                    customer,
                    all.isEmpty() ? null : recorded(all.getLast()),
                    secret == null ? null : SecretItem.read(SecretItem.write(customer, secret)));
        }

        private synchronized List<Recorded> history(CustomerId customer, long below, int limit) {
            return entries.getOrDefault(customer, List.of()).reversed().stream()
                    .filter(each -> each.sequence() < below)
                    .limit(limit)
                    .map(Memory::recorded)
                    .toList();
        }

        private static Recorded recorded(Entry entry) {
            var body = EntryJson.write(entry);
            return new Recorded(EntryJson.read(body), EntryJson.hash(body));
        }
    }

    private record Remembered(Memory memory) implements Ledger {

        @Override
        public Snapshot read(CustomerId customer) {
            return memory.read(customer);
        }

        @Override
        public Optional<Recorded> append(Entry entry, List<CompanionWrite> alongside) {
            return memory.append(entry, alongside);
        }

        @Override
        public List<Recorded> history(CustomerId customer, long below, int limit) {
            return memory.history(customer, below, limit);
        }
    }

    private final Ledger real;
    private final Memory memory;

    public RehearsedLedger(Ledger real, Memory memory) {
        this.real = real;
        this.memory = memory;
    }

    @Override
    public Snapshot read(CustomerId customer) {
        real.read(customer);
        return memory.read(customer);
    }

    @Override
    public Optional<Recorded> append(Entry entry, List<CompanionWrite> alongside) {
        ReadsOnly.notSent(() -> real.append(entry, alongside));
        return memory.append(entry, alongside);
    }

    @Override
    public List<Recorded> history(CustomerId customer, long below, int limit) {
        real.history(customer, below, limit);
        return memory.history(customer, below, limit);
    }
}
