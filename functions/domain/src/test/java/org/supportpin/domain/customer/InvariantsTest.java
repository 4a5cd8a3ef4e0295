package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.customer.Activation.Lifting;
import org.supportpin.domain.customer.Event.LockLifted;
import org.supportpin.domain.customer.Event.MobileDeclared;
import org.supportpin.domain.customer.Event.PinRejected;
import org.supportpin.domain.customer.Event.PinSent;
import org.supportpin.domain.customer.Event.Verified;
import org.supportpin.domain.customer.PhoneVerification.Outcome.Locked;
import org.supportpin.domain.customer.PhoneVerification.Outcome.Passed;
import org.supportpin.domain.customer.PinDelivery.Delivery.TooSoon;
import org.supportpin.domain.pin.Passcode;
import org.supportpin.domain.pin.Phase;
import org.supportpin.domain.pin.PinCounter;
import org.supportpin.domain.testing.Draw;

/** Whatever is asked in whatever order and at whatever time: what must always hold, holds. */
class InvariantsTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Limits LIMITS = LimitsTest.with(Limits.WrongPins.IN_A_ROW, 14);

    private static final List<Duration> PAUSES = List.of(
            Duration.ZERO,
            Duration.ofMillis(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(20),
            Duration.ofMinutes(1),
            Duration.ofMinutes(7),
            Phase.STEP,
            Duration.ofHours(5));

    @Test
    void holdForEveryStory() {
        Draw.times(400, draw -> {
            var story = new Story(LIMITS);
            story.activate();
            tell(story, draw);
            assertThatTheLimitsHeld(story);
            assertThatNoPinVerifiedTwiceOrOutOfItsTime(story);
            assertThatTheStateIsTheFold(story);
        });
    }

    /** Asks 150 things. Stories differ in their pace and in how often the caller is right. */
    private static void tell(Story story, Draw draw) {
        var pace = draw.below(PAUSES.size());
        var right = draw.below(60);
        var seen = new ArrayList<Passcode>();
        for (int i = 0; i < 150; i++) {
            story.after(PAUSES.get(draw.chance(70) ? pace : draw.below(PAUSES.size())));
            switch (draw.below(20)) {
                case 0 -> assertTrueToWhatItTells(story, story.sendPin());
                case 1 -> assertThat(story.isLocked()).isNotEqualTo(story.unlock() instanceof Lifting.NotLocked);
                case 2 -> story.declare(draw.chance(50));
                case 3 -> story.confirm(draw.chance(50));
                case 4 -> {
                    if (draw.chance(20)) {
                        story.deactivate();
                    }
                }
                case 5 -> story.activate();
                case 6 -> story.end(Story.AGENT.id(), Story.key(1 + draw.below(story.entries.size() + 1)));
                default -> say(story, draw, right, seen);
            }
        }
    }

    private static void say(Story story, Draw draw, int right, List<Passcode> seen) {
        if (!story.state.isActive()) {
            return;
        }
        seen.add(story.pin());
        var before = story.state;
        var wasLocked = story.isLocked();
        var outcome = draw.chance(right)
                ? story.say(story.pin())
                : draw.chance(30) ? story.say(draw.of(seen)) : story.sayWrong();
        if (wasLocked) {
            assertThat(outcome).isInstanceOfAny(Locked.class, PhoneVerification.Outcome.AgentSuspended.class);
        }
        if (outcome instanceof Locked(var lock)) {
            assertThatTheLockEndsWhenItSays(story, before, lock.until());
        }
        if (outcome instanceof Passed(var verification)) {
            assertThat(story.state.verifications()).contains(verification);
        }
    }

    private static void assertThatTheLockEndsWhenItSays(Story story, Customer before, @Nullable Instant until) {
        var wrongPins = before.wrongPins();
        if (until == null) {
            assertThat(wrongPins.lock(LIMITS, before.phase(), story.now.plus(Duration.ofDays(1000))))
                    .isPresent();
        } else {
            assertThat(wrongPins.lock(LIMITS, before.phase(), until.minusMillis(1)))
                    .isPresent();
            assertThat(wrongPins.lock(LIMITS, before.phase(), until)).isEmpty();
        }
    }

    private static void assertTrueToWhatItTells(Story story, PinDelivery.Delivery delivery) {
        if (delivery instanceof TooSoon(var until, var _)) {
            var log = story.state.pins().sms();
            assertThat(log.availableAt(LIMITS, until)).isEqualTo(until);
            assertThat(log.availableAt(LIMITS, until.minusMillis(1))).isEqualTo(until);
        }
    }

    private static void assertThatTheLimitsHeld(Story story) {
        assertSms(instants(story, PinSent.class), Duration.ofMinutes(1));
        assertSms(instants(story, MobileDeclared.class), Duration.ZERO);
        var phase = story.state.phase();
        var wrong = new ArrayList<Instant>();
        int inARow = 0;
        for (var line : story.entries) {
            switch (line.event()) {
                case PinRejected _ -> {
                    wrong.add(line.at());
                    inARow++;
                    assertThat(within(wrong, line.at(), DAY)).isLessThanOrEqualTo(10);
                    assertThat(wrong.stream().filter(each -> phase.step(each) == phase.step(line.at())))
                            .hasSizeLessThanOrEqualTo(5);
                    assertThat(inARow).isLessThanOrEqualTo(14);
                }
                case Verified _ -> inARow = 0;
                case LockLifted() -> {
                    wrong.clear();
                    inARow = 0;
                }
                default -> {}
            }
        }
    }

    private static void assertSms(List<Instant> sent, Duration apart) {
        for (int i = 0; i < sent.size(); i++) {
            var upTo = sent.subList(0, i + 1);
            assertThat(within(upTo, sent.get(i), Phase.STEP)).isLessThanOrEqualTo(3);
            assertThat(within(upTo, sent.get(i), DAY)).isLessThanOrEqualTo(10);
            if (i > 0) {
                assertThat(sent.get(i)).isAfterOrEqualTo(sent.get(i - 1).plus(apart));
            }
        }
    }

    /** How many are less than a window old. */
    private static long within(List<Instant> instants, Instant now, Duration window) {
        return instants.stream().filter(each -> each.isAfter(now.minus(window))).count();
    }

    private static List<Instant> instants(Story story, Class<? extends Event> kind) {
        return story.entries.stream()
                .filter(line -> kind.isInstance(line.event()))
                .map(Story.Line::at)
                .toList();
    }

    private record Pin(int version, PinCounter counter) {}

    private static void assertThatNoPinVerifiedTwiceOrOutOfItsTime(Story story) {
        var used = new HashSet<Pin>();
        var state = Customer.fresh(Story.ID);
        for (var line : story.entries) {
            if (line.event() instanceof Verified verified) {
                assertThat(state.isActive()).isTrue();
                var counter = Objects.requireNonNull(verified.counter());
                assertThat(used.add(new Pin(state.pinKey(), counter)))
                        .as("used once")
                        .isTrue();
                assertThat(counter.generation()).isEqualTo(state.pins().generation());
                assertOfItsTime(story, state.phase(), counter, line.at());
            }
            state = state.apply(line.event(), line.actor(), line.sequence(), line.at());
        }
    }

    private static void assertOfItsTime(Story story, Phase phase, PinCounter counter, Instant at) {
        var shown = !at.isBefore(phase.start(counter.step()))
                && at.isBefore(phase.end(counter.step()).plusSeconds(60));
        var sent = instantsOfSent(story, counter.step()).stream()
                .anyMatch(each -> !at.isBefore(each) && at.isBefore(each.plus(Duration.ofMinutes(10))));
        assertThat(shown || sent).as("of its time").isTrue();
    }

    private static Set<Instant> instantsOfSent(Story story, long step) {
        var instants = new HashSet<Instant>();
        story.entries.forEach(line -> {
            if (line.event() instanceof PinSent(var sentStep, var _) && sentStep == step) {
                instants.add(line.at());
            }
        });
        return instants;
    }

    private static void assertThatTheStateIsTheFold(Story story) {
        var state = Customer.fresh(Story.ID);
        for (var line : story.entries) {
            state = state.apply(line.event(), line.actor(), line.sequence(), line.at());
        }
        assertThat(state).isEqualTo(story.state);
    }
}
