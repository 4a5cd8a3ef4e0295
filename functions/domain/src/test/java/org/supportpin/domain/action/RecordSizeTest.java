package org.supportpin.domain.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.ActionRecord.Texts;
import org.supportpin.domain.identity.SealedText;

/** Security row 30: what cannot be recorded until its end is refused before it is done, to the byte. */
class RecordSizeTest {

    private static final List<Difference> NONE = List.of();
    private static final Texts EMPTY = texts("", "");

    private static Texts texts(String parameters, String plan) {
        return new Texts(sealed(parameters), sealed(plan));
    }

    private static SealedText sealed(String text) {
        return SealedText.stored(1, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Difference difference(int bytes) {
        return new Difference("w".repeat(1000), "b".repeat(bytes - 1012), null);
    }

    @Test
    void parametersAndPlanMayTakeUpThisMuchAndNotAByteMore() {
        int parameters = 32 * 1024;
        int plan = RecordSize.MOST_TEXTS - parameters;

        assertThat(RecordSize.refusal(texts("a".repeat(parameters), "b".repeat(plan)), NONE))
                .isEmpty();
        assertThat(RecordSize.refusal(texts("a".repeat(parameters), "b".repeat(plan + 1)), NONE))
                .map(Refusal::rule)
                .contains("change-too-large");
    }

    @Test
    void aGreekLetterTakesUpTwoBytes() {
        var half = "α".repeat(RecordSize.MOST_TEXTS / 2);

        assertThat(RecordSize.refusal(texts("", half), NONE)).isEmpty();
        assertThat(RecordSize.refusal(texts("x", half), NONE)).isPresent();
    }

    @Test
    void theChangesMayTakeUpThisMuchAndNotAByteMore() {
        assertThat(RecordSize.refusal(EMPTY, List.of(difference(40_000), difference(60_000))))
                .isEmpty();
        assertThat(RecordSize.refusal(EMPTY, List.of(difference(40_000), difference(60_001))))
                .isPresent();
    }

    @Test
    void whatJsonEscapesCountsAsItIsStored() {
        int most = RecordSize.MOST_CHANGES - 12;

        assertThat(RecordSize.refusal(EMPTY, List.of(new Difference("", "\\".repeat(most / 2), null))))
                .isEmpty();
        assertThat(RecordSize.refusal(EMPTY, List.of(new Difference("", "\\".repeat(most / 2 + 1), null))))
                .isPresent();
        assertThat(RecordSize.refusal(EMPTY, List.of(new Difference("", "\u0001".repeat(most / 6 + 1), null))))
                .isPresent();
    }

    @Test
    void aNoteCountsAndIsShortenedToo() {
        var large = new Difference("what", null, null, "n".repeat(RecordSize.MOST_CHANGES));

        assertThat(RecordSize.refusal(EMPTY, List.of(large))).isPresent();
        assertThat(RecordSize.fitting(List.of(large))).containsExactly(large.noted("n".repeat(100) + "…"));
    }

    /** The second line of defence: that something was done is recorded, though not all of it. */
    @Test
    void whatWasDoneAndBecameTooLargeIsRecordedShortened() {
        var large = Collections.nCopies(50, new Difference("ω".repeat(300), "α".repeat(90_000), null));

        var fitting = RecordSize.fitting(large);

        assertThat(fitting)
                .hasSize(50)
                .allSatisfy(each ->
                        assertThat(each).isEqualTo(new Difference("ω".repeat(100) + "…", "α".repeat(100) + "…", null)));
        assertThat(RecordSize.refusal(EMPTY, fitting)).isEmpty();
    }

    @Test
    void whatFitsIsRecordedAsItIs() {
        var changes = List.of(difference(RecordSize.MOST_CHANGES));

        assertThat(RecordSize.fitting(changes)).isSameAs(changes);
        assertThat(RecordSize.fitting("r".repeat(RecordSize.MOST_RESULT))).isPresent();
        assertThat(RecordSize.fitting("r".repeat(RecordSize.MOST_RESULT + 1))).isEmpty();
    }

    /** Shortened inside no character. */
    @Test
    void aCharacterOfTwoHalvesIsNotTornApart() {
        var shortened = RecordSize.fitting(List.of(new Difference("🙂".repeat(60_000), null, null)));

        assertThat(shortened.getFirst().what()).isEqualTo("🙂".repeat(100) + "…");
        assertThat(shortened.getFirst().what().getBytes(StandardCharsets.UTF_8)).hasSize(403);
    }
}
