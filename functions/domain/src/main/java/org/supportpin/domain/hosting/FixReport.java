package org.supportpin.domain.hosting;

/** A fix that is done. */
public record FixReport(PackageId packageId, Fix fix, FixState before, FixState after) {}
