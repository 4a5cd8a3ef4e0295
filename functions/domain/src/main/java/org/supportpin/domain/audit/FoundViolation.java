package org.supportpin.domain.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.Hash;

/**
 * A violation that was found, and what became of it. However often it is found, it is one.
 *
 * @param detectedAt when it was first found, or found again after its resolution
 * @param by who found it first
 * @param resolution null while it is open
 * @param version 1, 2 …; grows with each change
 */
public record FoundViolation(
        Violation violation,
        Instant detectedAt,
        Finder by,
        @Nullable Resolution resolution,
        long version) {

    /** How many hexadecimal digits of a hash are an ID. */
    public static final int ID_LENGTH = 32;

    /** Who finds violations. */
    public enum Finder implements WireName {
        /** Within seconds, in the table's stream. */
        WATCH,
        /** The half-hourly audit of what the stream cannot show. */
        AUDIT,
        /** The daily look at everything. */
        SWEEP
    }

    /**
     * An operator has dealt with it.
     *
     * @param by who
     * @param note what was done, in the operator's words
     */
    public record Resolution(AgentId by, String note, Instant at) {}

    /** A violation found for the first time. */
    public static FoundViolation first(Violation violation, Instant detectedAt, Finder by) {
        return new FoundViolation(violation, detectedAt, by, null, 1);
    }

    /** The same for the same violation, whoever finds it: {@value #ID_LENGTH} hexadecimal digits. */
    public static String id(Violation violation) {
        var customer = violation.customer();
        var parts = Stream.of(
                        violation.kind().text(),
                        customer == null ? "" : customer.value(),
                        Long.toString(violation.sequence()),
                        violation.item() == null ? "" : violation.item())
                .map(each -> each.length() + ":" + each)
                .collect(Collectors.joining());
        return Hash.of(parts.getBytes(StandardCharsets.UTF_8)).hex().substring(0, ID_LENGTH);
    }

    public String id() {
        return id(violation);
    }

    public boolean isOpen() {
        return resolution == null;
    }

    /** The same violation, resolved. */
    public FoundViolation resolved(Resolution how) {
        return new FoundViolation(violation, detectedAt, by, how, version + 1);
    }

    /** The same violation, open again, because it was done once more after its resolution. */
    public FoundViolation again(Instant when, Finder finder) {
        return new FoundViolation(violation, when, finder, null, version + 1);
    }
}
