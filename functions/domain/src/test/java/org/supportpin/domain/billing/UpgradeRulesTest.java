package org.supportpin.domain.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.domain.billing.Shop.BASIC;
import static org.supportpin.domain.billing.Shop.DOMAIN;
import static org.supportpin.domain.billing.Shop.MARIA;
import static org.supportpin.domain.billing.Shop.OLD_PRO;
import static org.supportpin.domain.billing.Shop.OTHER;
import static org.supportpin.domain.billing.Shop.PRO;
import static org.supportpin.domain.billing.Shop.TODAY;
import static org.supportpin.domain.billing.Shop.VPS;
import static org.supportpin.domain.billing.Shop.service;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.money.Money;
import org.supportpin.domain.testing.Verdicts;

class UpgradeRulesTest {

    private Verdict<Upgrade> upgrade(Service service, @Nullable Product to) {
        return BillingRules.upgrade(MARIA, service, BASIC, to, TODAY);
    }

    @Test
    void theDifferenceIsPaidForTheDaysThatRemain() {
        var upgrade = Verdicts.accepted(upgrade(service(), PRO));

        assertThat(upgrade.price()).isEqualTo(Money.euros("7.20"));
        assertThat(upgrade.on()).isEqualTo(TODAY);
        assertThat(upgrade.until()).isEqualTo(service().nextDue());
    }

    /** From 36.00 to 72.00 a year. */
    @ParameterizedTest
    @CsvSource({
        "2027-11-22, 36.00",
        "2027-11-21, 35.90",
        "2026-11-23, 0.10",
        "2027-05-24, 18.05",
        "2028-02-29, 45.64",
        "2028-11-22, 71.90"
    })
    void thePriceIsProRata(LocalDate until, String price) {
        assertThat(BillingRules.proRata(
                        Money.euros("36.00"), Money.euros("72.00"), BillingCycle.ANNUALLY, TODAY, until))
                .isEqualTo(Money.euros(price));
    }

    @Test
    void halfACentGoesUp() {
        assertThat(BillingRules.proRata(
                        Money.euros("1.00"),
                        Money.euros("2.83"),
                        BillingCycle.ANNUALLY,
                        LocalDate.of(2028, 2, 24),
                        LocalDate.of(2028, 2, 29)))
                .isEqualTo(Money.euros("0.03"));
    }

    @Test
    void noUpgradeIsFree() {
        assertThat(BillingRules.proRata(
                        Money.euros("36.00"), Money.euros("36.01"), BillingCycle.ANNUALLY, TODAY, TODAY.plusDays(1)))
                .isEqualTo(Money.euros("0.01"));
    }

    @Test
    void onlyAlongTheUpgradePath() {
        assertThat(Verdicts.rule(upgrade(service(), VPS))).isEqualTo("not-an-upgrade");
        assertThat(Verdicts.rule(upgrade(service(), BASIC))).isEqualTo("not-an-upgrade");
        assertThat(Verdicts.rule(upgrade(service(), DOMAIN))).isEqualTo("not-an-upgrade");
        assertThat(Verdicts.rule(upgrade(service(), null))).isEqualTo("not-an-upgrade");
    }

    @Test
    void notToWhatIsNotOnSale() {
        assertThat(Verdicts.rule(upgrade(service(), OLD_PRO))).isEqualTo("not-an-upgrade");
    }

    @Test
    void notToWhatCostsNoMoreOrIsNotOfferedForTheCycle() {
        for (var prices : java.util.List.of(
                Map.of(BillingCycle.ANNUALLY, Money.euros("36.00")),
                Map.of(BillingCycle.ANNUALLY, Money.euros("10.00")),
                Map.of(BillingCycle.MONTHLY, Money.euros("90.00")))) {
            var cheap = new Product(PRO.id(), PRO.name(), PRO.kind(), true, prices, Set.of());

            assertThat(Verdicts.rule(upgrade(service(), cheap))).isEqualTo("not-an-upgrade");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Service.Status.class, mode = EnumSource.Mode.EXCLUDE, names = "ACTIVE")
    void onlyWhatIsActive(Service.Status status) {
        assertThat(Verdicts.rule(upgrade(service(status), PRO))).isEqualTo("not-an-upgrade");
    }

    @Test
    void onlyWhileItIsPaid() {
        var dueToday =
                BillingRules.upgrade(MARIA, service(), BASIC, PRO, service().nextDue());

        assertThat(Verdicts.rule(dueToday)).isEqualTo("not-an-upgrade");
    }

    @Test
    void oneAtATime() {
        assertThat(Verdicts.rule(upgrade(service().upgrading(new OrderId("ord-9")), PRO)))
                .isEqualTo("upgrade-in-progress");
    }

    @Test
    void anothersServiceIsRefusedLikeOneThatThereIsNot() {
        var anothers = BillingRules.upgrade(OTHER, service(), BASIC, PRO, TODAY);

        assertThat(anothers).isEqualTo(BillingRules.upgrade(MARIA, null, null, PRO, TODAY));
        assertThat(Verdicts.rule(anothers)).isEqualTo("service-not-found");
    }
}
