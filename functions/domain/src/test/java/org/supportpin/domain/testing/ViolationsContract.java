package org.supportpin.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.audit.FoundViolation;
import org.supportpin.domain.audit.FoundViolation.Finder;
import org.supportpin.domain.audit.FoundViolation.Resolution;
import org.supportpin.domain.audit.Violation;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.audit.Violations;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CustomerId;

/** What every {@link Violations} promises. */
public abstract class ViolationsContract {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123Z");

    private final CustomerId customer = Samples.newCustomer();

    protected abstract Violations violations();

    private FoundViolation found(long sequence, Instant at) {
        return FoundViolation.first(new Violation(Kind.ENTRY_CHANGED, customer, sequence), at, Finder.WATCH);
    }

    private static Resolution resolution(Instant at) {
        return new Resolution(new AgentId("auditor-1"), "Restored.", at);
    }

    @Test
    void isKeptOnceWhoeverFindsIt() {
        var first = found(7, NOON);
        assertThat(violations().keep(first, NOON)).isTrue();
        var again = FoundViolation.first(first.violation(), NOON.plusSeconds(60), Finder.SWEEP);

        assertThat(violations().keep(again, Instant.MIN)).isFalse();

        assertThat(violations().find(first.id())).contains(first);
    }

    @Test
    void anItemIsPartOfIt() {
        var one = FoundViolation.first(
                new Violation(Kind.ITEM_CHANGED, null, 0, "AGENT#" + customer), NOON, Finder.AUDIT);
        var other = FoundViolation.first(
                new Violation(Kind.ITEM_CHANGED, null, 0, "ORDER#" + customer), NOON, Finder.AUDIT);

        assertThat(violations().keep(one, NOON)).isTrue();
        assertThat(violations().keep(other, NOON)).isTrue();
        assertThat(violations().find(one.id())).contains(one);
    }

    @Test
    void onlyTheNewestVersionIsFollowed() {
        var first = found(7, NOON);
        assertThat(violations().write(first)).isTrue();
        var resolved = first.resolved(resolution(NOON));
        assertThat(violations().write(resolved)).isTrue();

        assertThat(violations().write(first.resolved(resolution(NOON.plusSeconds(1)))))
                .isFalse();
        assertThat(violations().find(first.id())).contains(resolved);
    }

    @Test
    void opensAgainOnlyIfItIsDoneAgain() {
        var first = found(7, NOON);
        violations().keep(first, NOON);
        violations().write(first.resolved(resolution(NOON.plusSeconds(60))));

        assertThat(violations().keep(found(7, NOON.plusSeconds(90)), NOON.plusSeconds(30)))
                .isFalse();
        assertThat(violations().keep(found(7, NOON.plusSeconds(120)), NOON.plusSeconds(90)))
                .isTrue();

        assertThat(violations().find(first.id()))
                .hasValueSatisfying(each -> assertThat(each.detectedAt()).isEqualTo(NOON.plusSeconds(120)));
    }

    @Test
    void theOpenOnesAreListedNewestFirstPageByPage() {
        for (int i = 1; i <= 5; i++) {
            violations().keep(found(i, NOON.plusSeconds(i)), NOON);
        }
        var third = found(3, NOON.plusSeconds(3));
        violations().write(third.resolved(resolution(NOON.plusSeconds(60))));
        var listed = new ArrayList<Long>();
        @Nullable String next = null;
        do {
            var page = violations().open(next, 2);
            assertThat(page.violations()).hasSizeLessThanOrEqualTo(2);
            page.violations().stream()
                    .map(FoundViolation::violation)
                    .filter(each -> customer.equals(each.customer()))
                    .forEach(each -> listed.add(each.sequence()));
            next = page.next();
        } while (next != null);

        assertThat(listed).containsExactly(5L, 4L, 2L, 1L);
    }

    @Test
    void aPageThatNobodyNamedIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> violations().open("elsewhere", 2));
    }
}
