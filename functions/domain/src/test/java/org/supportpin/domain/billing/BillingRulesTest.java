package org.supportpin.domain.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.domain.billing.Shop.BASIC;
import static org.supportpin.domain.billing.Shop.DOMAIN;
import static org.supportpin.domain.billing.Shop.MARIA;
import static org.supportpin.domain.billing.Shop.OLD_PRO;
import static org.supportpin.domain.billing.Shop.OTHER;
import static org.supportpin.domain.billing.Shop.TODAY;
import static org.supportpin.domain.billing.Shop.VPS;
import static org.supportpin.domain.billing.Shop.service;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.money.Money;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.testing.Verdicts;

class BillingRulesTest {

    private static Product offSale(Product product) {
        return new Product(product.id(), product.name(), product.kind(), false, product.prices(), product.upgrades());
    }

    @Nested
    class Orders {

        private Verdict<ServiceOrder> order(@Nullable Product product, BillingCycle cycle) {
            return BillingRules.order(MARIA, product, cycle, new DomainName("nea.gr"));
        }

        @Test
        void thePriceIsTheProductsOwn() {
            assertThat(Verdicts.accepted(order(BASIC, BillingCycle.BIENNIALLY)))
                    .isEqualTo(new ServiceOrder(
                            MARIA,
                            BASIC.id(),
                            BillingCycle.BIENNIALLY,
                            new DomainName("nea.gr"),
                            Money.euros("63.00")));
        }

        @Test
        void whatIsNotOnSaleIsRefusedLikeWhatThereIsNot() {
            assertThat(order(OLD_PRO, BillingCycle.ANNUALLY)).isEqualTo(order(null, BillingCycle.ANNUALLY));
            assertThat(Verdicts.rule(order(OLD_PRO, BillingCycle.ANNUALLY))).isEqualTo("product-not-on-sale");
        }

        @Test
        void domainNamesAreExcludedWhetherOnSaleOrNot() {
            assertThat(Verdicts.rule(order(DOMAIN, BillingCycle.BIENNIALLY))).isEqualTo("domain-products-excluded");
            assertThat(Verdicts.rule(order(offSale(DOMAIN), BillingCycle.ANNUALLY)))
                    .isEqualTo("domain-products-excluded");
        }

        @Test
        void aCycleWithoutAPriceIsNotOffered() {
            assertThat(Verdicts.rule(order(VPS, BillingCycle.MONTHLY))).isEqualTo("cycle-not-offered");
        }
    }

    @Nested
    class Renewals {

        private Verdict<Renewal> renew(Service service, @Nullable BillingCycle cycle) {
            return BillingRules.renew(MARIA, service, BASIC, cycle);
        }

        @Test
        void theCycleStaysWhereNoneIsAskedFor() {
            var renewal = Verdicts.accepted(renew(service(), null));

            assertThat(renewal.cycle()).isEqualTo(BillingCycle.ANNUALLY);
            assertThat(renewal.price()).isEqualTo(Money.euros("36.00"));
            assertThat(renewal.paidUntil()).isEqualTo(service().nextDue());
            assertThat(renewal.until()).isEqualTo(service().nextDue().plusYears(1));
        }

        @Test
        void anotherCycleHasItsOwnPriceAndEnd() {
            var renewal = Verdicts.accepted(renew(service(), BillingCycle.BIENNIALLY));

            assertThat(renewal.before()).isEqualTo(BillingCycle.ANNUALLY);
            assertThat(renewal.price()).isEqualTo(Money.euros("63.00"));
            assertThat(renewal.until()).isEqualTo(service().nextDue().plusYears(2));
            assertThat(Verdicts.rule(renew(service(), BillingCycle.MONTHLY))).isEqualTo("cycle-not-offered");
        }

        @Test
        void aDomainNameIsRenewed() {
            var domain = new Service(
                    new ServiceId("svc-dom-1"),
                    MARIA,
                    DOMAIN.id(),
                    BillingCycle.BIENNIALLY,
                    Service.Status.ACTIVE,
                    TODAY,
                    new DomainName("papadopoulou.gr"),
                    null,
                    null);

            assertThat(Verdicts.accepted(BillingRules.renew(MARIA, domain, DOMAIN, null))
                            .price())
                    .isEqualTo(Money.euros("19.90"));
        }

        @Test
        void whatIsNotOnSaleAnyMoreIsStillRenewed() {
            assertThat(Verdicts.accepted(BillingRules.renew(MARIA, service(), offSale(BASIC), null))
                            .price())
                    .isEqualTo(Money.euros("36.00"));
        }

        @Test
        void anothersServiceIsRefusedLikeOneThatThereIsNot() {
            var anothers = BillingRules.renew(OTHER, service(), BASIC, null);

            assertThat(anothers).isEqualTo(BillingRules.renew(MARIA, null, null, null));
            assertThat(Verdicts.rule(anothers)).isEqualTo("service-not-found");
        }

        @ParameterizedTest
        @EnumSource(Service.Status.class)
        void onlyWhatLivesIsRenewed(Service.Status status) {
            var decision = renew(service(status), null);

            switch (status) {
                case ACTIVE, SUSPENDED -> Verdicts.accepted(decision);
                case PENDING, CANCELLED, TERMINATED ->
                    assertThat(Verdicts.rule(decision)).isEqualTo("service-not-renewable");
            }
        }

        @Test
        void aProductThatBillingForgotHasNoPrice() {
            assertThat(Verdicts.rule(BillingRules.renew(MARIA, service(), null, null)))
                    .isEqualTo("service-not-renewable");
        }

        @Test
        void oneOpenInvoiceAtATime() {
            assertThat(Verdicts.rule(renew(service().renewing(new InvoiceId("inv-9")), null)))
                    .isEqualTo("renewal-already-invoiced");
        }
    }
}
