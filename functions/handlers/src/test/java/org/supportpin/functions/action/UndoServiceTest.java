package org.supportpin.functions.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.ActionRecord.Texts;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.customer.ActionRules;
import org.supportpin.domain.customer.Contended;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.UndoRules;
import org.supportpin.domain.dns.FakeZones;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.testing.CrashPoints;
import org.supportpin.domain.testing.Mishaps.Mishap;
import org.supportpin.domain.testing.Together;
import org.supportpin.functions.action.UndoService.Outcome;

/** The customer undoes actions in the panel. */
class UndoServiceTest {

    private static final String SHOP = """
            {"domain":"papadopoulou.gr","changes":[{"op":"upsert","name":"shop","type":"A","records":["195.251.255.20"]}]}""";

    private static final String NAMESERVERS = """
            {"domain":"papadopoulou.gr","nameservers":[{"host":"ns1.other.gr"},{"host":"ns2.other.gr"}]}""";

    private final ActionHouse house = new ActionHouse();
    private final Zone before = house.zones.there();

    private ActionRecord done(ActionName name, String parameters) {
        house.execute(name, parameters);
        return found(house.id());
    }

    private ActionRecord shop() {
        return done(ActionName.CHANGE_DNS_RECORDS, SHOP);
    }

    private ActionRecord found(ActionId id) {
        return house.store.find(id).orElseThrow();
    }

    private ActionRecord undo(ActionRecord action) {
        return onRecord(house.undo(action.id()));
    }

    private static ActionRecord onRecord(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.OnRecord.class);
        return ((Outcome.OnRecord) outcome).undo();
    }

    private String rule(ActionRecord action) {
        return house.undo(action.id()) instanceof Outcome.Refused(var refusal) ? refusal.rule() : "none";
    }

    private List<String> entries() {
        return house.store.history(ActionHouse.CUSTOMER, Long.MAX_VALUE, 100).reversed().stream()
                .map(each -> each.entry().event().type())
                .toList();
    }

    @Test
    void itIsAnActionOfTheCustomersAndNamesTheOther() {
        var action = shop();

        var undo = undo(action);

        assertThat(undo.status()).isEqualTo(ActionStatus.SUCCEEDED);
        assertThat(undo.id()).isEqualTo(ActionId.ofUndo(action.id(), 1));
        assertThat(undo.request().undone()).contains(action.id());
        assertThat(undo.request().risk()).isEqualTo(Risk.STANDARD);
        assertThat(house.zones.there()).isEqualTo(before);
        assertThat(house.newest())
                .isInstanceOfSatisfying(
                        Event.ActionFinished.class,
                        finished -> assertThat(finished.undone()).isEqualTo(action.id()));
        assertThat(house.store.history(ActionHouse.CUSTOMER, Long.MAX_VALUE, 2))
                .allSatisfy(each -> assertThat(each.entry().actor()).isEqualTo(new Actor.Panel()));
        assertThat(entries()).endsWith("undo-accepted", "action-finished");
    }

    @Test
    void anotherTapFindsTheFirst() {
        var action = shop();
        var undo = undo(action);
        var entries = entries();

        assertThat(undo(action)).isEqualTo(undo);
        assertThat(house.zones.edits).hasSize(2);
        assertThat(entries()).isEqualTo(entries);
    }

    @Test
    void anUndoMayBeUndone() {
        var action = shop();
        var after = house.zones.there();
        var undo = undo(action);

        var redo = undo(undo);

        assertThat(redo.status()).isEqualTo(ActionStatus.SUCCEEDED);
        assertThat(house.zones.there()).isEqualTo(after);
        assertThat(undo(action)).isEqualTo(undo);
    }

    @Test
    void itIsNotUndoneInTurnForEver() {
        var action = shop();
        for (int i = 0; i < UndoRules.MOST_IN_A_ROW; i++) {
            action = undo(action);
            assertThat(action.status()).isEqualTo(ActionStatus.SUCCEEDED);
        }

        assertThat(rule(action)).isEqualTo("undone-too-often");
    }

    /** It is told as any other. */
    @Test
    void oneOfHighRiskIsToldBySms() {
        var action = done(ActionName.CHANGE_NAMESERVERS, NAMESERVERS);
        assertThat(house.sms.sent()).hasSize(1);

        assertThat(undo(action).request().risk()).isEqualTo(Risk.HIGH);

        assertThat(house.sms.sent()).hasSize(2);
    }

    @Test
    void whatHasChangedSinceIsToldAndNothingIsRecorded() {
        var action = shop();
        house.zones.set(FakeZones.address("shop.papadopoulou.gr", 30));
        var entries = entries();

        assertThat(house.undo(action.id()))
                .isEqualTo(new Outcome.ChangedSince(List.of(new Difference(
                        "shop.papadopoulou.gr A", "195.251.255.20 (TTL 3600)", "195.251.255.30 (TTL 3600)"))));
        assertThat(entries()).isEqualTo(entries);
        assertThat(house.zones.edits).hasSize(1);
    }

    @Test
    void aSystemThatIsDownIsAskedAgainLater() {
        var action = shop();
        house.zones.isDown = true;
        assertThat(house.undo(action.id())).isEqualTo(new Outcome.BackOfficeDown());
        house.zones.isDown = false;

        assertThat(undo(action).status()).isEqualTo(ActionStatus.SUCCEEDED);
    }

    /** One that left all as it was is tried again, with an ID of its own, so that no system takes it for the first. */
    @Test
    void oneThatDidNothingIsTriedAgainButNotForEver() {
        var action = shop();
        house.zones.mishaps.are(Mishap.DOWN, Mishap.REFUSES, Mishap.DOWN, Mishap.REFUSES);

        assertThat(IntStream.range(0, 4).mapToObj(_ -> undo(action).status()))
                .containsExactly(ActionStatus.FAILED, ActionStatus.REFUSED, ActionStatus.FAILED, ActionStatus.REFUSED);
        var fifth = undo(action);

        assertThat(fifth.status()).isEqualTo(ActionStatus.SUCCEEDED);
        assertThat(fifth.id()).isEqualTo(ActionId.ofUndo(action.id(), 5));
        assertThat(undo(action)).isEqualTo(fifth);
        assertThat(house.zones.edits).hasSize(2);
    }

    @Test
    void afterFiveThatDidNothingSupportMustHelp() {
        var action = shop();
        house.zones.mishaps.are(Mishap.DOWN, Mishap.DOWN, Mishap.DOWN, Mishap.DOWN, Mishap.DOWN);
        IntStream.range(0, UndoRules.MOST_ATTEMPTS).forEach(_ -> undo(action));

        assertThat(rule(action)).isEqualTo("undone-too-often");
    }

    /** The answer was lost: the same undo is found, and recovery ends it. */
    @Test
    void oneWithoutAnAnswerIsRecovered() {
        var action = shop();
        house.losesAnswer = true;
        var undo = undo(action);
        assertThat(undo.status()).isEqualTo(ActionStatus.PENDING);
        house.clock.advance(Duration.ofSeconds(61));

        house.recover();

        assertThat(undo(action).status()).isEqualTo(ActionStatus.SUCCEEDED);
        assertThat(house.zones.edits).hasSize(2);
        assertThat(house.zones.there()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"-1, none", "0, undo-window-over", "1, undo-window-over"})
    void seventyTwoHoursAreTheLimit(long milliseconds, String rule) {
        var action = shop();
        house.clock.advance(UndoRules.WINDOW.plusMillis(milliseconds));

        assertThat(rule(action)).isEqualTo(rule);
    }

    /** They are counted in the ledger's time, whatever the item says. */
    @Test
    void theTimeIsTheLedgers() {
        var action = shop();
        var end = Objects.requireNonNull(action.end());
        house.clock.advance(UndoRules.WINDOW);
        house.store.plant(new ActionRecord(
                action.id(),
                action.request(),
                action.texts(),
                action.dispatches(),
                null,
                new ActionRecord.End(end.status(), house.clock.instant(), end.result(), null, false),
                action.entries(),
                action.version()));

        assertThat(rule(action)).isEqualTo("undo-window-over");
    }

    @Test
    void anotherCustomersActionIsNotThere() {
        var action = shop();

        Outcome another = CrashPoints.none(points -> house.undo(new CustomerId("1002"), action.id(), points::wrap));
        assertThat(another).isEqualTo(new Outcome.NotFound());
        assertThat(house.undo(ActionId.ofUndo(action.id(), 1))).isEqualTo(new Outcome.NotFound());
    }

    @ParameterizedTest
    @EnumSource(ActionName.class)
    void theRegistryAndTheRulesAgree(ActionName name) {
        var one = ActionCrashTest.all().stream()
                .filter(each -> each.name() == name)
                .findFirst()
                .orElseThrow();
        var action = done(name, one.parameters());
        assertThat(action.status()).isEqualTo(ActionStatus.SUCCEEDED);

        assertThat(rule(action)).isEqualTo(UndoRules.isUndoable(name) ? "none" : "not-undoable");
    }

    /** Security row 29: what was done is what the ledger accepted, and nothing that somebody put in its place. */
    @Test
    void aForgedActionIsNotUndone() {
        var action = shop();
        var plan = house.store
                .read(ActionHouse.CUSTOMER)
                .seal()
                .orElseThrow()
                .seal(
                        "action-plan",
                        house.read("action-plan", action.texts().plan()).replace("195.251.255.20", "195.251.255.66"));
        var forged = new ActionRecord(
                action.id(),
                action.request(),
                new Texts(action.texts().parameters(), plan),
                action.dispatches(),
                null,
                action.end(),
                action.entries(),
                action.version());
        house.store.plant(forged);
        var entries = entries();

        assertThat(house.undo(action.id())).isEqualTo(new Outcome.NotFound());

        assertThat(entries()).isEqualTo(entries);
        assertThat(house.log.toString(StandardCharsets.UTF_8))
                .contains("\"outcome\":\"action-not-in-ledger\"")
                .contains("\"RotationViolations\":1");
    }

    /** The ledger accepted it, and has it as refused; its item says that it was done. */
    @Test
    void anActionThatTheLedgerHasAsRefusedIsNotUndone() {
        house.zones.mishaps.are(Mishap.REFUSES);
        var refused = shop();
        var forged = new ActionRecord(
                refused.id(),
                refused.request(),
                refused.texts(),
                refused.dispatches(),
                null,
                ActionRecord.End.succeeded(house.clock.instant(), null),
                refused.entries(),
                refused.version());
        house.store.plant(forged);

        assertThat(house.undo(refused.id())).isEqualTo(new Outcome.NotFound());
    }

    /** Who turns the service off because of what was done still undoes it. */
    @Test
    void theServiceNeedNotBeActive() {
        var action = done(ActionName.CHANGE_NAMESERVERS, NAMESERVERS);
        house.deactivate();

        assertThat(undo(action).status()).isEqualTo(ActionStatus.SUCCEEDED);
        assertThat(house.sms.sent()).hasSize(2);
    }

    @Test
    void manyOpenActionsAreTheLimitForAnUndoToo() {
        var action = shop();
        house.open(ActionRules.MOST_OPEN);

        assertThat(rule(action)).isEqualTo("too-many-open-actions");
    }

    @Test
    void ofAHundredTapsOneUndoes() {
        var action = done(ActionName.CHANGE_NAMESERVERS, NAMESERVERS);
        house.registrar.calls.clear();

        var undos = Together.run(100, _ -> {
            try {
                return house.undo(action.id());
            } catch (Contended tooMany) {
                return new Outcome.OnRecord(found(ActionId.ofUndo(action.id(), 1)));
            }
        });

        assertThat(undos)
                .allSatisfy(each -> assertThat(onRecord(each).id()).isEqualTo(ActionId.ofUndo(action.id(), 1)));
        assertThat(house.registrar.calls).hasSize(1);
        assertThat(entries().stream().filter("undo-accepted"::equals)).hasSize(1);
    }
}
