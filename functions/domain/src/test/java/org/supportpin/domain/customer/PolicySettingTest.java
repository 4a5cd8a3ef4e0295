package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.customer.Event.PolicyChanged;
import org.supportpin.domain.customer.Policy.AfterSms;
import org.supportpin.domain.customer.Policy.Rule;
import org.supportpin.domain.customer.Policy.Telephone;
import org.supportpin.domain.customer.Policy.Terms;
import org.supportpin.domain.customer.PolicyRules.Outcome;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.message.Handover;
import org.supportpin.domain.pin.DataKeys.SecretDoesNotOpen;
import org.supportpin.domain.testing.CrashPoints;
import org.supportpin.domain.testing.InMemoryService;
import org.supportpin.domain.testing.OpeningKeys;
import org.supportpin.domain.testing.Together;

class PolicySettingTest {

    private static final Terms FROZEN = new Terms(Telephone.FROZEN, AfterSms.AS_USUAL, Map.of());
    private static final String LOOSENED =
            "Χαλάρωσαν οι κανόνες του Support PIN. Δεν ήσασταν εσείς; Καλέστε μας, πείτε ΣΤΟΠ.";

    private final InMemoryService service = new InMemoryService();

    @BeforeEach
    void activate() {
        service.activate();
    }

    private static Outcome set(InMemoryService service, InMemoryService.UseCases useCases, Terms terms) {
        return useCases.policySetting().change(service.customer, terms, true).outcome();
    }

    private Outcome set(Terms terms) {
        return set(service, service.useCases(), terms);
    }

    @Test
    void looseningIsToldToTheMobileAtOnceAndTighteningByTheOutbox() {
        set(FROZEN);
        assertThat(service.messenger.sent()).isEmpty();

        set(Terms.DEFAULT);
        assertThat(service.messenger.sent()).singleElement().satisfies(sms -> {
            assertThat(sms.to()).isEqualTo(InMemoryService.MOBILE.e164());
            assertThat(sms.text()).isEqualTo(LOOSENED);
        });
    }

    @Test
    void looseningIsToldLaterIfTheProviderDoesNotTakeIt() {
        set(FROZEN);
        service.messenger.next(new Handover.NotTaken(null));
        set(Terms.DEFAULT);

        service.clock.advance(Duration.ofMinutes(2));
        service.deliver();
        assertThat(service.messenger.sent()).extracting(sms -> sms.text()).contains(LOOSENED);
        assertThat(service.deliver().waiting()).isZero();
    }

    @Test
    void tighteningOpensNoKey() {
        var before = service.keys.opened();
        set(FROZEN);

        assertThat(service.keys.opened()).isEqualTo(before);
    }

    /** Nobody could be told. */
    @Test
    void nothingIsLoosenedIfTheMobileCannotBeRead() {
        set(FROZEN);
        var lost = service.over(new OpeningKeys(service.keys.currentKeyId(), (_, context) -> {
            throw new SecretDoesNotOpen(context.purpose(), "lost", null);
        }));

        assertThatExceptionOfType(SecretDoesNotOpen.class).isThrownBy(() -> set(service, lost, Terms.DEFAULT));
        assertThat(service.store.read(service.customer).state().policy().terms())
                .isEqualTo(FROZEN);
    }

    @Test
    void ofAHundredChangesAtOnceEachCountsInSomeOrder() {
        var actions = ActionName.values();
        var asked = Stream.of(actions)
                .flatMap(one -> Stream.of(actions).map(other -> {
                    var rules = new EnumMap<ActionName, Rule>(ActionName.class);
                    rules.put(one, Rule.ASK);
                    rules.put(other, Rule.NEVER);
                    return new Terms(Telephone.OPEN, AfterSms.AS_USUAL, rules);
                }))
                .toList();
        var changed = Together.run(asked.size(), i -> {
            try {
                return set(asked.get(i)) instanceof Outcome.Changed;
            } catch (Contended answeredWith503) {
                return false;
            }
        });

        var events = service.store.history(service.customer, Long.MAX_VALUE, 1000).stream()
                .filter(each -> each.entry().event() instanceof PolicyChanged)
                .toList();
        var last = Terms.DEFAULT;
        for (var each : events.reversed()) {
            var change = (PolicyChanged) each.entry().event();
            assertThat(change.before()).isEqualTo(last);
            last = change.after();
            assertThat(each.entry().state().policy().terms()).isEqualTo(last);
        }
        assertThat(events).isNotEmpty().hasSize((int)
                changed.stream().filter(each -> each).count());
    }

    /** Whoever is first: what was verified after the freeze is nothing, and what was verified before it is void. */
    @Test
    void aFreezeAgainstRunningVerificationsLeavesNone() {
        for (int round = 0; round < 30; round++) {
            var one = new InMemoryService();
            one.activate();
            var pin = one.pin();
            Together.run(
                    2,
                    i -> i == 0
                            ? set(one, one.useCases(), FROZEN)
                            : one.verify(one.store, new Actor.Agent(new AgentId("maria"), null), pin));

            assertThat(one.store.read(one.customer).state().verifications()).isEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> looseningAndItsNoticeAreBothThereOrNeitherWhereverTheProcessStops() {
        return CrashPoints.each(points -> {
            var one = new InMemoryService();
            one.activate();
            set(one, one.useCases(), FROZEN);
            points.run(() -> set(one, one.over(points), Terms.DEFAULT));

            one.clock.advance(Duration.ofMinutes(10));
            one.deliver();
            var isLoosened = one.recorded(PolicyChanged.class) == 2;
            assertThat(one.messenger.sent().stream().filter(sms -> sms.text().equals(LOOSENED)))
                    .hasSizeGreaterThanOrEqualTo(isLoosened ? 1 : 0);
            assertThat(one.messenger.sent().stream().anyMatch(sms -> sms.text().equals(LOOSENED)))
                    .isEqualTo(isLoosened);
        });
    }
}
