package org.supportpin.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.audit.DailyRoot.Signed;
import org.supportpin.domain.audit.MerkleTree;
import org.supportpin.domain.audit.Roots;

/** The contract of every store of roots. Each test has days of its own. */
public abstract class RootsContract {

    protected abstract Roots roots();

    @Test
    void theFirstRootOfADayStays() {
        var day = LocalDate.of(2041, 3, 1);
        assertThat(roots().isKept(day)).isFalse();
        roots().keep(new Signed(day, "first"));
        roots().keep(new Signed(day, "second"));

        assertThat(roots().isKept(day)).isTrue();
        assertThat(roots().isKept(day.plusDays(1))).isFalse();
        assertThat(roots().list(day.plusDays(1), 1)).containsExactly(new Signed(day, "first"));
    }

    @Test
    void theyAreListedNewestFirstBelowADay() {
        var first = LocalDate.of(2042, 12, 30);
        for (int day = 0; day < 5; day++) {
            roots().keep(new Signed(first.plusDays(day), "day " + day));
        }

        assertThat(roots().list(first.plusDays(4), 3))
                .extracting(Signed::statement)
                .containsExactly("day 3", "day 2", "day 1");
        assertThat(roots().list(LocalDate.of(2000, 1, 1), 10)).isEmpty();
    }

    @Test
    void aDaysSecretNeverChangesAndIsAnotherEachDay() {
        var day = LocalDate.of(2043, 5, 5);
        try (var first = roots().secret(day);
                var again = roots().secret(day);
                var other = roots().secret(day.plusDays(1))) {
            assertThat(first.insecureAccess()).hasSize(32).isEqualTo(again.insecureAccess());
            assertThat(other.insecureAccess()).isNotEqualTo(first.insecureAccess());
        }
    }

    /** It is no root either. */
    @Test
    void aSecretIsNotListed() {
        var day = LocalDate.of(2044, 5, 5);
        roots().secret(day).close();

        assertThat(roots().isKept(day)).isFalse();
        assertThat(roots().list(day.plusDays(1), 1))
                .noneMatch(each -> each.day().equals(day));
    }

    @Test
    void whatARunCollectsIsItsOwn() {
        var run = Instant.parse("2045-01-01T00:30:00Z");
        var leaves = new ArrayList<byte[]>();
        for (int leaf = 0; leaf < 20_500; leaf++) {
            leaves.add(MerkleTree.leaf(new byte[] {(byte) leaf, (byte) (leaf >> 8)}));
        }
        roots().collect(run, 0, leaves);
        roots().collect(run, 2, leaves.subList(0, 1));
        roots().collect(run.plusSeconds(1800), 0, leaves.subList(1, 2));

        assertThat(hex(roots().collected(run, 3))).hasSize(20_501).containsAll(hex(leaves));
        assertThat(roots().collected(run, 1)).hasSize(20_500);
        assertThat(hex(roots().collected(run.plusSeconds(1800), 3))).isEqualTo(hex(leaves.subList(1, 2)));
        assertThat(roots().collected(run.plusSeconds(3600), 3)).isEmpty();
    }

    private static List<String> hex(List<byte[]> leaves) {
        return leaves.stream().map(HexFormat.of()::formatHex).toList();
    }
}
