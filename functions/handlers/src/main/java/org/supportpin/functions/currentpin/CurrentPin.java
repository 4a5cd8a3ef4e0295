package org.supportpin.functions.currentpin;

import org.supportpin.domain.customer.Secrets;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.supportpin.domain.customer.Activation;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.LedgerCommands;
import org.supportpin.domain.customer.Limits;
import org.supportpin.domain.customer.Snapshot;
import org.supportpin.domain.customer.WrongPinLog;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.pin.PinCounter;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.http.Caller;

/** The PIN of now, for the panel. Looking at it writes nothing. */
public final class CurrentPin {

    private static final int TAG_BYTES = 12;

    private final LedgerCommands desk;
    private final Secrets secrets;
    private final Limits limits;

    public CurrentPin(Wiring wiring) {
        this.desk = wiring.desk();
        this.secrets = wiring.secrets();
        this.limits = wiring.settings().limits();
    }

    public PinView view(Caller.Customer caller) {
        return view(caller, Optional.empty());
    }

    /**
     * What the panel shows.
     *
     * @param ifNoneMatch the tags that the panel has (RFC 9110 §13.1.2). Where the PIN's is among them, no secret is opened
     */
    PinView view(Caller.Customer caller, Optional<String> ifNoneMatch) {
        var snapshot = desk.read(caller.id());
        var state = snapshot.state();
        if (!state.isActive()) {
            return new PinView.Inactive(
                    state.mobile() != null || caller.mobile().get().isPresent());
        }
        var now = desk.now(snapshot);
        var tag = tag(state, now);
        return ifNoneMatch.filter(tags -> names(tags, tag)).isPresent()
                ? new PinView.Unchanged(tag, lock(state, now).isPresent())
                : active(snapshot, tag, now);
    }

    /** Lifts a lock of phone verification, if one stands; the PIN changes with it. */
    boolean unlock(Caller.Customer caller) {
        return desk.<Boolean>perform(
                        caller.id(),
                        new Actor.Panel(),
                        (snapshot, now) -> Activation.liftLock(snapshot.state(), limits, now))
                .outcome();
    }

    private PinView active(Snapshot snapshot, String tag, Instant now) {
        try (var session = secrets.session()) {
            var state = snapshot.state();
            var step = state.phase().step(now);
            return new PinView.Active(
                    tag,
                    now,
                    session.open(snapshot).pin(new PinCounter(step, state.pins().generation())),
                    state.phase().start(step),
                    state.phase().end(step),
                    session.mobile(snapshot),
                    lock(state, now).orElse(null),
                    state.pins().sms().availableAt(limits, now));
        }
    }

    private Optional<WrongPinLog.Lock> lock(Customer state, Instant now) {
        return state.guesses().lock(limits, state.phase(), now);
    }

    /** Of what the PIN is derived from; one cannot tell the PIN by it. */
    private static String tag(Customer state, Instant now) {
        var secret = state.secret();
        var version = secret == null ? 0 : secret.version();
        var text = state.id().value()
                + '\n'
                + version
                + '\n'
                + state.phase().step(now)
                + '\n'
                + state.pins().generation();
        var hash = Hash.of(text.getBytes(StandardCharsets.UTF_8)).bytes();
        return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, TAG_BYTES)) + '"';
    }

    private static boolean names(String tags, String tag) {
        return Arrays.stream(tags.split(","))
                .map(String::strip)
                .map(each -> each.startsWith("W/") ? each.substring(2) : each)
                .anyMatch(each -> each.equals("*") || each.equals(tag));
    }
}
