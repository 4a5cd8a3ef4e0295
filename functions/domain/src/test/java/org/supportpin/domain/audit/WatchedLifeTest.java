package org.supportpin.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.domain.audit.Change.Removal.BY_EXPIRY;
import static org.supportpin.domain.audit.Change.Removal.BY_HAND;
import static org.supportpin.domain.audit.Change.Removal.NONE;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.supportpin.domain.audit.Change.Image;
import org.supportpin.domain.audit.Violation.Kind;

/** The table of ADR 40, row by row. */
class WatchedLifeTest {

    private static Image image(long version) {
        return new Image(version, "the same");
    }

    @Nested
    class Changes {

        @ParameterizedTest
        @EnumSource(
                value = ItemLaw.class,
                names = {"COUNTED", "QUEUED", "KEPT"})
        void whatIsCountedGrowsByOne(ItemLaw law) {
            assertThat(law.broken(image(3), image(4), NONE)).isEmpty();
            assertThat(law.broken(image(3), image(3), NONE)).contains(Kind.ITEM_CHANGED);
            assertThat(law.broken(image(3), image(5), NONE)).contains(Kind.ITEM_CHANGED);
            assertThat(law.broken(image(3), image(2), NONE)).contains(Kind.ITEM_CHANGED);
        }

        @ParameterizedTest
        @EnumSource(
                value = ItemLaw.class,
                names = {"ONCE", "ONCE_FOR_A_WHILE"})
        void whatIsWrittenOnceNeverChanges(ItemLaw law) {
            assertThat(law.broken(null, image(0), NONE)).isEmpty();
            assertThat(law.broken(image(0), image(0), NONE)).contains(Kind.ITEM_CHANGED);
        }

        @ParameterizedTest
        @EnumSource(ItemLaw.class)
        void whatIsFixedStays(ItemLaw law) {
            assertThat(law.broken(image(3), new Image(4, "another"), NONE)).contains(Kind.ITEM_CHANGED);
        }

        @Test
        void anAnchorStaysOrGoesOn() {
            assertThat(ItemLaw.FORWARD.broken(image(3), image(3), NONE)).isEmpty();
            assertThat(ItemLaw.FORWARD.broken(image(3), image(9), NONE)).isEmpty();
            assertThat(ItemLaw.FORWARD.broken(image(3), image(2), NONE)).contains(Kind.ITEM_CHANGED);
        }

        @Test
        void anOfferIsReplacedByALaterOne() {
            assertThat(ItemLaw.REPLACED.broken(image(3), image(9), NONE)).isEmpty();
            assertThat(ItemLaw.REPLACED.broken(image(3), image(3), NONE)).contains(Kind.ITEM_CHANGED);
        }

        @Test
        void aNoticeAndAViolationBeginAtTheBeginning() {
            assertThat(ItemLaw.QUEUED.broken(null, image(1), NONE)).isEmpty();
            assertThat(ItemLaw.QUEUED.broken(null, image(2), NONE)).contains(Kind.ITEM_CHANGED);
            assertThat(ItemLaw.KEPT.broken(null, image(2), NONE)).contains(Kind.ITEM_CHANGED);
            assertThat(ItemLaw.COUNTED.broken(null, image(7), NONE)).isEmpty();
            assertThat(ItemLaw.COUNTED.broken(null, image(0), NONE)).contains(Kind.ITEM_CHANGED);
        }
    }

    @Nested
    class Removals {

        @ParameterizedTest
        @EnumSource(
                value = ItemLaw.class,
                names = {"ONCE", "FORWARD", "KEPT"})
        void whatStaysIsNeverRemoved(ItemLaw law) {
            assertThat(law.broken(image(1), null, BY_EXPIRY)).contains(Kind.ITEM_REMOVED);
            assertThat(law.broken(image(1), null, BY_HAND)).contains(Kind.ITEM_REMOVED);
        }

        @ParameterizedTest
        @EnumSource(
                value = ItemLaw.class,
                names = {"ONCE_FOR_A_WHILE", "COUNTED", "REPLACED"})
        void whatExpiresIsRemovedByTheTableAlone(ItemLaw law) {
            assertThat(law.broken(image(1), null, BY_EXPIRY)).isEmpty();
            assertThat(law.broken(image(1), null, BY_HAND)).contains(Kind.ITEM_REMOVED);
        }

        @Test
        void aNoticeIsTaken() {
            assertThat(ItemLaw.QUEUED.broken(image(1), null, BY_HAND)).isEmpty();
        }
    }
}
