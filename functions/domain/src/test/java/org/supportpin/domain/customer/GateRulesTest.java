package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.Gate;
import org.supportpin.domain.action.Gates;
import org.supportpin.domain.action.Gates.ConsentBy;
import org.supportpin.domain.action.Gates.Shut;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.customer.GateRules.Facts;
import org.supportpin.domain.customer.Verification.PinSource;

/** The table of docs/trust.md, over all its combinations. */
class GateRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private static List<Gate> gates(GateSettings settings, Facts facts) {
        return new GateRules(settings, Limits.DEFAULTS)
                .gates(facts, NOW).stream()
                        .flatMap(gates -> gates.shut().stream())
                        .map(Shut::gate)
                        .toList();
    }

    private static Gates only(GateSettings settings, Facts facts) {
        return new GateRules(settings, Limits.DEFAULTS).gates(facts, NOW).orElseThrow();
    }

    private static Facts facts(Risk risk, boolean isAsked, PinSource source, boolean isRecent) {
        return new Facts(ActionName.CHANGE_NAMESERVERS, risk, isAsked, source, isRecent, true, null);
    }

    private static Facts until(@Nullable Instant latest) {
        return new Facts(ActionName.RECALL_GR_DOMAIN, Risk.HIGH, false, PinSource.SMS, false, true, latest);
    }

    /** Policy × source × risk × recent changes × each setting, and what the table says. */
    static Stream<Arguments> combinations() {
        var all = new ArrayList<Arguments>();
        for (var risk : Risk.values()) {
            for (var source : PinSource.values()) {
                for (int bits = 0; bits < 32; bits++) {
                    boolean isAsked = (bits & 1) != 0;
                    boolean isRecent = (bits & 2) != 0;
                    boolean consents = (bits & 4) != 0;
                    boolean holds = (bits & 8) != 0;
                    boolean approves = (bits & 16) != 0;
                    var settings = new GateSettings(
                            consents,
                            holds ? DAY : Duration.ZERO,
                            approves ? Set.of(ActionName.CHANGE_NAMESERVERS) : Set.of());
                    all.add(Arguments.of(
                            facts(risk, isAsked, source, isRecent),
                            settings,
                            table(risk, isAsked, source, isRecent, consents, holds, approves)));
                }
            }
        }
        return all.stream();
    }

    private static List<Gate> table(
            Risk risk,
            boolean isAsked,
            PinSource source,
            boolean isRecent,
            boolean consents,
            boolean holds,
            boolean approves) {
        var row = new ArrayList<Gate>();
        switch (risk) {
            case STANDARD -> {
                if (isAsked) {
                    row.add(Gate.CONSENT);
                }
            }
            case HIGH -> {
                if (isAsked || consents) {
                    row.add(Gate.CONSENT);
                }
                if (holds && (isRecent || source.equals(PinSource.SMS))) {
                    row.add(Gate.HOLD);
                }
            }
        }
        if (approves) {
            row.add(Gate.APPROVAL);
        }
        return row;
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void theGatesAreTheTables(Facts facts, GateSettings settings, List<Gate> expected) {
        assertThat(gates(settings, facts)).isEqualTo(expected);
    }

    /** Version 1 executed everything at once. */
    @Test
    void withAllGatesOffNothingStandsBeforeAnything() {
        for (var source : PinSource.values()) {
            assertThat(gates(GateSettings.NONE, facts(Risk.HIGH, false, source, true)))
                    .isEmpty();
        }
    }

    @Test
    void theTimesAreTheSettings() {
        var gates = only(
                new GateSettings(true, Duration.ofHours(5), Set.of(ActionName.CHANGE_NAMESERVERS)),
                facts(Risk.HIGH, false, PinSource.SMS, false));

        assertThat(gates)
                .isEqualTo(new Gates(
                        List.of(
                                new Shut(Gate.CONSENT, NOW.plus(Duration.ofMinutes(10))),
                                new Shut(Gate.HOLD, NOW.plus(Duration.ofHours(5))),
                                new Shut(Gate.APPROVAL, NOW.plus(DAY))),
                        ConsentBy.SMS,
                        true,
                        3));
    }

    /** Who has the panel in sight types there; and a hold alone is opened nowhere else. */
    @Test
    void theCodeGoesWhereTheCallerIs() {
        var consent = new GateSettings(true, DAY, Set.of());
        var holdAlone = new GateSettings(false, DAY, Set.of());

        assertThat(only(consent, facts(Risk.HIGH, false, PinSource.PANEL, false))
                        .consentBy())
                .isEqualTo(ConsentBy.PANEL);
        assertThat(only(consent, facts(Risk.HIGH, false, PinSource.SMS, false)).consentBy())
                .isEqualTo(ConsentBy.SMS);
        assertThat(only(holdAlone, facts(Risk.HIGH, false, PinSource.SMS, false))
                        .consentBy())
                .isEqualTo(ConsentBy.PANEL);
    }

    /** The customer's own rules may change while it waits, and ask for it then. */
    @Test
    void howTheCallerWasVerifiedIsKept() {
        var holdAlone = new GateSettings(false, DAY, Set.of());

        assertThat(only(holdAlone, facts(Risk.HIGH, false, PinSource.SMS, false))
                        .isAfterSms())
                .isTrue();
        assertThat(only(holdAlone, facts(Risk.HIGH, false, PinSource.TYPED, true))
                        .isAfterSms())
                .isFalse();
    }

    @Test
    void whoCanBeToldOnlyByTheMobileThatVerifiedWaitsTwiceAsLong() {
        var settings = new GateSettings(false, DAY, Set.of());
        var inside = new Facts(ActionName.CHANGE_NAMESERVERS, Risk.HIGH, false, PinSource.SMS, false, false, null);

        assertThat(only(settings, inside).until()).isEqualTo(NOW.plus(DAY).plus(DAY));
        assertThat(only(settings, until(null)).until()).isEqualTo(NOW.plus(DAY));
    }

    /** The registry's window ends; a hold must not outlast it. */
    @Test
    void aHoldEndsAnHourBeforeTheActionStopsBeingPossible() {
        var settings = new GateSettings(false, DAY, Set.of());

        assertThat(only(settings, until(NOW.plus(Duration.ofHours(7)))).until())
                .isEqualTo(NOW.plus(Duration.ofHours(6)));
        assertThat(only(settings, until(NOW.plus(Duration.ofHours(25)).plusMillis(1)))
                        .until())
                .isEqualTo(NOW.plus(DAY));
        assertThat(gates(settings, until(NOW.plus(Duration.ofMinutes(59))))).isEmpty();
    }

    /** In the window's last hour a supervisor has as long as a customer for a code. */
    @Test
    void anApprovalInTheLastHourHasTenMinutes() {
        var settings = new GateSettings(false, Duration.ZERO, Set.of(ActionName.RECALL_GR_DOMAIN));

        assertThat(only(settings, until(NOW.plus(Duration.ofMinutes(59)))).until())
                .isEqualTo(NOW.plus(Duration.ofMinutes(10)));
        assertThat(only(settings, until(NOW.plus(Duration.ofHours(3)))).until())
                .isEqualTo(NOW.plus(Duration.ofHours(2)));
    }
}
