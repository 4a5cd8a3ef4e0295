package org.supportpin.domain.action;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.check.WireName;

/**
 * The gates that still stand before an action. The last one that opens releases it; until then anyone may stop it. A gate that is
 * not opened in its time ends the action, but for the hold, which its time opens.
 *
 * @param shut at least one, in the order of {@link Gate}, none twice
 * @param consentBy how the customer gets the code; also for an action without the gate {@code consent}, whose hold the code opens
 * @param isAfterSms whether the caller was verified by a PIN sent by SMS, which the customer's own rules may hold against it later
 * @param tries how many wrong codes it still survives, the next one included
 */
public record Gates(List<Shut> shut, ConsentBy consentBy, boolean isAfterSms, int tries) {

    /**
     * A gate that is shut.
     *
     * @param until when the hold ends; for any other gate, until when it may be opened
     */
    public record Shut(Gate gate, Instant until) {}

    /** How the customer's code gets from one side to the other. */
    public enum ConsentBy implements WireName {
        /** The agent reads it out, and the customer types it in the panel, beside the values. */
        PANEL,
        /** It comes by SMS with the values, and the customer says it to the agent. */
        SMS
    }

    public Gates {
        shut = List.copyOf(shut);
        if (shut.isEmpty()) {
            throw new IllegalArgumentException("an action without gates does not wait");
        }
    }

    public Set<Gate> names() {
        return shut.stream().map(Shut::gate).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether this gate is still shut. */
    public boolean has(Gate gate) {
        return until(gate).isPresent();
    }

    private Optional<Instant> until(Gate gate) {
        return shut.stream()
                .filter(each -> each.gate() == gate)
                .map(Shut::until)
                .findFirst();
    }

    /** Whether the customer gets the code by SMS. */
    public boolean isConsentSent() {
        return has(Gate.CONSENT) && consentBy == ConsentBy.SMS;
    }

    /** When something happens by itself: the action ends, or the last gate, a hold, opens. */
    public Instant until() {
        return deadline().or(() -> until(Gate.HOLD)).orElseThrow();
    }

    /** By when someone must open a gate; empty if only the hold is left. */
    private Optional<Instant> deadline() {
        return shut.stream()
                .filter(each -> each.gate() != Gate.HOLD)
                .map(Shut::until)
                .min(Instant::compareTo);
    }

    /** Whether the action's time is over: a gate was not opened in time. */
    public boolean isOver(Instant now) {
        return deadline().filter(end -> !now.isBefore(end)).isPresent();
    }

    /** Whether nothing but time stood before the action, and it has passed. */
    public boolean isReleased(Instant now) {
        return deadline().isEmpty() && !now.isBefore(until());
    }

    /**
     * The gates that are left when some open.
     *
     * @return null if none is
     */
    public @Nullable Gates without(Collection<Gate> opened) {
        var left = shut.stream().filter(each -> !opened.contains(each.gate())).toList();
        return left.isEmpty() ? null : new Gates(left, consentBy, isAfterSms, tries);
    }

    /** After a wrong code. */
    public Gates withWrongCode() {
        return new Gates(shut, consentBy, isAfterSms, tries - 1);
    }
}
