package org.supportpin.functions.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.hosting.PhpVersion;
import org.supportpin.domain.notice.QueuedNotice;
import org.supportpin.domain.testing.CrashPoints;
import org.supportpin.functions.action.ActionService.Outcome;

/**
 * Security row 13: the process dies before and after every call of a port that an action makes, each point in turn, for all ten
 * actions. Afterwards there is exactly one effect, or none, and the record says which.
 */
class ActionCrashTest {

    /**
     * One action.
     *
     * @param effects how often the back office shows it
     */
    record Case(ActionName name, String parameters, ToIntFunction<ActionHouse> effects) {}

    static List<Case> all() {
        return List.of(
                new Case(
                        ActionName.ORDER_SERVICE,
                        """
                        {"productId":"hosting-pro","billingCycle":"annually"}""",
                        house -> house.billing.calls().size()),
                new Case(
                        ActionName.RENEW_SERVICE,
                        """
                        {"serviceId":"svc-1"}""",
                        house -> house.billing.calls().size()),
                new Case(
                        ActionName.UPGRADE_SERVICE,
                        """
                        {"serviceId":"svc-1","productId":"hosting-pro"}""",
                        house -> house.billing.calls().size()),
                new Case(ActionName.CHANGE_DNS_RECORDS, """
                        {"domain":"papadopoulou.gr","changes":[
                            {"op":"upsert","name":"shop","type":"A","records":["195.251.255.20"]}]}""", house -> house.zones.edits.size()),
                new Case(ActionName.CHANGE_NAMESERVERS, """
                        {"domain":"papadopoulou.gr","nameservers":[{"host":"ns1.other.gr"},{"host":"ns2.other.gr"}]}""", house -> house.registrar.calls.size()),
                new Case(ActionName.RECALL_GR_DOMAIN, """
                        {"domain":"papadopoulou.gr"}""", house -> house.registrar.calls.size()),
                new Case(ActionName.SEND_ORDER_DETAILS, """
                        {"orderId":"ord-1"}""", house -> house.mails.sent.size()),
                new Case(ActionName.CHANGE_DOMAIN_ADMINISTRATOR, """
                        {"domain":"papadopoulou.gr","administrator":{"contactId":"con-2"}}""", ActionCrashTest::administrators),
                new Case(ActionName.CHANGE_HOSTING_SETTINGS, """
                        {"packageId":"pkg-1","php":{"version":"8.4"},"dns":[
                            {"op":"upsert","name":"shop","type":"A","records":["195.251.255.20"]}]}""", ActionCrashTest::hostings),
                new Case(ActionName.APPLY_MICRO_FIX, """
                        {"packageId":"pkg-1","fix":"clear-cache","arguments":{},"note":"The shop shows old prices."}""", house -> house.hosting.fixes.size()));
    }

    /** The registrar's part and both mails are one effect, which must be complete. */
    private static int administrators(ActionHouse house) {
        return house.registrar.calls.isEmpty() && house.mails.sent.isEmpty()
                ? 0
                : whole(house.registrar.calls.size() == 1 && house.mails.sent.size() == 2);
    }

    /** PHP and the zone are one effect. */
    private static int hostings(ActionHouse house) {
        var php = house.hosting.there().php().version().equals(new PhpVersion("8.4"));
        var dns = house.zones.edits.size();
        return !php && dns == 0 ? 0 : whole(php && dns == 1);
    }

    private static int whole(boolean isWhole) {
        return isWhole ? 1 : -1;
    }

    @Test
    void allTenAreHere() {
        assertThat(all()).extracting(Case::name).containsExactlyInAnyOrder(ActionName.values());
    }

    @TestFactory
    Stream<DynamicContainer> whereverARequestDiesThereIsOneEffectOrNone() {
        return each((house, points, one) -> points.run(() -> house.execute(points, one.name(), one.parameters())));
    }

    @TestFactory
    Stream<DynamicContainer> whereverARecoveryDiesThereIsOneEffectOrNone() {
        return each((house, points, one) -> {
            house.losesAnswer = true;
            assertThat(house.execute(points, one.name(), one.parameters()))
                    .isInstanceOfSatisfying(
                            Outcome.OnRecord.class,
                            onRecord -> assertThat(onRecord.action().status()).isEqualTo(ActionStatus.PENDING));
            house.clock.advance(Duration.ofSeconds(61));
            points.run(() -> house.recover(points));
        });
    }

    /** A mail system that needs longer than a request: the mails are in the outbox, and the schedule may die with them as well. */
    @TestFactory
    Stream<DynamicContainer> whereverARunOfTheOutboxDiesEachMailIsSentOnce() {
        return all().stream()
                .filter(one -> Set.of(ActionName.SEND_ORDER_DETAILS, ActionName.CHANGE_DOMAIN_ADMINISTRATOR)
                        .contains(one.name()))
                .map(one -> DynamicContainer.dynamicContainer(one.name().text(), CrashPoints.each(points -> {
                    var house = new ActionHouse();
                    house.isMailForTheOutbox = true;
                    var _ = CrashPoints.none(whole -> house.execute(whole, one.name(), one.parameters()));
                    assertThat(status(house)).isEqualTo(ActionStatus.SUCCEEDED);
                    assertThat(house.mails.sent).isEmpty();

                    points.run(() -> house.deliver(points));
                    house.clock.advance(Duration.ofMinutes(16));
                    house.deliver();

                    assertThat(one.effects().applyAsInt(house)).isEqualTo(1);
                    assertThat(house.store.waiting(10)).isEmpty();
                })));
    }

    /** The request or recovery dies while it queues: there is one mail or none, and the record says which. */
    @TestFactory
    Stream<DynamicContainer> whereverARequestThatQueuesDiesThereIsOneEffectOrNone() {
        return each((house, points, one) -> {
            house.isMailForTheOutbox = true;
            points.run(() -> house.execute(points, one.name(), one.parameters()));
        });
    }

    @FunctionalInterface
    private interface Death {
        void in(ActionHouse house, CrashPoints points, Case one);
    }

    private static Stream<DynamicContainer> each(Death death) {
        return all().stream()
                .map(one -> DynamicContainer.dynamicContainer(
                        one.name().text(), CrashPoints.each(points -> assertOneOrNone(death, points, one))));
    }

    private static void assertOneOrNone(Death death, CrashPoints points, Case one) {
        var house = new ActionHouse();
        death.in(house, points, one);
        for (int minute = 0; minute < 6 && status(house) == ActionStatus.PENDING; minute++) {
            house.clock.advance(Duration.ofSeconds(61));
            house.recover(points);
        }
        assertThat(status(house)).isNotEqualTo(ActionStatus.PENDING);
        tellWhatWaits(house);
        assertThat(one.effects().applyAsInt(house))
                .as("effects, on record: %s", status(house))
                .isEqualTo(status(house) == ActionStatus.SUCCEEDED ? 1 : 0);
        if (!points.isStopped()) {
            assertThat(status(house)).isEqualTo(ActionStatus.SUCCEEDED);
        }

        var again = house.execute(points, one.name(), one.parameters());
        assertThat(again).isNotInstanceOf(Outcome.Conflict.class);
        tellWhatWaits(house);
        assertThat(one.effects().applyAsInt(house))
                .as("effects, asked again: %s", again)
                .isEqualTo(status(house) == ActionStatus.SUCCEEDED ? 1 : 0);
    }

    /** What was queued with the end, but not sent. */
    private static void tellWhatWaits(ActionHouse house) {
        house.clock.advance(QueuedNotice.LEASE);
        house.deliver();
        assertThat(house.store.waiting(10)).isEmpty();
    }

    private static ActionStatus status(ActionHouse house) {
        return house.store.find(house.id()).map(each -> each.status()).orElse(ActionStatus.FAILED);
    }
}
