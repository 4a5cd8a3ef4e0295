package org.supportpin.domain.audit;

import java.time.Instant;

/** What one run of the audit found. */
public record RotationReport(Instant startedAt, Instant finishedAt, AuditTotals tally) {}
