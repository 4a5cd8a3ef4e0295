package org.supportpin.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.ActionRecord.Dispatches;
import org.supportpin.domain.action.ActionRecord.End;
import org.supportpin.domain.action.ActionRecord.Entries;
import org.supportpin.domain.action.ActionRecord.Request;
import org.supportpin.domain.action.ActionRecord.StoredRefusal;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.audit.Change.ActionWritten;
import org.supportpin.domain.audit.Change.Removal;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.testing.Samples;

/** Each change that the service makes of an action, and each of those that it does not. */
class ActionLifeTest {

    private static final CustomerId CUSTOMER = new CustomerId("4711");
    private static final Instant LATER = Samples.NOON.plusSeconds(60);
    private static final End DONE = Samples.end();
    private static final End SET_ASIDE = End.failed(LATER, true);

    private final ActionRecord pending = Samples.action(CUSTOMER, Samples.NOON);
    private final ActionRecord waiting = Samples.waiting(CUSTOMER, Samples.NOON);
    private final ActionRecord over = pending.ended(DONE, 8);

    private static StoredAction stored(ActionRecord action) {
        return new StoredAction(action.id(), action, true);
    }

    private static @Nullable StoredAction nullable(@Nullable ActionRecord action) {
        return action == null ? null : stored(action);
    }

    private static Optional<Kind> broken(@Nullable ActionRecord before, @Nullable ActionRecord after) {
        return broken(nullable(before), nullable(after), Removal.NONE);
    }

    private static Optional<Kind> broken(@Nullable StoredAction before, @Nullable StoredAction after, Removal removal) {
        return ActionLife.judge(new ActionWritten(Samples.ACTION_ID, before, after, removal))
                .map(Violation::kind);
    }

    private static Optional<Kind> changed(ActionRecord before, UnaryOperator<ActionRecord> how) {
        return broken(before, how.apply(before));
    }

    @Nested
    class TheService {

        @Test
        void acceptsIt() {
            assertThat(broken(null, pending)).isEmpty();
            assertThat(broken(null, waiting)).isEmpty();
        }

        @Test
        void sendsItAgainAndEndsIt() {
            assertThat(changed(pending, each -> each.dispatched(LATER))).isEmpty();
            assertThat(changed(pending, each -> each.ended(DONE, 8))).isEmpty();
        }

        @Test
        void opensGatesReleasesAndStops() {
            assertThat(changed(waiting, each -> each.waitingFor(Samples.GATES))).isEmpty();
            assertThat(changed(waiting, each -> each.released(LATER))).isEmpty();
            assertThat(changed(waiting, each -> each.ended(End.stopped(LATER), 8)))
                    .isEmpty();
        }

        @Test
        void movesItInTheQueue() {
            assertThat(changed(pending, each -> each)).isEmpty();
        }

        @Test
        void setsAsideWhatNoLedgerKnows() {
            assertThat(changed(pending, each -> with(each, SET_ASIDE, 0))).isEmpty();
        }

        @Test
        void leavesRemovalToTheTable() {
            assertThat(broken(stored(over), null, Removal.BY_EXPIRY)).isEmpty();
        }
    }

    @Nested
    class NobodyElse {

        @Test
        void plantsOneThatIsOverOrHasALife() {
            assertThat(broken(null, over)).contains(Kind.ACTION_NOT_ACCEPTED);
            assertThat(broken(null, pending.dispatched(LATER))).contains(Kind.ACTION_NOT_ACCEPTED);
            assertThat(broken(null, with(pending, SET_ASIDE, 0))).contains(Kind.ACTION_NOT_ACCEPTED);
        }

        @Test
        void changesWhatWasAccepted() {
            var was = pending.request();
            var milder = new Request(was.by(), was.name(), Risk.STANDARD, was.at());
            assertThat(changed(pending, each -> with(each.dispatched(LATER), milder)))
                    .contains(Kind.ACTION_CHANGED);
            assertThat(changed(pending, each -> with(each, milder))).contains(Kind.ACTION_CHANGED);
        }

        @Test
        void movesItsAcceptance() {
            assertThat(changed(pending, each -> {
                        var next = each.dispatched(LATER);
                        return with(next, next.dispatches(), null, new Entries(6, 0), next.version());
                    }))
                    .contains(Kind.ACTION_CHANGED);
        }

        @Test
        void changesItWithoutCountingOrCountsTooFar() {
            var sent = pending.dispatched(LATER);
            assertThat(broken(pending, with(sent, sent.dispatches(), null, sent.entries(), 1)))
                    .contains(Kind.ACTION_CHANGED);
            assertThat(broken(pending, with(sent, sent.dispatches(), null, sent.entries(), 3)))
                    .contains(Kind.ACTION_CHANGED);
            assertThat(broken(sent, pending)).contains(Kind.ACTION_CHANGED);
        }

        @Test
        void takesBackThatItWasSent() {
            var sent = pending.dispatched(LATER);
            assertThat(broken(sent, with(sent, new Dispatches(1, Samples.NOON), null, sent.entries(), 3)))
                    .contains(Kind.ACTION_CHANGED);
        }

        @Test
        void putsAGateBackThatWasOpen() {
            assertThat(changed(pending, each -> each.waitingFor(Samples.GATES))).contains(Kind.ACTION_CHANGED);
        }

        @Test
        void endsItWithoutAnEntry() {
            assertThat(changed(pending, each -> each.ended(DONE, 0))).contains(Kind.ACTION_CHANGED);
            assertThat(changed(pending, each -> each.ended(DONE, 7))).contains(Kind.ACTION_CHANGED);
            assertThat(changed(pending, each -> with(each, DONE, 0))).contains(Kind.ACTION_CHANGED);
            assertThat(changed(pending, each -> with(each, End.failed(LATER, false), 0)))
                    .contains(Kind.ACTION_CHANGED);
            assertThat(changed(pending, each -> with(each, SET_ASIDE, 8))).contains(Kind.ACTION_CHANGED);
            assertThat(changed(pending, each -> with(each, each.dispatches(), SET_ASIDE, new Entries(7, 0), 3)))
                    .contains(Kind.ACTION_CHANGED);
            for (var how : List.of(
                    new End(ActionStatus.SUCCEEDED, LATER, null, null, true),
                    new End(ActionStatus.FAILED, LATER, Samples.sealed("{}"), null, true),
                    new End(ActionStatus.FAILED, LATER, null, new StoredRefusal("unpaid", null), true))) {
                assertThat(changed(pending, each -> with(each, how, 0))).contains(Kind.ACTION_CHANGED);
            }
        }

        @Test
        void changesItAfterItsEnd() {
            assertThat(changed(over, each -> each.dispatched(LATER))).contains(Kind.ACTION_CHANGED);
            assertThat(changed(over, each -> each.ended(End.failed(LATER, true), 9)))
                    .contains(Kind.ACTION_CHANGED);
            assertThat(changed(over, each -> each)).contains(Kind.ACTION_CHANGED);
        }

        @Test
        void writesWhatCannotBeReadOrMore() {
            var unreadable = new StoredAction(pending.id(), null, false);
            var more = new StoredAction(pending.id(), pending.dispatched(LATER), false);
            assertThat(broken(stored(pending), unreadable, Removal.NONE)).contains(Kind.ACTION_CHANGED);
            assertThat(broken(stored(pending), more, Removal.NONE)).contains(Kind.ACTION_CHANGED);
            assertThat(broken(null, unreadable, Removal.NONE)).contains(Kind.ACTION_CHANGED);
            assertThat(broken(unreadable, stored(pending), Removal.NONE)).contains(Kind.ACTION_CHANGED);
            assertThat(broken(
                            new StoredAction(pending.id(), pending, false),
                            stored(pending.dispatched(LATER)),
                            Removal.NONE))
                    .contains(Kind.ACTION_CHANGED);
            assertThat(broken(new StoredAction(pending.id(), pending, false), more, Removal.NONE))
                    .contains(Kind.ACTION_CHANGED);
        }

        @ParameterizedTest
        @EnumSource(Removal.class)
        void removesOneThatIsNotOver(Removal removal) {
            assertThat(broken(stored(pending), null, removal)).contains(Kind.ACTION_REMOVED);
            assertThat(broken(stored(waiting), null, removal)).contains(Kind.ACTION_REMOVED);
        }

        @Test
        void removesOneBeforeItsTime() {
            assertThat(broken(stored(over), null, Removal.BY_HAND)).contains(Kind.ACTION_REMOVED);
        }
    }

    @Test
    void theViolationNamesLedgerAcceptanceAndAction() {
        var before = stored(pending);
        var unreadable = new StoredAction(pending.id(), null, false);
        assertThat(ActionLife.judge(new ActionWritten(pending.id(), before, unreadable, Removal.NONE)))
                .contains(new Violation(
                        Kind.ACTION_CHANGED, CUSTOMER, 7, pending.id().value()));
        assertThat(ActionLife.judge(new ActionWritten(pending.id(), null, unreadable, Removal.NONE)))
                .contains(
                        new Violation(Kind.ACTION_CHANGED, null, 0, pending.id().value()));
    }

    /** The end changed, and nothing counted. */
    private static ActionRecord with(ActionRecord action, End end, long entry) {
        return with(
                action, action.dispatches(), end, new Entries(action.entries().accepted(), entry), action.version());
    }

    private static ActionRecord with(
            ActionRecord action, Dispatches dispatches, @Nullable End end, Entries entries, long version) {
        return new ActionRecord(
                action.id(), action.request(), action.texts(), dispatches, action.gates(), end, entries, version);
    }

    private static ActionRecord with(ActionRecord action, Request request) {
        return new ActionRecord(
                action.id(),
                request,
                action.texts(),
                action.dispatches(),
                action.gates(),
                action.end(),
                action.entries(),
                action.version());
    }
}
