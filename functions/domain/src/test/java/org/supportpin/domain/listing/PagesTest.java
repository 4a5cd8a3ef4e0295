package org.supportpin.domain.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.domain.listing.Pages.Page;

class PagesTest {

    private final List<Integer> asked = new ArrayList<>();

    private Listing<String> read(int pages, int size) {
        return Pages.read(
                1,
                page -> {
                    asked.add(page);
                    return new Page<>(Collections.nCopies(size, "x"), page == pages ? null : page + 1);
                },
                _ -> true);
    }

    @Test
    void allPagesAreRead() {
        assertThat(read(3, 2)).isEqualTo(Listing.of(Collections.nCopies(6, "x")));
        assertThat(asked).containsExactly(1, 2, 3);
    }

    @Test
    void exactlyAsManyAsAreShownAreAll() {
        assertThat(read(2, 100).missing()).isEmpty();
    }

    @Test
    void moreThanAreShownAreAGapAndNotReadOn() {
        assertThat(read(50, 100)).isEqualTo(new Listing<>(Collections.nCopies(Listing.MOST, "x"), Gap.MORE));
        assertThat(asked).hasSize(3);
    }

    @Test
    void pagesWithoutEndAreReadTwentyTimes() {
        assertThat(read(Integer.MAX_VALUE, 0)).isEqualTo(new Listing<>(List.of(), Gap.MORE));
        assertThat(asked).hasSize(20);
    }

    @Test
    void whatIsNotOnesOwnIsLeftOutAndTakesNoPlace() {
        var listed = Pages.<String, Integer>read(
                1,
                page -> new Page<>(
                        page == 1 ? Collections.nCopies(500, "theirs") : List.of("own"), page == 1 ? 2 : null),
                "own"::equals);

        assertThat(listed).isEqualTo(Listing.of(List.of("own")));
    }

    @Test
    void whatWasReadBeforeAFailureIsKept() {
        var listed = Pages.<String, Integer>read(
                1,
                page -> {
                    if (page == 2) {
                        throw new BackOfficeUnavailable("test");
                    }
                    return new Page<>(List.of("x"), 2);
                },
                _ -> true);

        assertThat(listed).isEqualTo(new Listing<>(List.of("x"), Gap.UNAVAILABLE));
    }

    @Test
    void aFailureOfTheFirstPageIsThrown() {
        assertThatThrownBy(() -> Pages.<String, Integer>read(
                        1,
                        _ -> {
                            throw new BackOfficeUnavailable("test");
                        },
                        _ -> true))
                .isInstanceOf(BackOfficeUnavailable.class);
    }

    @Test
    void atTheDeadlineNoFurtherPageIsAskedFor() {
        var over = Deadline.in(() -> Duration.ZERO);

        assertThat(over.<Listing<String>, RuntimeException>hold(() -> read(3, 1)))
                .isEqualTo(new Listing<>(List.of("x"), Gap.UNAVAILABLE));
        assertThat(asked).containsExactly(1);
    }
}
