package org.supportpin.domain.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.domain.action.BackOfficeSystem.BILLING;
import static org.supportpin.domain.action.BackOfficeSystem.DNS;
import static org.supportpin.domain.action.BackOfficeSystem.HOSTING;
import static org.supportpin.domain.action.BackOfficeSystem.MAIL;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.deadline.Deadline;

class FairTurnsTest {

    /** With five systems, six seconds for each. */
    private Duration left = Duration.ofSeconds(30);

    private final FairTurns turns = new FairTurns(Deadline.in(() -> left));

    private boolean hasTurn(BackOfficeSystem... needed) {
        return turns.next(Set.of(needed)).isPresent();
    }

    private void look(boolean isAnswered, Duration took, BackOfficeSystem... needed) {
        var turn = turns.next(Set.of(needed)).orElseThrow();
        left = left.minus(took);
        turns.ended(turn, isAnswered);
    }

    private void answers(BackOfficeSystem... needed) {
        look(true, Duration.ofMillis(10), needed);
    }

    private void isSilent(BackOfficeSystem... needed) {
        look(false, Duration.ofSeconds(1), needed);
    }

    @Test
    void aSystemThatDoesNotAnswerIsAskedOnceAndTheOthersGoOn() {
        isSilent(DNS);

        assertThat(hasTurn(DNS)).isFalse();
        assertThat(hasTurn(DNS, HOSTING)).isFalse();
        assertThat(hasTurn(BILLING)).isTrue();
    }

    @Test
    void aSystemThatAnswersIsAskedAgain() {
        answers(DNS);
        answers(DNS);

        assertThat(hasTurn(DNS)).isTrue();
    }

    @Test
    void aSystemThatStopsAnsweringIsNotAskedAgain() {
        answers(DNS);
        isSilent(DNS);

        assertThat(hasTurn(DNS)).isFalse();
    }

    @Test
    void ofTwoSystemsTheOneThatHasNotAnsweredIsTheSilentOne() {
        answers(BILLING);
        isSilent(BILLING, MAIL);

        assertThat(hasTurn(BILLING)).isTrue();
        assertThat(hasTurn(MAIL)).isFalse();
    }

    @Test
    void ifNobodyKnowsWhichOfTwoIsSilentEachIsAskedAlone() {
        isSilent(HOSTING, DNS);
        assertThat(hasTurn(HOSTING, DNS)).isFalse();

        answers(HOSTING);
        isSilent(HOSTING, DNS);

        assertThat(hasTurn(HOSTING)).isTrue();
        assertThat(hasTurn(DNS)).isFalse();
    }

    @Test
    void bothAreAskedTogetherAgainOnceBothHaveAnswered() {
        isSilent(HOSTING, DNS);
        answers(HOSTING);
        answers(DNS);

        assertThat(hasTurn(HOSTING, DNS)).isTrue();
    }

    @Test
    void ifBothHadAnsweredEachIsAskedAloneToo() {
        answers(HOSTING);
        answers(DNS);
        isSilent(HOSTING, DNS);

        assertThat(hasTurn(HOSTING, DNS)).isFalse();
        isSilent(DNS);
        answers(HOSTING);
        assertThat(hasTurn(HOSTING)).isTrue();
    }

    @Test
    void aTurnEndsWithItsSystemsShare() {
        assertThat(turns.next(Set.of(DNS)).orElseThrow().deadline().left())
                .isBetween(Duration.ofMillis(5500), Duration.ofSeconds(6));
        look(true, Duration.ofSeconds(2), DNS);

        assertThat(turns.next(Set.of(DNS, BILLING)).orElseThrow().deadline().left())
                .isBetween(Duration.ofMillis(3500), Duration.ofSeconds(4));
    }

    /** It answers, but so slowly that the others would wait. */
    @Test
    void aSlowSystemHasNoTurnOnceHalfOfItsShareIsUsed() {
        look(true, Duration.ofSeconds(3), DNS);
        assertThat(hasTurn(DNS)).isTrue();
        look(true, Duration.ofMillis(1), DNS);

        assertThat(hasTurn(DNS)).isFalse();
        assertThat(hasTurn(DNS, BILLING)).isFalse();
        assertThat(hasTurn(BILLING)).isTrue();
    }

    @Test
    void nobodyHasATurnTooShortForAnAnswer() {
        left = Duration.ofMillis(3001);
        assertThat(hasTurn(DNS)).isTrue();
        assertThat(turns.next(Set.of(DNS)).orElseThrow().deadline().left())
                .isLessThanOrEqualTo(Duration.ofMillis(3001));
        left = Duration.ofMillis(2999);

        assertThat(hasTurn(DNS)).isFalse();
        assertThat(turns.isOver()).isTrue();
    }

    @Test
    void aRunWithoutTimeGivesNoTurn() {
        left = Duration.ZERO;

        assertThat(new FairTurns(Deadline.in(() -> left)).next(Set.of(DNS))).isEmpty();
    }

    @Test
    void whatNeedsNoSystemHasATurn() {
        isSilent(DNS);

        assertThat(hasTurn()).isTrue();
    }
}
