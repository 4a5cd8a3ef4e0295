package org.supportpin.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.ActionRecord.End;
import org.supportpin.domain.action.ActionRecord.Entries;
import org.supportpin.domain.action.ActionRecord.Request;
import org.supportpin.domain.action.ActionRecord.Texts;
import org.supportpin.domain.action.Gate;
import org.supportpin.domain.action.Gates;
import org.supportpin.domain.action.Gates.ConsentBy;
import org.supportpin.domain.action.Gates.Shut;
import org.supportpin.domain.action.IdempotencyKey;
import org.supportpin.domain.action.Requester.Undoing;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.customer.ActionRules;
import org.supportpin.domain.customer.Gatekeeper;
import org.supportpin.domain.customer.LedgerCommands;
import org.supportpin.domain.customer.Limits;
import org.supportpin.domain.customer.Secrets;
import org.supportpin.domain.customer.StopReason;
import org.supportpin.domain.customer.UndoRules;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.domain.testing.InMemoryAuditStore;
import org.supportpin.domain.testing.InMemoryLedger;
import org.supportpin.domain.testing.InMemoryRoots;
import org.supportpin.domain.testing.InMemoryRotationReports;
import org.supportpin.domain.testing.InMemoryService;
import org.supportpin.domain.testing.InMemoryViolations;
import org.supportpin.domain.testing.MutableClock;
import org.supportpin.domain.testing.Samples;

/** Security row 29: the audit compares actions with ledgers, both ways. */
class ActionCheckTest {

    private static final Actor SERVICE = new Actor.Service();

    private final InMemoryService service = new InMemoryService();
    private final MutableClock clock = service.clock;
    private final InMemoryLedger ledger = service.store;
    private final InMemoryAuditStore store = new InMemoryAuditStore(ledger);
    private final InMemoryRotationReports reports = new InMemoryRotationReports();
    private final LedgerCommands commands = new LedgerCommands(ledger, clock);
    private final CustomerId customer = service.customer;

    /** Activated and verified in two entries; accepted in the third. */
    private ActionRecord accepted() {
        return accepted(null);
    }

    private ActionRecord accepted(@Nullable Gates gates) {
        service.activate();
        clock.advance(Duration.ofHours(1));
        service.verify(ledger, Samples.AGENT, service.pin());
        return commands.perform(customer, Samples.AGENT, (snapshot, now) -> {
                    var sample = Samples.action(customer, now);
                    var was = sample.request();
                    var key = snapshot.state().verifications().getFirst().key();
                    var request =
                            new Request(new VerificationId(customer, key), agent(was), was.name(), was.risk(), now);
                    var texts = gates == null ? sample.texts() : sample.texts().withShown(Samples.sealed("[]"));
                    var action = ActionRecord.accepted(sample.id(), request, texts, gates, snapshot.nextSequence());
                    return ActionRules.accept(action, action);
                })
                .outcome();
    }

    private ActionRecord ended(ActionRecord action) {
        clock.advance(Duration.ofSeconds(1));
        return commands.perform(
                        customer,
                        SERVICE,
                        (snapshot, now) -> ActionRules.finish(
                                action.ended(End.succeeded(now, Samples.sealed("{}")), snapshot.nextSequence()), null))
                .outcome();
    }

    private List<Violation> found() {
        return found(store);
    }

    private List<Violation> found(AuditStore from) {
        clock.advance(Duration.ofMinutes(30));
        var audit = new Sweep(
                () -> from,
                reports,
                new InMemoryViolations(),
                new Secrets(service.keys, "hoster"),
                Limits.DEFAULTS,
                "in-memory",
                clock,
                InMemoryRoots.unsigned());
        var start = clock.instant();
        var end = audit.goOn(new SegmentProgress(start, 0, 1, 100, null, null, AuditTotals.NONE), Deadline.NONE);
        return audit.report(start, end.tally()).tally().violations().first().stream()
                .peek(each -> assertThat(each.item()).isNotEmpty())
                .map(each -> new Violation(each.kind(), each.customer(), each.sequence()))
                .toList();
    }

    private Violation violation(Kind kind, long sequence) {
        return new Violation(kind, customer, sequence);
    }

    private static ActionRecord with(
            ActionRecord action, Request request, Texts texts, @Nullable End end, Entries entries) {
        return new ActionRecord(
                action.id(), request, texts, action.dispatches(), action.gates(), end, entries, action.version());
    }

    private static Actor.Agent agent(Request request) {
        return request.call().orElseThrow().agent();
    }

    @Test
    void whatTheServiceWroteIsSoundBeforeAndAfterItsEnd() {
        var action = accepted();
        assertThat(found()).isEmpty();

        ended(action);
        assertThat(found()).isEmpty();
    }

    /** The customer undoes it. */
    private ActionRecord undone(ActionRecord action) {
        return commands.perform(customer, new Actor.Panel(), (snapshot, now) -> {
                    var sample = Samples.undo(customer, now);
                    var undo = ActionRecord.accepted(
                            sample.id(),
                            new Request(
                                    new Undoing(customer, action.id()),
                                    action.request().name(),
                                    action.request().risk(),
                                    now),
                            sample.texts(),
                            snapshot.nextSequence());
                    return UndoRules.accept(undo, 1, undo);
                })
                .outcome();
    }

    @Test
    void anUndoIsSoundBeforeAndAfterItsEnd() {
        var undo = undone(ended(accepted()));
        assertThat(found()).isEmpty();

        ended(undo);
        assertThat(found()).isEmpty();
    }

    /** So that another action than the one that it undid would seem undone. */
    @Test
    void anUndoOfAnotherActionThanItsEntrySaysIsNamed() {
        var undo = ended(undone(ended(accepted())));
        var was = undo.request();
        var altered = new Request(new Undoing(customer, undo.id()), was.name(), was.risk(), was.at());
        ledger.plant(with(undo, altered, undo.texts(), undo.end(), undo.entries()));

        assertThat(found()).containsExactly(violation(Kind.ACTION_CHANGED, 5));
    }

    @Test
    void anActionThatNoLedgerAcceptedIsNamed() {
        var action = accepted();
        var forged = ActionId.of(action.request().call().orElseThrow().verification(), new IdempotencyKey("forged"));
        ledger.plant(new ActionRecord(
                forged, action.request(), action.texts(), action.dispatches(), null, null, action.entries(), 1));

        assertThat(found()).containsExactly(violation(Kind.ACTION_NOT_ACCEPTED, 3));
    }

    /** It was refused by recovery, and stays named until a person has settled it. */
    @Test
    void anActionThatWasSetAsideIsNamedInEachRun() {
        var action = accepted();
        var forged = ActionId.of(action.request().call().orElseThrow().verification(), new IdempotencyKey("forged"));
        ledger.plant(new ActionRecord(
                forged, action.request(), action.texts(), action.dispatches(), null, null, action.entries(), 1));
        ledger.setAside(forged, clock.instant());

        assertThat(found()).containsExactly(violation(Kind.ACTION_NOT_ACCEPTED, 3));
        assertThat(found()).containsExactly(violation(Kind.ACTION_NOT_ACCEPTED, 3));
    }

    @Test
    void anAlteredActionIsNamedBeforeAndAfterItsEnd() {
        UnaryOperator<ActionRecord> altered = was -> with(
                was,
                was.request(),
                new Texts(was.texts().parameters(), Samples.sealed("{\"other\":1}")),
                was.end(),
                was.entries());
        var action = accepted();
        ledger.plant(altered.apply(action));
        assertThat(found()).containsExactly(violation(Kind.ACTION_CHANGED, 3));

        ledger.plant(action);
        ledger.plant(altered.apply(ended(action)));
        assertThat(found()).containsExactly(violation(Kind.ACTION_CHANGED, 3));
    }

    @Test
    void anActionOfAlteredRiskIsNamed() {
        var action = accepted();
        var was = action.request();
        var altered = new Request(was.by(), was.name(), Risk.STANDARD, was.at());
        ledger.plant(with(action, altered, action.texts(), null, action.entries()));

        assertThat(found()).containsExactly(violation(Kind.ACTION_CHANGED, 3));
    }

    @Test
    void anotherCustomersActionIsNamedAndTheOwnIsMissed() {
        var action = accepted();
        var other = Samples.newCustomer();
        var was = action.request();
        var altered = new Request(new VerificationId(other, Samples.KEY), agent(was), was.name(), was.risk(), was.at());
        ledger.plant(with(action, altered, action.texts(), null, action.entries()));

        assertThat(found()).containsExactly(new Violation(Kind.ACTION_NOT_ACCEPTED, other, 3));
    }

    @Test
    void anEndedActionThatABackupShowsAsPendingIsNamed() {
        var action = accepted();
        ended(action);
        ledger.plant(action);

        assertThat(found()).containsExactly(violation(Kind.ACTION_END_DIFFERS, 3));
    }

    @Test
    void anotherEndThanTheLedgersIsNamed() {
        var action = ended(accepted());
        ledger.plant(
                with(action, action.request(), action.texts(), End.failed(clock.instant(), false), action.entries()));

        assertThat(found()).containsExactly(violation(Kind.ACTION_END_DIFFERS, 3));
    }

    @Test
    void anOpenActionWithoutItsItemIsNamed() {
        ledger.remove(accepted().id());

        assertThat(found()).containsExactly(violation(Kind.ACTION_MISSING, 0));
    }

    /** An action in flight: it ends between the reads of its item and of its ledger, whichever comes first. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void anActionThatEndsDuringTheAuditIsNoViolation(int call) {
        var action = accepted();

        assertThat(found(AuditStoreInBetween.of(store, call, () -> ended(action))))
                .isEmpty();
    }

    private Gates gates(ConsentBy by, Gate... names) {
        return new Gates(
                Stream.of(names)
                        .map(each -> new Shut(each, clock.instant().plus(Duration.ofDays(2))))
                        .toList(),
                by,
                false,
                3);
    }

    private static ActionRecord waitingFor(ActionRecord action, @Nullable Gates gates) {
        return new ActionRecord(
                action.id(), action.request(), action.texts(), action.dispatches(), gates, null, action.entries(), 1);
    }

    @Test
    void aWaitingActionIsSoundWhileItWaitsAndWhenItIsStopped() {
        var action = accepted(gates(ConsentBy.PANEL, Gate.CONSENT, Gate.HOLD));
        assertThat(found()).isEmpty();

        commands.perform(
                customer,
                new Actor.Panel(),
                (snapshot, now) -> new Gatekeeper(Limits.DEFAULTS)
                        .stop(new Gatekeeper.Case(snapshot, action), StopReason.CUSTOMER, null, now));
        assertThat(found()).isEmpty();
    }

    /** Gates that are gone, one less, over sooner, with another way for the code or of verification, or with more tries. */
    @Test
    void aWaitingActionWhoseGatesWereAlteredIsNamed() {
        var gates = gates(ConsentBy.PANEL, Gate.CONSENT, Gate.HOLD);
        var action = accepted(gates);
        var soon = clock.instant().plusSeconds(1);
        var forged = Stream.of(
                null,
                gates.without(List.of(Gate.HOLD)),
                new Gates(
                        gates.shut().stream()
                                .map(each -> new Shut(each.gate(), soon))
                                .toList(),
                        ConsentBy.PANEL,
                        false,
                        3),
                new Gates(gates.shut(), ConsentBy.SMS, false, 3),
                new Gates(gates.shut(), ConsentBy.PANEL, true, 3),
                new Gates(gates.shut(), ConsentBy.PANEL, false, 1_000_000));

        assertThat(forged.toList()).allSatisfy(each -> {
            ledger.plant(waitingFor(action, each));
            assertThat(found()).containsExactly(violation(Kind.ACTION_END_DIFFERS, 3));
        });
    }

    /** What the customer sees is not what was accepted. */
    @Test
    void aWaitingActionThatShowsOtherValuesIsNamed() {
        var action = accepted(gates(ConsentBy.PANEL, Gate.CONSENT));
        ledger.plant(with(
                action,
                action.request(),
                action.texts().withShown(Samples.sealed("[\"harmless\"]")),
                null,
                action.entries()));

        assertThat(found()).containsExactly(violation(Kind.ACTION_CHANGED, 3));
    }

    /** An item says that it was stopped, and its ledger does not: nobody would look at it any more. */
    @Test
    void aWaitingActionThatIsShownAsStoppedIsNamed() {
        var action = accepted(gates(ConsentBy.PANEL, Gate.CONSENT));
        ledger.plant(with(action, action.request(), action.texts(), End.stopped(clock.instant()), new Entries(3, 4)));

        assertThat(found())
                .containsExactlyInAnyOrder(violation(Kind.ACTION_MISSING, 0), violation(Kind.ACTION_END_DIFFERS, 3));
    }

    @Test
    void anOldEndIsComparedInTurn() {
        var check = new ActionCheck(store, new Sample(Samples.NOON, 100, 1_000_000), Samples.NOON);
        var action =
                Samples.action(customer, Instant.EPOCH).ended(End.succeeded(Instant.EPOCH, Samples.sealed("{}")), 9);
        var due = 0;
        for (int run = 0; run < 30 * 20; run++) {
            var at = Samples.NOON.plus(Duration.ofDays(run));
            due += new ActionCheck(store, new Sample(at, 100, 1_000_000), Samples.NOON)
                            .isDue(new StoredAction(action.id(), action, true))
                    ? 1
                    : 0;
        }

        assertThat(due).isBetween(8, 40);
        assertThat(check.isDue(new StoredAction(action.id(), null, false))).isTrue();
        assertThat(check.isDue(new StoredAction(action.id(), action, false))).isTrue();
        assertThat(check.isDue(new StoredAction(action.id(), Samples.action(customer, Instant.EPOCH), true)))
                .isTrue();
        assertThat(Optional.of(action).map(each -> check.isDue(new StoredAction(each.id(), recent(each), true))))
                .contains(true);
    }

    private static ActionRecord recent(ActionRecord action) {
        return with(
                action,
                action.request(),
                action.texts(),
                End.succeeded(Samples.NOON, Samples.sealed("{}")),
                action.entries());
    }
}
