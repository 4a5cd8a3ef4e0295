package org.supportpin.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.ActionHashes;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Entry.Recorded;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.history.Episode.Ending.Kind;
import org.supportpin.domain.history.Episode.PastCall;
import org.supportpin.domain.history.Episode.Unverified;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.pin.PinCounter;
import org.supportpin.domain.testing.InMemoryLedger;
import org.supportpin.domain.testing.MutableClock;

class CallHistoryTest {

    private static final CustomerId ID = new CustomerId("4711");
    private static final Actor.Agent MARIA = new Actor.Agent(new AgentId("maria"), null);
    private static final Actor.Agent NIKOS = new Actor.Agent(new AgentId("nikos"), null);
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    private final InMemoryLedger ledger = new InMemoryLedger();
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-22T12:00:00Z"));
    private final CallHistory calls = new CallHistory(ledger, clock);
    private Customer state = Customer.fresh(ID);
    private @Nullable Recorded newest;

    private Recorded add(Actor actor, Event event) {
        long sequence = newest == null ? 1 : newest.entry().sequence() + 1;
        state = state.apply(event, actor, sequence, clock.instant());
        var entry = new Entry(
                ID, sequence, clock.instant(), actor, event, state, newest == null ? Hash.NONE : newest.hash());
        newest = ledger.append(entry, List.of()).orElseThrow();
        return newest;
    }

    private void after(Duration time) {
        clock.advance(time);
    }

    private void activated() {
        add(new Actor.Panel(), new Event.Activated(1, 1, true, Language.GREEK));
        after(Duration.ofHours(1));
    }

    private Recorded verified(Actor.Agent agent, String key) {
        return add(
                agent,
                new Event.Verified(
                        key,
                        new PinCounter(
                                state.phase().step(clock.instant()),
                                state.pins().generation()),
                        PinSource.PANEL,
                        clock.instant().plus(LIFETIME),
                        1));
    }

    private void wrong(Actor.Agent agent) {
        add(agent, new Event.PinRejected());
    }

    private static ActionId action(int number) {
        return new ActionId("a".repeat(20) + "%04d".formatted(number));
    }

    private Recorded accepted(Actor.Agent agent, String key, int number) {
        var hash = Hash.of(new byte[] {1});
        return add(
                agent,
                new Event.ActionAccepted(
                        key,
                        action(number),
                        ActionName.RENEW_SERVICE,
                        Risk.STANDARD,
                        new ActionHashes(hash, hash),
                        null));
    }

    private Recorded finished(int number) {
        return add(
                new Actor.Service(),
                new Event.ActionFinished(
                        action(number), ActionName.RENEW_SERVICE, ActionStatus.SUCCEEDED, null, false, null, null));
    }

    private List<Episode> newest() {
        return calls.page(ID, Long.MAX_VALUE, 10).shown();
    }

    private PastCall only() {
        assertThat(newest()).singleElement().isInstanceOf(PastCall.class);
        return (PastCall) newest().getFirst();
    }

    /** The receipt has what the second agent did too. */
    @Test
    void aCallThatIsHandedOverIsStillOne() {
        activated();
        verified(MARIA, "first");
        accepted(MARIA, "first", 1);
        finished(1);
        var taken = add(NIKOS, new Event.HandedOver("first", "second", 2, null));
        assertThat(only().takenOver()).containsExactly(taken.entry());
        accepted(NIKOS, "second", 2);
        finished(2);
        assertThat(only().ending().kind()).isEqualTo(Kind.RUNNING);
        var end = add(NIKOS, new Event.VerificationEnded("second"));

        assertThat(only().actions()).hasSize(2);
        assertThat(only().ending().kind()).isEqualTo(Kind.ENDED);
        assertThat(only().last()).isEqualTo(end);
    }

    /** The customer's end in the panel makes it void. */
    @Test
    void aTypedCallIsItsAgents() {
        activated();
        add(
                NIKOS,
                new Event.VerificationRequested(
                        "typed", 1, null, clock.instant().plusSeconds(300), 3));
        add(
                new Actor.Panel(),
                new Event.Verified(
                        "typed", null, PinSource.TYPED, clock.instant().plus(LIFETIME), 1));
        assertThat(only().agent().id()).isEqualTo(NIKOS.id());
        add(new Actor.Panel(), new Event.CallsEnded());
        assertThat(only().ending().kind()).isEqualTo(Kind.VOIDED);
    }

    @Test
    void aLedgerWithoutCallsHasNoStory() {
        assertThat(newest()).isEmpty();
        activated();

        assertThat(newest()).isEmpty();
        assertThat(calls.page(ID, Long.MAX_VALUE, 10).next()).isNull();
    }

    @Test
    void aCallIsItsVerificationAndWhatFollowed() {
        activated();
        var first = verified(MARIA, key(1));
        add(MARIA, new Event.AccountRead(key(1)));
        add(MARIA, new Event.ActionRefused(key(1), ActionName.ORDER_SERVICE, "a-rule"));
        accepted(MARIA, key(1), 1);
        var ended = finished(1);
        after(Duration.ofMinutes(4));
        var last = add(MARIA, new Event.VerificationEnded(key(1)));

        var call = only();
        assertThat(call.first()).isEqualTo(first);
        assertThat(call.last()).isEqualTo(last);
        assertThat(call.agent()).isEqualTo(MARIA);
        assertThat(call.accountRead()).isTrue();
        assertThat(call.refused()).hasSize(1);
        assertThat(call.actions())
                .singleElement()
                .satisfies(each -> assertThat(each.ended()).isEqualTo(ended.entry()));
        assertThat(call.ending()).isEqualTo(new Episode.Ending(Kind.ENDED, clock.instant()));
        assertThat(call.wrongPins()).isEmpty();
    }

    @Nested
    class Ends {

        @Test
        void itRunsUntilItsTimeIsOver() {
            activated();
            var first = verified(MARIA, key(1));
            var end = clock.instant().plus(LIFETIME);
            after(LIFETIME.minusMillis(1));
            assertThat(only().ending()).isEqualTo(new Episode.Ending(Kind.RUNNING, end));
            after(Duration.ofMillis(1));

            assertThat(only().ending()).isEqualTo(new Episode.Ending(Kind.EXPIRED, end));
            assertThat(only().last()).isEqualTo(first);
        }

        /** Whatever event does it: the state says so. */
        @Test
        void whatVoidsAVerificationEndsTheCall() {
            activated();
            verified(MARIA, key(1));
            after(Duration.ofMinutes(2));
            var unlocked = add(new Actor.Panel(), new Event.LockLifted());
            after(Duration.ofDays(1));

            assertThat(only().ending())
                    .isEqualTo(new Episode.Ending(Kind.VOIDED, unlocked.entry().at()));
            assertThat(only().last()).isEqualTo(unlocked);
        }

        @Test
        void whatComesAfterItsTimeDoesNotVoidIt() {
            activated();
            verified(MARIA, key(1));
            after(LIFETIME);
            add(new Actor.Panel(), new Event.LockLifted());

            assertThat(only().ending().kind()).isEqualTo(Kind.EXPIRED);
        }

        @Test
        void anActionMayEndLongAfterTheCall() {
            activated();
            verified(MARIA, key(1));
            accepted(MARIA, key(1), 1);
            add(MARIA, new Event.VerificationEnded(key(1)));
            after(Duration.ofHours(5));
            assertThat(only().actions().getFirst().ended()).isNull();
            for (int other = 0; other < 250; other++) {
                add(new Actor.Panel(), new Event.DataExported());
            }
            var finished = finished(1);

            assertThat(only().actions().getFirst().ended()).isEqualTo(finished.entry());
            assertThat(calls.find(ID, only().id()).orElseThrow().last()).isEqualTo(finished);
        }
    }

    /** A verification that the customer caused, such as by typing a code, is an agent's all the same. */
    @Test
    void theAgentIsTheVerificationsWhoeverCausedIt() {
        activated();
        var spoken = verified(MARIA, key(1)).entry();
        var typed = new Recorded(
                new Entry(
                        ID,
                        spoken.sequence(),
                        spoken.at(),
                        new Actor.Panel(),
                        spoken.event(),
                        spoken.state(),
                        spoken.previous()),
                Hash.NONE);
        var episodes = new Episodes();
        episodes.add(typed);

        assertThat(episodes.newestFirst(clock.instant(), state))
                .singleElement()
                .isInstanceOfSatisfying(
                        PastCall.class, call -> assertThat(call.agent()).isEqualTo(MARIA));
    }

    /** Whatever event does it: here one that the grouping does not know. */
    @Test
    void anActionThatIsOpenNoMoreHasEnded() {
        activated();
        verified(MARIA, key(1));
        accepted(MARIA, key(1), 1);
        var before = state;
        state = new Customer(
                ID,
                before.language(),
                before.secret(),
                before.mobile(),
                before.pin(),
                before.verifications(),
                List.of());
        var ended = add(new Actor.Panel(), new Event.DataExported());

        assertThat(only().actions())
                .singleElement()
                .satisfies(each -> assertThat(each.ended()).isEqualTo(ended.entry()));
        assertThat(only().last()).isEqualTo(ended);
    }

    @Nested
    class WrongPins {

        @Test
        void theyBelongToTheCallThatFollowsByTheSameAgent() {
            activated();
            wrong(MARIA);
            wrong(NIKOS);
            wrong(MARIA);
            after(Episodes.SAME_CALL);
            verified(MARIA, key(1));

            assertThat(newest()).hasSize(2);
            assertThat(((PastCall) newest().getFirst()).wrongPins()).hasSize(2);
            assertThat(((Unverified) newest().getLast()).agent()).isEqualTo(NIKOS);
        }

        @Test
        void halfAnHourLaterTheyAreAnothers() {
            activated();
            wrong(MARIA);
            after(Episodes.SAME_CALL.plusMillis(1));
            wrong(MARIA);
            wrong(MARIA);
            after(Episodes.SAME_CALL.plusMillis(1));
            verified(MARIA, key(1));

            assertThat(newest()).hasSize(3);
            assertThat(((PastCall) newest().getFirst()).wrongPins()).isEmpty();
            assertThat(((Unverified) newest().get(1)).entries()).hasSize(2);
            assertThat(((Unverified) newest().get(2)).entries()).hasSize(1);
        }
    }

    @Nested
    class Ids {

        @Test
        void aCallIsFoundByItsId() {
            activated();
            verified(MARIA, key(1));

            assertThat(calls.find(ID, only().id())).contains(only());
            assertThat(PastCallId.parse(only().id().text())).contains(only().id());
        }

        /** The agent's credential is the verification's key. */
        @Test
        void theIdSaysNothingOfTheVerification() {
            activated();
            verified(MARIA, key(1));

            assertThat(only().id().text()).doesNotContain(key(1));
        }

        @Test
        void anotherMarkOrPlaceOrCustomerIsNone() {
            activated();
            verified(MARIA, key(1));
            var id = only().id();

            assertThat(calls.find(ID, new PastCallId(id.sequence(), "0".repeat(16))))
                    .isEmpty();
            assertThat(calls.find(ID, new PastCallId(1, id.mark()))).isEmpty();
            assertThat(calls.find(ID, new PastCallId(999, id.mark()))).isEmpty();
            assertThat(calls.find(new CustomerId("4712"), id)).isEmpty();
        }

        @Test
        void whatIsNoIdIsNone() {
            for (var text : new String[] {
                "",
                "1",
                "0-" + "0".repeat(16),
                "1-" + "G".repeat(16),
                "1-" + "0".repeat(17),
                "9".repeat(13) + "-" + "0".repeat(16)
            }) {
                assertThat(PastCallId.parse(text)).as(text).isEmpty();
            }
        }
    }

    /** Whatever happened, in whatever order: page by page each episode appears once, and as on one long page. */
    @Test
    void pagesAddUpToTheWhole() {
        var random = new Random(42);
        activated();
        int open = 0;
        for (int step = 0; step < 1500; step++) {
            after(Duration.ofSeconds(random.nextInt(400)));
            var agent = random.nextBoolean() ? MARIA : NIKOS;
            var running = state.verifications().stream()
                    .filter(each -> clock.instant().isBefore(each.expiresAt()))
                    .toList();
            var key = running.isEmpty()
                    ? "none"
                    : running.get(random.nextInt(running.size())).key();
            switch (running.isEmpty() ? random.nextInt(3) : random.nextInt(9)) {
                case 0, 1 -> verified(agent, key(step));
                case 2 -> wrong(agent);
                case 3 -> add(agent, new Event.VerificationEnded(key));
                case 4 -> accepted(agent, key, open++);
                case 5 -> {
                    if (!state.openActions().isEmpty()) {
                        add(
                                new Actor.Service(),
                                new Event.ActionFinished(
                                        state.openActions()
                                                .get(random.nextInt(
                                                        state.openActions().size()))
                                                .id(),
                                        ActionName.RENEW_SERVICE,
                                        ActionStatus.FAILED,
                                        null,
                                        random.nextBoolean(),
                                        null,
                                        null));
                    }
                }
                case 6 -> add(new Actor.Panel(), new Event.LockLifted());
                default -> add(new Actor.Panel(), new Event.DataExported());
            }
        }
        var whole = new Episodes();
        var all = new ArrayList<Recorded>();
        for (long below = Long.MAX_VALUE;
                below > 1;
                below = all.getLast().entry().sequence()) {
            all.addAll(ledger.history(ID, below, 100));
        }
        all.reversed().forEach(whole::add);

        var paged = new ArrayList<Episode>();
        var page = calls.page(ID, Long.MAX_VALUE, 7);
        paged.addAll(page.shown());
        for (Long next = page.next(); next != null; next = page.next()) {
            page = calls.page(ID, next, 7);
            assertThat(page.shown()).hasSizeLessThanOrEqualTo(7);
            paged.addAll(page.shown());
        }

        var expected = whole.newestFirst(clock.instant(), state);
        assertThat(paged.stream().filter(PastCall.class::isInstance))
                .hasSizeGreaterThan(200)
                .containsExactlyElementsOf(
                        expected.stream().filter(PastCall.class::isInstance).toList());
        assertThat(paged).containsExactlyElementsOf(expected);
    }

    /** A ledger in which hardly anybody rings is looked through in bounds. */
    @Test
    void aPageMayBeEmptyAndGoOn() {
        activated();
        verified(MARIA, key(1));
        for (int other = 0; other < 1200; other++) {
            add(new Actor.Panel(), new Event.DataExported());
        }
        var page = calls.page(ID, Long.MAX_VALUE, 10);

        assertThat(page.shown()).isEmpty();
        assertThat(calls.page(ID, Objects.requireNonNull(page.next()), 10).shown())
                .hasSize(1);
    }

    /** 22 characters, as of a real verification. */
    private static String key(int number) {
        return "%022d".formatted(Math.max(0, number));
    }
}
