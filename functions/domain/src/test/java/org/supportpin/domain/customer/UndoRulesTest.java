package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.ActionRecord.End;
import org.supportpin.domain.action.ActionRecord.Request;
import org.supportpin.domain.action.ActionRecord.StoredRefusal;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.testing.Samples;

class UndoRulesTest {

    private static final CustomerId CUSTOMER = new CustomerId("1001");

    private static ActionRecord action(ActionName name) {
        var like = Samples.action(CUSTOMER, Samples.NOON);
        return ActionRecord.accepted(
                like.id(), new Request(like.request().by(), name, Risk.STANDARD, Samples.NOON), like.texts(), 7);
    }

    private static ActionRecord ended(End end) {
        return action(ActionName.CHANGE_DNS_RECORDS).ended(end, 8);
    }

    private static @Nullable String rule(Optional<Refusal> refusal) {
        return refusal.map(Refusal::rule).orElse(null);
    }

    @ParameterizedTest
    @EnumSource(ActionName.class)
    void threeOfTheTenCanBeUndone(ActionName name) {
        var isOne = Stream.of(
                        ActionName.CHANGE_DNS_RECORDS,
                        ActionName.CHANGE_NAMESERVERS,
                        ActionName.CHANGE_HOSTING_SETTINGS)
                .anyMatch(name::equals);
        var done = action(name).ended(Samples.end(), 8);

        assertThat(UndoRules.isUndoable(name)).isEqualTo(isOne);
        assertThat(rule(UndoRules.against(done))).isEqualTo(isOne ? null : "not-undoable");
    }

    @Test
    void onlyWhatWasDoneIsUndone() {
        var at = Samples.NOON;
        assertThat(rule(UndoRules.against(ended(End.succeeded(at, null))))).isNull();
        assertThat(rule(UndoRules.against(action(ActionName.CHANGE_DNS_RECORDS))))
                .isEqualTo("not-done-yet");
        assertThat(rule(UndoRules.against(Samples.waiting(CUSTOMER, at)))).isEqualTo("not-done-yet");
        assertThat(rule(UndoRules.against(ended(End.failed(at, true))))).isEqualTo("outcome-unknown");
        assertThat(Stream.of(End.failed(at, false), End.stopped(at), End.refused(at, new StoredRefusal("a-rule", null)))
                        .map(end -> rule(UndoRules.against(ended(end)))))
                .containsOnly("nothing-to-undo");
    }

    @ParameterizedTest
    @CsvSource({"0, true", "259199999, true", "259200000, false", "259200001, false"})
    void seventyTwoHoursAreTheLimit(long milliseconds, boolean isInTime) {
        var refusal = UndoRules.againstTime(Samples.NOON, Samples.NOON.plus(Duration.ofMillis(milliseconds)));

        assertThat(rule(refusal)).isEqualTo(isInTime ? null : "undo-window-over");
    }

    @Test
    void onlyAnUndoThatLeftAllAsItWasIsTriedAgain() {
        var at = Samples.NOON;
        assertThat(Stream.of(End.failed(at, false), End.refused(at, new StoredRefusal("a-rule", null)))
                        .map(end -> UndoRules.isVain(ended(end))))
                .containsOnly(true);
        assertThat(Stream.of(
                                ended(End.succeeded(at, null)),
                                ended(End.failed(at, true)),
                                action(ActionName.CHANGE_DNS_RECORDS))
                        .map(UndoRules::isVain))
                .containsOnly(false);
    }

    /** Each refusal says in both languages what is to be done. */
    @Test
    void everyRefusalIsInGreekToo() {
        var refusals = Stream.concat(
                Arrays.stream(ActionName.values())
                        .flatMap(name -> Stream.of(action(name), action(name).ended(End.failed(Samples.NOON, true), 8)))
                        .flatMap(each -> UndoRules.against(each).stream()),
                Stream.of(UndoRules.tooOften(), UndoRules.unreadable()));

        assertThat(refusals).allSatisfy(each -> assertThat(each.greek()).containsPattern("\\p{IsGreek}{4}.*\\."));
    }
}
