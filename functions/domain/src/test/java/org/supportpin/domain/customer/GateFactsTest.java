package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.Proposal;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.customer.Policy.AfterSms;
import org.supportpin.domain.customer.Policy.Rule;
import org.supportpin.domain.customer.Policy.Telephone;
import org.supportpin.domain.customer.Policy.Terms;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.name.DomainName;

/** What the gates depend on, read from the customer's own rules and notice address. */
class GateFactsTest {

    private static final Terms ASK =
            new Terms(Telephone.OPEN, AfterSms.AS_USUAL, Map.of(ActionName.RENEW_SERVICE, Rule.ASK));

    private final Story story = Story.active();

    private GateRules.Facts facts(ActionName action, Instant now) {
        return new GateRules(GateSettings.DEFAULTS, Limits.DEFAULTS)
                .facts(story.state, PinSource.PANEL, action, Proposal.of("plan", Risk.STANDARD, List.of()), true, now);
    }

    @Test
    void theCustomerIsAskedAboutWhatTheRulesSay() {
        story.rule(ASK, false);

        assertThat(facts(ActionName.RENEW_SERVICE, story.now).isAsked()).isTrue();
        assertThat(facts(ActionName.ORDER_SERVICE, story.now).isAsked()).isFalse();
    }

    /** Such as nameservers that do not answer: whatever the settings say of high risk, the customer decides. */
    @Test
    void theCustomerIsAskedAboutWhatIsRefusedOtherwise() {
        var rules = new GateRules(GateSettings.NONE, Limits.DEFAULTS);
        var proposal = Proposal.of("plan", Risk.HIGH, List.of());
        var refused = proposal.unlessConsented(new Refusal("silent", "They do not answer.", "Δεν απαντούν."));

        assertThat(asked(rules, refused)).isTrue();
        assertThat(asked(rules, proposal)).isFalse();
    }

    private boolean asked(GateRules rules, Proposal<String> proposal) {
        return rules.facts(story.state, PinSource.PANEL, ActionName.CHANGE_NAMESERVERS, proposal, true, story.now)
                .isAsked();
    }

    @Test
    void looserRulesAreARecentChangeForThreeDays() {
        story.rule(ASK, false);
        assertThat(facts(ActionName.ORDER_SERVICE, story.now).isRecent()).isFalse();

        story.rule(Terms.DEFAULT, true);
        var end = story.now.plus(Duration.ofDays(3));
        assertThat(facts(ActionName.ORDER_SERVICE, end.minusMillis(1)).isRecent())
                .isTrue();
        assertThat(facts(ActionName.ORDER_SERVICE, end).isRecent()).isFalse();
    }

    @Test
    void anotherNoticeAddressIsARecentChangeForThreeDaysAndTheFirstIsNone() {
        story.state = story.state.withNoticeAddress(AddressState.NONE.confirmed(false, story.now));
        assertThat(facts(ActionName.ORDER_SERVICE, story.now).isRecent()).isFalse();

        story.state = story.state.withNoticeAddress(story.state.noticeAddress().confirmed(true, story.now));
        var end = story.now.plus(Duration.ofDays(3));
        assertThat(facts(ActionName.ORDER_SERVICE, end.minusMillis(1)).isRecent())
                .isTrue();
        assertThat(facts(ActionName.ORDER_SERVICE, end).isRecent()).isFalse();
    }

    @Test
    void anotherMobileIsARecentChangeForThreeDaysAndTheFirstIsNone() {
        assertThat(facts(ActionName.ORDER_SERVICE, story.now).isRecent()).isFalse();
        var mobile = new Customer.Mobile(story.now, story.now.plus(Duration.ofDays(3)));
        story.state = story.state.withMobile(story.state.mobile().withConfirmed(mobile));
        var end = story.now.plus(Duration.ofDays(3));

        assertThat(facts(ActionName.ORDER_SERVICE, end.minusMillis(1)).isRecent())
                .isTrue();
        assertThat(facts(ActionName.ORDER_SERVICE, end).isRecent()).isFalse();
    }

    private boolean dependOnNotice(GateSettings settings, PinSource source, Proposal<String> proposal) {
        return new GateRules(settings, Limits.DEFAULTS).dependOnNotice(story.state, source, proposal);
    }

    /** Nobody asks the DNS for anything else. */
    @Test
    void whereTheCustomerIsToldMattersForWhatIsHeldAfterAnSmsAndCouldCarryAnAddressAway() {
        var high = Proposal.of("plan", Risk.HIGH, List.of());
        var reaching = high.reaching(new DomainName("papadopoulou.gr"));
        var standard = Proposal.of("plan", Risk.STANDARD, List.of()).reaching(new DomainName("papadopoulou.gr"));
        assertThat(dependOnNotice(GateSettings.DEFAULTS, PinSource.SMS, reaching))
                .as("without an address")
                .isFalse();

        story.state = story.state.withNoticeAddress(AddressState.NONE.confirmed(false, story.now));

        assertThat(dependOnNotice(GateSettings.DEFAULTS, PinSource.SMS, reaching))
                .isTrue();
        assertThat(dependOnNotice(GateSettings.DEFAULTS, PinSource.PANEL, reaching))
                .isFalse();
        assertThat(dependOnNotice(GateSettings.DEFAULTS, PinSource.SMS, standard))
                .isFalse();
        assertThat(dependOnNotice(GateSettings.DEFAULTS, PinSource.SMS, high)).isFalse();
        assertThat(dependOnNotice(GateSettings.NONE, PinSource.SMS, reaching)).isFalse();
    }
}
