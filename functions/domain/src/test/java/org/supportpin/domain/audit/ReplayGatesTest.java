package org.supportpin.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.action.Gate;
import org.supportpin.domain.action.Gates;
import org.supportpin.domain.action.Gates.ConsentBy;
import org.supportpin.domain.action.Gates.Shut;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.Limits;
import org.supportpin.domain.customer.Policy;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.testing.Samples;

/** Security row 29, of gates: what a function must not have recorded is named, even where the state follows from it. */
class ReplayGatesTest {

    private static final Actor.Agent OTHER = new Actor.Agent(new AgentId("supervisor-1"), null);

    private final LedgerStory story = new LedgerStory().then(new Event.Activated(1, 1, true, Language.GREEK));

    /** Verified in entry 2 and accepted in entry 3, by the story's agent, with all three gates. */
    private void waiting() {
        story.verified(story.counter());
        story.then(new Event.ActionAccepted(
                LedgerStory.key(2),
                Samples.ACTION_ID,
                ActionName.CHANGE_NAMESERVERS,
                Risk.HIGH,
                Samples.HASHES,
                new Gates(
                        List.of(
                                new Shut(Gate.CONSENT, story.now.plus(Duration.ofMinutes(10))),
                                new Shut(Gate.HOLD, story.now.plus(Duration.ofDays(1))),
                                new Shut(Gate.APPROVAL, story.now.plus(Duration.ofDays(1)))),
                        ConsentBy.SMS,
                        true,
                        3)));
    }

    private void opened(Actor by, Gate... gates) {
        story.then(by, new Event.GateOpened(Samples.ACTION_ID, ActionName.CHANGE_NAMESERVERS, List.of(gates), null));
    }

    private List<Violation> found() {
        var found = new ArrayList<Violation>();
        var replay = new Replay(LedgerStory.ID, Limits.DEFAULTS, story.now, found::add);
        story.ledger().entries().forEach(replay::next);
        return found;
    }

    private static Violation notReleased(long sequence) {
        return new Violation(Kind.ACTION_NOT_RELEASED, LedgerStory.ID, sequence);
    }

    @Test
    void gatesThatTheirOwnOpenInTimeAreSound() {
        waiting();
        opened(LedgerStory.AGENT, Gate.CONSENT);
        opened(OTHER, Gate.APPROVAL);
        story.after(Duration.ofDays(1));
        opened(new Actor.Service(), Gate.HOLD);
        story.then(finished());

        assertThat(found()).isEmpty();
    }

    private static Event finished() {
        return new Event.ActionFinished(
                Samples.ACTION_ID, ActionName.CHANGE_NAMESERVERS, ActionStatus.SUCCEEDED, null, false, null, null);
    }

    /** Who opens what: the panel consent and hold, agents consent and approval, time the hold. */
    static Stream<Arguments> whoOpensWhat() {
        return Stream.of(
                Arguments.of(new Actor.Panel(), Gate.CONSENT, true),
                Arguments.of(new Actor.Panel(), Gate.HOLD, true),
                Arguments.of(new Actor.Panel(), Gate.APPROVAL, false),
                Arguments.of(OTHER, Gate.CONSENT, true),
                Arguments.of(OTHER, Gate.HOLD, false),
                Arguments.of(OTHER, Gate.APPROVAL, true),
                Arguments.of(new Actor.Service(), Gate.CONSENT, false),
                Arguments.of(new Actor.Service(), Gate.HOLD, false),
                Arguments.of(new Actor.Service(), Gate.APPROVAL, false),
                Arguments.of(new Actor.Auditor(new AgentId("auditor-1")), Gate.CONSENT, false));
    }

    /** As if a function did not look at who asks. Time is up for no hold here. */
    @ParameterizedTest
    @MethodSource("whoOpensWhat")
    void aGateThatWasOpenedByWhoMustNotIsReported(Actor by, Gate gate, boolean isSound) {
        waiting();
        opened(by, gate);

        assertThat(found()).isEqualTo(isSound ? List.of() : List.of(notReleased(4)));
    }

    /** The rules became stricter while it waited: opening a gate is nothing yet, the last one releases. */
    @Test
    void aReleaseThatTheCustomersRulesForbidByThenIsReported() {
        waiting();
        story.then(
                new Actor.Panel(),
                new Event.PolicyChanged(
                        Policy.Terms.DEFAULT,
                        new Policy.Terms(
                                Policy.Telephone.OPEN,
                                Policy.AfterSms.AS_USUAL,
                                Map.of(ActionName.CHANGE_NAMESERVERS, Policy.Rule.NEVER))));
        opened(LedgerStory.AGENT, Gate.CONSENT);
        opened(OTHER, Gate.APPROVAL);
        story.after(Duration.ofDays(1));
        opened(new Actor.Service(), Gate.HOLD);

        assertThat(found()).containsExactly(new Violation(Kind.AGAINST_CUSTOMERS_RULES, LedgerStory.ID, 7));
    }

    @Test
    void nobodyApprovesAnActionOfTheirOwn() {
        waiting();
        opened(LedgerStory.AGENT, Gate.APPROVAL);

        assertThat(found()).containsExactly(notReleased(4));
    }

    @ParameterizedTest
    @CsvSource({"86399.999, false", "86400, true"})
    void timeThatOpensAHoldBeforeItsEndIsReported(double seconds, boolean isSound) {
        waiting();
        opened(new Actor.Panel(), Gate.CONSENT);
        opened(OTHER, Gate.APPROVAL);
        story.after(Duration.ofMillis(Math.round(seconds * 1000)));
        opened(new Actor.Service(), Gate.HOLD);

        assertThat(found()).isEqualTo(isSound ? List.of() : List.of(notReleased(6)));
    }

    @Test
    void aGateThatIsOpenedAfterItsTimeOrTwiceIsReported() {
        waiting();
        opened(new Actor.Panel(), Gate.HOLD);
        story.after(Duration.ofMinutes(10));
        opened(new Actor.Panel(), Gate.CONSENT);
        opened(new Actor.Panel(), Gate.HOLD);

        assertThat(found()).contains(notReleased(5), notReleased(6));
    }

    @Test
    void anEndWhileGatesStandIsReported() {
        waiting();
        opened(new Actor.Panel(), Gate.CONSENT, Gate.HOLD);
        story.then(finished());

        assertThat(found()).containsExactly(notReleased(5));
    }
}
