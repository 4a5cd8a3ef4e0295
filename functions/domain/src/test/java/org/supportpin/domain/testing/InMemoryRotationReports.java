package org.supportpin.domain.testing;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.supportpin.domain.audit.RotationReport;
import org.supportpin.domain.audit.RotationReports;

/** The audit's reports in memory. */
public final class InMemoryRotationReports implements RotationReports {

    private final TreeMap<Instant, RotationReport> reports = new TreeMap<>();

    @Override
    public synchronized void keep(RotationReport report) {
        reports.putIfAbsent(report.startedAt(), report);
    }

    @Override
    public synchronized List<RotationReport> list(Instant before, int limit) {
        return reports.headMap(before, false).descendingMap().values().stream()
                .limit(limit)
                .toList();
    }
}
