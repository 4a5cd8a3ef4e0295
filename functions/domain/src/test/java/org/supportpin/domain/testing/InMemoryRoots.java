package org.supportpin.domain.testing;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.supportpin.domain.audit.DailyRoot;
import org.supportpin.domain.audit.DailyRoots;
import org.supportpin.domain.audit.Roots;
import org.supportpin.domain.pin.SecretBytes;

/** The roots in memory. */
public class InMemoryRoots implements Roots {

    private final TreeMap<LocalDate, DailyRoot.Signed> roots = new TreeMap<>();
    private final Map<LocalDate, byte[]> secrets = new HashMap<>();
    private final Map<String, List<byte[]>> leaves = new HashMap<>();
    private final SecureRandom random = new SecureRandom();

    /** The use case over roots of its own, which are signed by no key. */
    public static DailyRoots unsigned() {
        return new DailyRoots(new InMemoryRoots(), DailyRoot::toString);
    }

    @Override
    public synchronized boolean isKept(LocalDate day) {
        return roots.containsKey(day);
    }

    @Override
    public synchronized SecretBytes secret(LocalDate day) {
        return new SecretBytes(secrets.computeIfAbsent(day, _ -> {
                    var made = new byte[32];
                    random.nextBytes(made);
                    return made;
                })
                .clone());
    }

    @Override
    public synchronized void collect(Instant run, int segment, List<byte[]> more) {
        leaves.computeIfAbsent(run + " " + segment, _ -> new ArrayList<>()).addAll(more);
    }

    @Override
    public synchronized List<byte[]> collected(Instant run, int segments) {
        var all = new ArrayList<byte[]>();
        for (int segment = 0; segment < segments; segment++) {
            all.addAll(leaves.getOrDefault(run + " " + segment, List.of()));
        }
        return all;
    }

    @Override
    public synchronized void keep(DailyRoot.Signed root) {
        roots.putIfAbsent(root.day(), root);
    }

    @Override
    public synchronized List<DailyRoot.Signed> list(LocalDate before, int limit) {
        return roots.headMap(before, false).descendingMap().values().stream()
                .limit(limit)
                .toList();
    }
}
