package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.customer.ActionRules.Permission;
import org.supportpin.domain.customer.Event.PinRejected;
import org.supportpin.domain.customer.Event.PinSent;
import org.supportpin.domain.customer.Event.PolicyChanged;
import org.supportpin.domain.customer.Event.RefusedWhileFrozen;
import org.supportpin.domain.customer.Policy.AfterSms;
import org.supportpin.domain.customer.Policy.Rule;
import org.supportpin.domain.customer.Policy.Telephone;
import org.supportpin.domain.customer.Policy.Terms;
import org.supportpin.domain.customer.PolicyRules.Outcome;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.testing.Draw;

class PolicyRulesTest {

    private static final Terms FROZEN = new Terms(Telephone.FROZEN, AfterSms.AS_USUAL, Map.of());
    private static final Terms STANDARD_ONLY = new Terms(Telephone.OPEN, AfterSms.STANDARD_ONLY, Map.of());
    private static final Terms NO_DNS = of(ActionName.CHANGE_DNS_RECORDS, Rule.NEVER);

    private final Story story = Story.active();
    private final ActionRules actions = new ActionRules(story.limits);

    private static Terms of(ActionName action, Rule rule) {
        return new Terms(Telephone.OPEN, AfterSms.AS_USUAL, Map.of(action, rule));
    }

    private Verification verified() {
        story.say(story.pin());
        return story.state.verifications().getLast();
    }

    private Permission permission(Verification verification, ActionName action, Risk risk) {
        return actions.permission(story.state, verification.key(), verification.agent(), action, risk, story.now);
    }

    private static Terms drawn(Draw draw) {
        var rules = new EnumMap<ActionName, Rule>(ActionName.class);
        for (var action : ActionName.values()) {
            rules.put(action, draw.of(List.of(Rule.values())));
        }
        return new Terms(draw.of(List.of(Telephone.values())), draw.of(List.of(AfterSms.values())), rules);
    }

    @Test
    void anActionThatIsLeftOutIsAllowed() {
        assertThat(of(ActionName.RENEW_SERVICE, Rule.ALLOW)).isEqualTo(Terms.DEFAULT);
        assertThat(ActionName.values())
                .allSatisfy(action -> assertThat(Terms.DEFAULT.rule(action)).isEqualTo(Rule.ALLOW));
    }

    @Test
    void anySingleMemberMakesTermsLooserOrStricter() {
        assertThat(FROZEN.isStricterThan(Terms.DEFAULT)).isTrue();
        assertThat(STANDARD_ONLY.isStricterThan(Terms.DEFAULT)).isTrue();
        assertThat(NO_DNS.isStricterThan(of(ActionName.CHANGE_DNS_RECORDS, Rule.ASK)))
                .isTrue();
        assertThat(FROZEN.isLooserThan(STANDARD_ONLY)).isTrue();
        assertThat(FROZEN.isStricterThan(STANDARD_ONLY)).isTrue();
        assertThat(NO_DNS.isLooserThan(NO_DNS)).isFalse();
    }

    /** The judgement member by member is the same as that of the whole, whatever the terms. */
    @Test
    void ofTwoDifferentTermsOneIsLooserOrStricterOrBoth() {
        Draw.times(2000, draw -> {
            var one = drawn(draw);
            var other = draw.chance(10) ? one : drawn(draw);
            assertThat(one.equals(other)).isEqualTo(!one.isLooserThan(other) && !one.isStricterThan(other));
            assertThat(one.isLooserThan(other)).isEqualTo(other.isStricterThan(one));
        });
    }

    @Nested
    class Tightening {

        @Test
        void countsAtOnceWithoutAFreshSignIn() {
            assertThat(story.rule(NO_DNS, false)).isEqualTo(new Outcome.Changed(NO_DNS, false));
            assertThat(story.state.policy()).isEqualTo(new Policy(NO_DNS, null, false));
        }

        @Test
        void voidsRunningVerifications() {
            verified();
            story.rule(of(ActionName.RENEW_SERVICE, Rule.ASK), false);

            assertThat(story.state.verifications()).isEmpty();
        }

        @Test
        void isAlwaysPossible() {
            for (int i = 0; i < 10; i++) {
                story.rule(NO_DNS, true);
                story.rule(Terms.DEFAULT, true);
            }
            assertThat(story.rule(FROZEN, false)).isInstanceOf(Outcome.Changed.class);
        }
    }

    @Nested
    class Loosening {

        @Test
        void needsAFreshSignIn() {
            story.rule(NO_DNS, false);

            assertThat(story.rule(Terms.DEFAULT, false)).isEqualTo(new Outcome.SignInTooOld());
            assertThat(story.state.policy().terms()).isEqualTo(NO_DNS);
        }

        @Test
        void ofOneMemberNeedsItWhateverElseIsTightened() {
            story.rule(NO_DNS, false);

            assertThat(story.rule(FROZEN, false)).isEqualTo(new Outcome.SignInTooOld());
        }

        @Test
        void countsAtOnceAndIsRemembered() {
            story.rule(NO_DNS, false);
            var at = story.after(Duration.ofHours(1)).now;

            assertThat(story.rule(Terms.DEFAULT, true)).isEqualTo(new Outcome.Changed(Terms.DEFAULT, true));
            assertThat(story.state.policy()).isEqualTo(new Policy(Terms.DEFAULT, at, false));
            story.after(Duration.ofHours(1)).rule(FROZEN, false);
            assertThat(story.state.policy().loosenedAt()).isEqualTo(at);
            assertThat(story.state
                            .policy()
                            .isLoosenedWithin(
                                    Duration.ofDays(3),
                                    at.plus(Duration.ofDays(3)).minusMillis(1)))
                    .isTrue();
            assertThat(story.state.policy().isLoosenedWithin(Duration.ofDays(3), at.plus(Duration.ofDays(3))))
                    .isFalse();
        }

        @Test
        void leavesRunningVerificationsAlone() {
            story.rule(NO_DNS, false);
            var running = verified();
            story.rule(Terms.DEFAULT, true);

            assertThat(story.state.verifications()).containsExactly(running);
        }

        @Test
        void thatTightensTooIsBoth() {
            story.rule(NO_DNS, false);
            verified();
            story.rule(STANDARD_ONLY, true);

            assertThat(story.state.verifications()).isEmpty();
            assertThat(story.state.policy().loosenedAt()).isEqualTo(story.now);
        }

        @Test
        void isLimitedPerDay() {
            for (int i = 0; i < 10; i++) {
                story.rule(NO_DNS, false);
                assertThat(story.rule(Terms.DEFAULT, true)).isInstanceOf(Outcome.Changed.class);
            }
            story.rule(NO_DNS, false);
            var tooMany = (Outcome.TooManyToday) story.rule(Terms.DEFAULT, true);

            assertThat(story.state.policy().terms()).isEqualTo(NO_DNS);
            assertThat(story.at(tooMany.until()).rule(Terms.DEFAULT, true)).isInstanceOf(Outcome.Changed.class);
        }
    }

    @Test
    void theSameAgainIsNotRecorded() {
        story.rule(NO_DNS, false);

        assertThat(story.rule(NO_DNS, false)).isEqualTo(new Outcome.Unchanged(NO_DNS));
        assertThat(story.count(PolicyChanged.class)).isEqualTo(1);
    }

    @Test
    void beforeTheServiceIsActiveThereIsNothingToRule() {
        var other = new Story(Limits.DEFAULTS);

        assertThat(other.rule(NO_DNS, true)).isEqualTo(new Outcome.NotActive());
        assertThat(other.entries).isEmpty();
    }

    /** Else whoever finds a session would loosen everything without a fresh sign-in. */
    @Test
    void deactivationAndActivationLeaveTheRulesAsTheyAre() {
        story.rule(NO_DNS, false);
        story.deactivate();
        story.activate();

        assertThat(story.state.policy().terms()).isEqualTo(NO_DNS);
    }

    @Test
    void aChangeOfOtherRulesThanTheCustomersIsNone() {
        var forged = new PolicyChanged(NO_DNS, Terms.DEFAULT);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> story.state.apply(forged, new Actor.Panel(), 9, story.now));
    }

    @Nested
    class Actions {

        @ParameterizedTest
        @EnumSource(Risk.class)
        void thatAreNeverAllowedAreRefusedWhateverTheirRisk(Risk risk) {
            story.rule(NO_DNS, false);
            var caller = verified();

            assertThat(permission(caller, ActionName.CHANGE_DNS_RECORDS, risk))
                    .isInstanceOfSatisfying(Permission.NotAllowed.class, no -> {
                        assertThat(no.refusal().rule()).isEqualTo("not-allowed-by-customer");
                        assertThat(no.refusal().greek()).isNotNull();
                    });
            assertThat(permission(caller, ActionName.CHANGE_NAMESERVERS, risk)).isInstanceOf(Permission.Granted.class);
        }

        @Test
        void thatTheCustomerWantsToBeAskedAboutAreNotRefused() {
            story.rule(of(ActionName.CHANGE_DNS_RECORDS, Rule.ASK), false);

            assertThat(permission(verified(), ActionName.CHANGE_DNS_RECORDS, Risk.HIGH))
                    .isInstanceOf(Permission.Granted.class);
        }

        @ParameterizedTest
        @EnumSource(PinSource.class)
        void ofHighRiskAreRefusedAfterASmsAlone(PinSource source) {
            story.rule(STANDARD_ONLY, false);

            assertThat(story.state.policy().refusal(ActionName.CHANGE_NAMESERVERS, Risk.HIGH, source == PinSource.SMS))
                    .map(Refusal::rule)
                    .isEqualTo(source == PinSource.SMS ? Optional.of("not-allowed-by-customer") : Optional.empty());
            assertThat(story.state.policy().refusal(ActionName.RENEW_SERVICE, Risk.STANDARD, source == PinSource.SMS))
                    .isEmpty();
        }

        @Test
        void ofACallerWhoGaveThePinOfAnSms() {
            story.rule(STANDARD_ONLY, false);
            story.sendPin();
            var caller = verified();

            assertThat(permission(caller, ActionName.CHANGE_NAMESERVERS, Risk.HIGH))
                    .isInstanceOf(Permission.NotAllowed.class);
            assertThat(permission(caller, ActionName.RENEW_SERVICE, Risk.STANDARD))
                    .isInstanceOf(Permission.Granted.class);
        }
    }

    @Nested
    class Freeze {

        @Test
        void refusesTheRightPinAndCountsNoWrongOne() {
            story.rule(FROZEN, false);

            assertThat(story.say(story.pin())).isEqualTo(new PhoneVerification.Outcome.Frozen());
            for (int i = 0; i < 20; i++) {
                assertThat(story.sayWrong()).isEqualTo(new PhoneVerification.Outcome.Frozen());
            }
            assertThat(story.count(PinRejected.class)).isZero();
        }

        @Test
        void isRecordedOncePerFreeze() {
            story.rule(FROZEN, false);
            story.say(story.pin());
            story.sayWrong();
            agentSends();
            assertThat(story.count(RefusedWhileFrozen.class)).isEqualTo(1);

            story.rule(new Terms(Telephone.FROZEN, AfterSms.STANDARD_ONLY, Map.of()), false);
            story.say(story.pin());
            assertThat(story.count(RefusedWhileFrozen.class)).isEqualTo(1);

            story.rule(Terms.DEFAULT, true);
            story.rule(FROZEN, false);
            story.say(story.pin());
            assertThat(story.count(RefusedWhileFrozen.class)).isEqualTo(2);
        }

        @Test
        void letsThePanelSendAndNoAgent() {
            story.rule(FROZEN, false);

            assertThat(agentSends()).isEqualTo(new PinDelivery.Delivery.Frozen());
            assertThat(story.count(PinSent.class)).isZero();
            assertThat(story.sendPin()).isInstanceOf(PinDelivery.Delivery.Due.class);
        }

        @Test
        void refusesEveryActionAndReading() {
            var caller = verified();
            story.rule(FROZEN, false);

            assertThat(permission(caller, ActionName.RENEW_SERVICE, Risk.STANDARD))
                    .isEqualTo(new Permission.Frozen());
            assertThat(actions.permission(story.state, caller.key(), caller.agent(), Risk.STANDARD, story.now))
                    .isEqualTo(new Permission.Frozen());
        }

        private PinDelivery.Delivery agentSends() {
            var budgets = new SmsBudgets(AgentBudget.fresh(Story.AGENT.id()), () -> DestinationBudget.fresh("any"));
            return story.perform(Story.AGENT, new PinDelivery(story.limits).reserve(story.state, budgets, story.now));
        }
    }

    /** Whatever is set in whatever order: what counts is what was set last, and nothing was loosened without a fresh sign-in. */
    @Test
    void whatCountsIsWhatWasSetLast() {
        Draw.times(200, draw -> {
            var one = Story.active();
            var set = Terms.DEFAULT;
            var loosened = new ArrayList<Instant>();
            for (int i = 0; i < 40; i++) {
                one.after(Duration.ofHours(draw.below(9)));
                var asked = drawn(draw);
                var fresh = draw.chance(50);
                if (one.rule(asked, fresh) instanceof Outcome.Changed(var terms, var isLoosened)) {
                    assertThat(fresh || !asked.isLooserThan(set)).isTrue();
                    set = terms;
                    if (isLoosened) {
                        loosened.add(one.now);
                    }
                }
                assertThat(one.state.policy().terms()).isEqualTo(set);
                assertThat(one.state.policy().loosenedAt()).isEqualTo(loosened.isEmpty() ? null : loosened.getLast());
            }
        });
    }
}
