package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.CallNotes.Deed;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.pin.PinKey;

/**
 * What the panel shows of calls, in clear.
 *
 * @param running the calls that run, newest first
 * @param announcement the call that is announced; null if there is none
 * @param request the typed verification that is asked for; null if there is none
 */
public record CallsShown(
        List<Running> running,
        @Nullable Announced announcement,
        @Nullable Asked request) {

    public CallsShown {
        running = List.copyOf(running);
    }

    /** Who calls; the name is null if the agent's token had none. */
    public record Agent(AgentId id, @Nullable String name) {}

    /** A verification that runs. */
    public record Running(
            Agent agent, Verification.PinSource source, Instant since, Instant expiresAt, List<Deed> deeds) {}

    /** A call that is announced; the object is null if it is about nothing in particular. */
    public record Announced(
            Agent agent, CallReason reason, @Nullable String object, Instant since, Instant until) {}

    /** A typed verification that is asked for. */
    public record Asked(Agent agent, Instant since, Instant expiresAt, int attemptsLeft) {}

    /** The label under which the object of an announced call is sealed, after its key. */
    static final String OBJECT = "/object";

    /** @throws org.supportpin.domain.pin.DataKeys.SecretDoesNotOpen if something was altered */
    static CallsShown of(Customer customer, PinKey pins, Instant now) {
        return new CallsShown(
                customer.running(now).stream().map(each -> of(each, pins)).toList(),
                customer.calls().announcement(now).map(each -> of(each, pins)).orElse(null),
                customer.calls().request(now).map(each -> of(each, pins)).orElse(null));
    }

    /** One verification that runs. */
    static Running of(Verification each, PinKey pins) {
        return new Running(
                new Agent(
                        each.agent(),
                        CallMark.name(pins, each.key(), each.notes().agentName())),
                each.source(),
                each.verifiedAt(),
                each.expiresAt(),
                each.notes().deeds());
    }

    private static Announced of(Calls.Announcement each, PinKey pins) {
        return new Announced(
                new Agent(each.agent(), CallMark.name(pins, each.key(), each.agentName())),
                each.reason(),
                Optional.ofNullable(each.object())
                        .map(text -> pins.openShown(each.key() + OBJECT, text))
                        .orElse(null),
                each.since(),
                each.until());
    }

    private static Asked of(Calls.Request each, PinKey pins) {
        return new Asked(
                new Agent(each.agent(), CallMark.name(pins, each.key(), each.agentName())),
                each.since(),
                each.expiresAt(),
                each.attemptsLeft());
    }
}
