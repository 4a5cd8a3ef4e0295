package org.supportpin.domain.testing;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.supportpin.domain.customer.Activation;
import org.supportpin.domain.customer.Ledger;
import org.supportpin.domain.customer.LedgerCommands;
import org.supportpin.domain.customer.LedgerCommands.Performed;
import org.supportpin.domain.customer.Limits;
import org.supportpin.domain.customer.PhoneVerification;
import org.supportpin.domain.customer.PhoneVerification.Outcome;
import org.supportpin.domain.customer.PinMatch;
import org.supportpin.domain.customer.SecretSession;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.pin.Passcode;
import org.supportpin.domain.pin.PinCounter;
import org.supportpin.domain.pin.SecretContext.Purpose;

/** The service's use cases over stores in memory, as the functions put them together. */
final class Front {

    static final PhoneNumber MOBILE = new PhoneNumber("+306912345678");

    final InMemoryLedger store;
    final InMemoryDataKeys keys;
    final MutableClock clock;
    final CustomerId customer = Samples.newCustomer();
    private final AtomicInteger verifications = new AtomicInteger();

    Front() {
        this(new InMemoryLedger(), new InMemoryDataKeys(), new MutableClock(Instant.parse("2026-11-22T12:00:00.123Z")));
    }

    /** One more customer of the same service. */
    Front(InMemoryLedger store, InMemoryDataKeys keys, MutableClock clock) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
    }

    SecretSession session() {
        return new SecretSession(keys, "hoster");
    }

    void activate() {
        try (var session = session()) {
            new LedgerCommands(store, clock)
                    .<Activation.Outcome>perform(
                            customer,
                            new Actor.Panel(),
                            (snapshot, now) -> Activation.activate(
                                    snapshot.state(),
                                    true,
                                    Language.GREEK,
                                    session.renewed(snapshot, Purpose.PIN, MOBILE, now)));
        }
    }

    Passcode pin() {
        try (var session = session()) {
            var snapshot = store.read(customer);
            var state = snapshot.state();
            var step = state.phase().step(snapshot.time(clock.instant()));
            return session.open(snapshot).pin(new PinCounter(step, state.pins().generation()));
        }
    }

    Passcode wrongPin() {
        var right = pin();
        var other = right.digits().charAt(0) == '9' ? "1" : "9";
        return Passcode.parse(other + right.digits().substring(1)).orThrow();
    }

    Performed<Outcome> verify(Ledger ledger, Actor.Agent agent, Passcode said) {
        var rules = new PhoneVerification(Limits.DEFAULTS);
        var key = "%016d".formatted(verifications.incrementAndGet());
        try (var session = session()) {
            return new LedgerCommands(ledger, clock).perform(customer, agent, (snapshot, now) -> {
                var budget = store.read(agent.id());
                var match = rules.isClosed(snapshot.state(), budget, now)
                        ? new PinMatch.Wrong()
                        : PinMatch.of(session.open(snapshot), snapshot.state(), Limits.DEFAULTS, said, now);
                return rules.verify(snapshot.state(), agent, budget, key, match, now);
            });
        }
    }
}
