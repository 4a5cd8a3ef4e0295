package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.domain.customer.Customer.Mobile;
import org.supportpin.domain.customer.Event.CodeRejected;
import org.supportpin.domain.customer.Mobiles.Confirmation.Confirmed;
import org.supportpin.domain.customer.Mobiles.Confirmation.NothingPending;
import org.supportpin.domain.customer.Mobiles.Confirmation.Rejected;
import org.supportpin.domain.customer.Mobiles.Declaration.CodeDue;
import org.supportpin.domain.customer.Mobiles.Declaration.TooSoon;
import org.supportpin.domain.customer.Mobiles.Numbers;
import org.supportpin.domain.customer.SmsBudgets.Whose;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.phone.PhoneNumber;

class MobilesTest {

    private static final PhoneNumber MOBILE = new PhoneNumber("+306912345678");
    private static final PhoneNumber CLAIMED = new PhoneNumber("+306900000001");
    private static final PhoneNumber OTHER = new PhoneNumber("+306987654321");

    private final Story story = new Story(Limits.DEFAULTS);

    private @Nullable Instant held() {
        return Objects.requireNonNull(story.state.mobile().confirmed()).heldUntil();
    }

    @Nested
    class Declaring {

        @Test
        void aCodeOfItsOwnIsDueForTenMinutes() {
            assertThat(story.declare(false)).isEqualTo(new CodeDue(1, story.now.plus(Duration.ofMinutes(10))));
            assertThat(story.after(Duration.ofMinutes(2)).declare(false))
                    .isEqualTo(new CodeDue(2, story.now.plus(Duration.ofMinutes(10))));
        }

        @Test
        void putsNoMobileOnFileYet() {
            story.declare(false);

            assertThat(story.state.mobile().confirmed()).isNull();
            assertThat(story.state.isActive()).isFalse();
            assertThat(story.state.language()).isEqualTo(Language.ENGLISH);
            assertThat(story.state.secret()).isEqualTo(new Customer.SecretRef(1, 0, false, 1));
        }

        @Test
        void theSameNumberWaitsForTheCooldown() {
            story.declare(false);
            var free = story.now.plus(Duration.ofMinutes(1));

            assertThat(story.declare(true)).isEqualTo(new TooSoon(free, Whose.CUSTOMER));
            assertThat(story.at(free.minusMillis(1)).declare(true)).isEqualTo(new TooSoon(free, Whose.CUSTOMER));
            assertThat(story.at(free).declare(true)).isInstanceOf(CodeDue.class);
        }

        @Test
        void aMistypedNumberIsCorrectedAtOnceButCounts() {
            var first = story.now;
            for (int i = 0; i < 3; i++) {
                assertThat(story.declare(false)).isInstanceOf(CodeDue.class);
                story.after(Duration.ofSeconds(1));
            }

            var free = first.plus(Duration.ofMinutes(30));
            assertThat(story.declare(false)).isEqualTo(new TooSoon(free, Whose.CUSTOMER));
            assertThat(story.at(free.minusMillis(1)).declare(false)).isEqualTo(new TooSoon(free, Whose.CUSTOMER));
            assertThat(story.at(free).declare(false)).isInstanceOf(CodeDue.class);
        }

        @Test
        void tenCodesADayAreTheMost() {
            var first = story.now;
            for (int i = 0; i < 10; i++) {
                assertThat(story.declare(false)).isInstanceOf(CodeDue.class);
                story.after(Duration.ofHours(1));
            }

            assertThat(story.declare(false)).isEqualTo(new TooSoon(first.plus(Duration.ofDays(1)), Whose.CUSTOMER));
        }

        @Test
        void confirmationGivesNoNewBudget() {
            for (int i = 0; i < 3; i++) {
                story.declare(false);
                story.confirm(true);
            }

            assertThat(story.declare(false)).isInstanceOf(TooSoon.class);
        }
    }

    /** What the old key sealed is lost, and the ledger says so. */
    @Test
    void aRecordKeyThatDidNotOpenIsReplaced() {
        story.activate();
        story.recordKey = 2;
        story.declare(false);

        assertThat(story.state.secret()).isEqualTo(new Customer.SecretRef(2, 1, true, 2));
        var lost = new Numbers(new PhoneNumber("+306900000009"), null, Set.of());
        assertThat(story.confirm(true, lost)).isEqualTo(new Confirmed(story.now, List.of()));
        assertThat(story.state.secret()).isEqualTo(new Customer.SecretRef(3, 1, true, 2));
        assertThat(story.state.mobile().confirmed())
                .as("whoever it was that could no longer be told")
                .isEqualTo(new Mobile(story.now, story.now.plus(Duration.ofDays(3))));
    }

    @Nested
    class Confirming {

        @Test
        void theRightCodePutsTheMobileOnFile() {
            story.declare(false);

            assertThat(story.after(Duration.ofSeconds(9)).confirm(true)).isEqualTo(new Confirmed(story.now, List.of()));
            assertThat(story.state.mobile().confirmed()).isEqualTo(new Mobile(story.now, null));
            assertThat(story.state.mobile().pending()).isNull();
        }

        @ParameterizedTest
        @CsvSource({"PT9M59.999S, true", "PT10M, false", "PT10M0.001S, false"})
        void theCodeIsAcceptedForTenMinutes(Duration later, boolean accepted) {
            story.declare(false);

            assertThat(story.after(later).confirm(true))
                    .isInstanceOf(accepted ? Confirmed.class : NothingPending.class);
        }

        @Test
        void fiveWrongCodesVoidIt() {
            story.declare(false);
            for (int left = 4; left >= 0; left--) {
                assertThat(story.confirm(false)).isEqualTo(new Rejected(left));
            }

            assertThat(story.confirm(true)).isEqualTo(new NothingPending());
            assertThat(story.count(CodeRejected.class)).isEqualTo(5);
            assertThat(story.state.mobile().confirmed()).isNull();
        }

        @Test
        void aCodeWorksOnce() {
            story.declare(false);
            story.confirm(true);

            assertThat(story.confirm(true)).isEqualTo(new NothingPending());
        }

        @Test
        void withoutADeclarationThereIsNothingToConfirm() {
            assertThat(story.confirm(true)).isEqualTo(new NothingPending());
            assertThat(story.entries).isEmpty();
        }

        @Test
        void aNewDeclarationGivesNewAttempts() {
            story.declare(false);
            story.confirm(false);
            story.declare(false);

            assertThat(story.confirm(false)).isEqualTo(new Rejected(4));
        }
    }

    /** The number that the panel has verified counts as the mobile on file. */
    @Nested
    class Claimed {

        @Test
        void theClaimedNumberItselfIsNotHeld() {
            story.declare(false);

            assertThat(story.confirm(true, new Numbers(MOBILE, null, Set.of(MOBILE))))
                    .isEqualTo(new Confirmed(story.now, List.of()));
            assertThat(held()).isNull();
        }

        @Test
        void anotherNumberIsHeldAlsoIfNoneIsOnFile() {
            story.declare(false);

            assertThat(story.confirm(true, new Numbers(MOBILE, null, Set.of(CLAIMED))))
                    .isEqualTo(new Confirmed(story.now, List.of(CLAIMED)));
            assertThat(held()).isEqualTo(story.now.plus(Duration.ofDays(3)));
        }

        @Test
        void everyOtherNumberOfTheCustomersIsTold() {
            story.activate();
            story.declare(false);
            var numbers = new Numbers(OTHER, MOBILE, Set.of(MOBILE, CLAIMED, OTHER));

            assertThat(story.confirm(true, numbers)).isEqualTo(new Confirmed(story.now, List.of(MOBILE, CLAIMED)));
        }
    }

    @Nested
    class Replacing {

        @Test
        void anotherMobileIsHeldForThreeDays() {
            story.declare(false);
            story.confirm(true);
            story.after(Duration.ofDays(10)).declare(false);

            assertThat(story.confirm(true))
                    .isEqualTo(new Confirmed(story.now, List.of(new PhoneNumber("+306912345678"))));
            assertThat(story.state.mobile().confirmed())
                    .isEqualTo(new Mobile(story.now, story.now.plus(Duration.ofDays(3))));
        }

        @Test
        void theMobileOnFileConfirmedAgainNeitherBeginsNorEndsAHold() {
            story.declare(false);
            story.confirm(true, new Numbers(MOBILE, null, Set.of()));
            story.after(Duration.ofDays(10)).declare(false);

            assertThat(story.confirm(true, new Numbers(MOBILE, MOBILE, Set.of(CLAIMED))))
                    .isEqualTo(new Confirmed(story.now, List.of()));
            assertThat(held()).isNull();

            story.after(Duration.ofDays(10)).declare(false);
            story.confirm(true, new Numbers(OTHER, MOBILE, Set.of()));
            var until = held();
            assertThat(until).isEqualTo(story.now.plus(Duration.ofDays(3)));
            story.after(Duration.ofHours(1)).declare(false);
            story.confirm(true, new Numbers(OTHER, OTHER, Set.of()));

            assertThat(held()).isEqualTo(until);
        }

        @Test
        void aCodeNotYetGivenReplacesNothing() {
            story.declare(false);
            story.confirm(true);
            var before = story.state.mobile().confirmed();
            story.after(Duration.ofDays(10)).declare(false);
            story.confirm(false);

            assertThat(story.state.mobile().confirmed()).isEqualTo(before);
        }

        @Test
        void deactivationAndActivationLiftNoHold() {
            story.activate();
            story.declare(false);
            story.confirm(true);
            var held = story.state.mobile().confirmed();
            story.deactivate();
            story.activate();

            assertThat(story.state.mobile().confirmed()).isEqualTo(held);
        }
    }
}
