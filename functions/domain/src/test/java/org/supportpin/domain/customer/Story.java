package org.supportpin.domain.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.supportpin.domain.customer.CompanionWrite.SecretWritten;
import org.supportpin.domain.customer.Event.Verified;
import org.supportpin.domain.customer.StoredSecret.SealedNumber;
import org.supportpin.domain.customer.StoredSecret.StoredKey;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CallReference;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.phone.MaskedNumber;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.Passcode;
import org.supportpin.domain.pin.Phase;
import org.supportpin.domain.pin.PinCounter;
import org.supportpin.domain.pin.PinKey;
import org.supportpin.domain.pin.SecretBytes;
import org.supportpin.domain.pin.SecretContext;
import org.supportpin.domain.pin.SecretContext.Purpose;
import org.supportpin.domain.pin.WrappedKey;

/** One customer's story, run as commands against the rules alone. Each decision is applied to the state, as the ledger would. */
final class Story {

    static final CustomerId ID = new CustomerId("4711");
    static final Actor.Agent AGENT = new Actor.Agent(new AgentId("maria"), new CallReference.Said("call-1"));

    /** A number that nothing was sent to: the customer's own limits alone count. */
    static final SmsBudgets UNLIMITED = new SmsBudgets(null, () -> DestinationBudget.fresh("any"));

    /** One entry of the story. */
    record Line(Event event, Actor actor, long sequence, Instant at) {}

    final Limits limits;
    final List<Line> entries = new ArrayList<>();
    Customer state;
    AgentBudget budget = AgentBudget.fresh(AGENT.id());
    Instant now;
    boolean isPinKeySound = true;
    int recordKey = 1;

    /** It begins with the first millisecond of a half hour of this customer. */
    Story(Limits limits) {
        this(limits, ID);
    }

    /** Another customer's. */
    Story(Limits limits, CustomerId id) {
        this.limits = limits;
        this.state = Customer.fresh(id);
        var phase = state.phase();
        this.now = phase.start(phase.step(Instant.parse("2026-11-22T12:00:00Z")));
    }

    /** A customer whose service has been active since the previous half hour. */
    static Story active() {
        return active(Limits.DEFAULTS);
    }

    static Story active(Limits limits) {
        return active(limits, ID);
    }

    static Story active(Limits limits, CustomerId id) {
        var story = new Story(limits, id);
        story.activate();
        return story.after(Phase.STEP);
    }

    Story after(Duration time) {
        return at(now.plus(time));
    }

    Story at(Instant instant) {
        now = instant;
        return this;
    }

    Instant startOfHalfHour() {
        return state.phase().start(state.phase().step(now));
    }

    Instant endOfHalfHour() {
        return state.phase().end(state.phase().step(now));
    }

    <O> O perform(Actor actor, Decision<O> decision) {
        var event = decision.event();
        if (event != null) {
            long sequence = entries.size() + 1L;
            state = state.apply(event, actor, sequence, now);
            entries.add(new Line(event, actor, sequence, now));
        }
        for (var each : decision.alongside()) {
            if (each instanceof CompanionWrite.AgentCounted(var counted)) {
                budget = counted;
            }
        }
        return decision.outcome();
    }

    Activation.Outcome activate() {
        return perform(
                new Actor.Panel(),
                new Activation(limits)
                        .activate(state, Language.GREEK, () -> isPinKeySound, () -> Optional.of(written(true)), now));
    }

    boolean deactivate() {
        return perform(new Actor.Panel(), new Activation(limits).deactivate(state, () -> written(false)));
    }

    Activation.Lifting unlock() {
        return perform(new Actor.Panel(), new Activation(limits).liftLock(state, now));
    }

    PinDelivery.Delivery sendPin() {
        return perform(new Actor.Panel(), new PinDelivery(limits).reserve(state, UNLIMITED, now));
    }

    Mobiles.Declaration declare(boolean sameNumber) {
        return perform(
                new Actor.Panel(),
                new Mobiles(limits)
                        .declare(
                                state,
                                () -> sameNumber,
                                UNLIMITED,
                                Language.ENGLISH,
                                () -> written(state.isActive()),
                                now));
    }

    /** Confirms a number of its own, without a claim. */
    Mobiles.Confirmation confirm(boolean matches) {
        var onFile = state.mobile().confirmed() == null ? null : new PhoneNumber("+306912345678");
        var pending = new PhoneNumber("+3069%08d".formatted(entries.size()));
        return confirm(matches, new Mobiles.Numbers(pending, onFile, Set.of()));
    }

    Mobiles.Confirmation confirm(boolean matches, Mobiles.Numbers numbers) {
        return perform(
                new Actor.Panel(),
                new Mobiles(limits).confirm(state, _ -> matches, () -> numbers, () -> written(state.isActive()), now));
    }

    /** The caller says a PIN and the agent types it. */
    PhoneVerification.Outcome say(Passcode pin) {
        return say(pin, AGENT);
    }

    PhoneVerification.Outcome say(Passcode pin, Actor.Agent agent) {
        var own = agent.id().equals(budget.agent()) ? budget : AgentBudget.fresh(agent.id());
        var rules = new PhoneVerification(limits);
        return perform(
                agent,
                rules.verify(
                        state,
                        agent,
                        own,
                        key(entries.size() + 1),
                        () -> match(pin),
                        () -> new CallMark(mark(agent), null),
                        now));
    }

    /** A wrong PIN, typed by a new agent so that the agent's own budget is not used up first. */
    PhoneVerification.Outcome sayWrong() {
        var before = budget;
        budget = AgentBudget.fresh(AGENT.id());
        var outcome = say(wrongPin());
        budget = before;
        return outcome;
    }

    PolicyRules.Outcome rule(Policy.Terms terms, boolean isSignInFresh) {
        return perform(new Actor.Panel(), new PolicyRules(limits).change(state, terms, isSignInFresh, now));
    }

    boolean end(AgentId agent, String key) {
        return perform(AGENT, new PhoneVerification(limits).end(state, agent, key, now));
    }

    PinMatch match(Passcode said) {
        return PinMatch.of(pinKey(), state, limits, said, now);
    }

    static int mark(Actor.Agent agent) {
        return agent.call() instanceof CallReference.Said(var call) ? call.hashCode() : 0;
    }

    /** The PIN that the panel shows now. */
    Passcode pin() {
        return pin(0);
    }

    /** The PIN that the panel showed this many half hours ago, in the current generation. */
    Passcode pin(int halfHoursAgo) {
        var counter = new PinCounter(
                state.phase().step(now) - halfHoursAgo, state.pins().generation());
        return pinKey().pin(counter);
    }

    Passcode wrongPin() {
        for (int guess = 0; ; guess++) {
            var said = Passcode.parse(String.format(Locale.ROOT, "%06d", guess)).orThrow();
            if (match(said) instanceof PinMatch.Wrong) {
                return said;
            }
        }
    }

    int attemptsLeft() {
        return state.wrongPins().attemptsLeft(limits, state.phase(), now);
    }

    boolean isLocked() {
        return state.wrongPins().lock(limits, state.phase(), now).isPresent();
    }

    long count(Class<? extends Event> kind) {
        return entries.stream().filter(line -> kind.isInstance(line.event())).count();
    }

    List<Verified> verified() {
        return entries.stream()
                .map(Line::event)
                .filter(Verified.class::isInstance)
                .map(Verified.class::cast)
                .toList();
    }

    static String key(long number) {
        return String.format(Locale.ROOT, "%022d", number);
    }

    /** The keys as the next entry is written with them; a PIN key of the next version, unless the service is active and sound. */
    private SecretWritten written(boolean active) {
        var pinKey = state.isActive() && isPinKeySound ? state.pinKey() : state.pinKey() + 1;
        var mobile = new SealedNumber(new Ciphertext(new byte[] {2}), new MaskedNumber(30, 78));
        return new SecretWritten(
                new StoredSecret(
                        entries.size() + 1L, active ? stored(pinKey) : null, stored(recordKey), mobile, null, null),
                null);
    }

    private StoredKey stored(int version) {
        return new StoredKey(version, new WrappedKey(new Ciphertext(new byte[] {1}), "key-1"), now);
    }

    /** Each version has its own key. */
    private PinKey pinKey() {
        var version = state.pinKey();
        var key = new byte[32];
        key[0] = (byte) version;
        return new PinKey(new SecretContext("hoster", state.id(), version, Purpose.PIN), new SecretBytes(key));
    }
}
