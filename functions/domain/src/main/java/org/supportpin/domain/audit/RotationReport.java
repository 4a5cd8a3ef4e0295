package org.supportpin.domain.audit;

import java.time.Instant;

/** The result of one run of the audit. */
public record RotationReport(Instant startedAt, Instant finishedAt, AuditTotals tally) {}
