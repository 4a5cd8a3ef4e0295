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

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.supportpin.domain.name.DomainName;

class BillingRulesTest {

    private static <P> P accepted(BillingDecision<P> decision) {
        return switch (decision) {
            case BillingDecision.Accepted<P>(var plan) -> plan;
            case BillingDecision.Refused<P>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private static String refused(BillingDecision<?> decision) {
        return switch (decision) {
            case BillingDecision.Accepted<?>(var plan) -> throw new AssertionError("accepted: " + plan);
            case BillingDecision.Refused<?>(var refusal) -> refusal.rule();
        };
    }

    private static Product offSale(Product product) {
        return new Product(product.id(), product.name(), product.kind(), false, product.prices(), product.upgrades());
    }

    @Nested
    class Orders {

        private BillingDecision<ServiceOrder> order(@Nullable Product product, BillingCycle cycle) {
            return BillingRules.order(MARIA, Optional.ofNullable(product), cycle, new DomainName("nea.gr"));
        }

        @Test
        void thePriceIsTheProductsOwn() {
            assertThat(accepted(order(BASIC, BillingCycle.BIENNIALLY)))
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
            assertThat(refused(order(OLD_PRO, BillingCycle.ANNUALLY))).isEqualTo("product-not-on-sale");
        }

        @Test
        void domainNamesAreExcludedWhetherOnSaleOrNot() {
            assertThat(refused(order(DOMAIN, BillingCycle.BIENNIALLY))).isEqualTo("domain-products-excluded");
            assertThat(refused(order(offSale(DOMAIN), BillingCycle.ANNUALLY))).isEqualTo("domain-products-excluded");
        }

        @Test
        void aCycleWithoutAPriceIsNotOffered() {
            assertThat(refused(order(VPS, BillingCycle.MONTHLY))).isEqualTo("cycle-not-offered");
        }
    }

    @Nested
    class Renewals {

        private BillingDecision<Renewal> renew(Service service, @Nullable BillingCycle cycle) {
            return BillingRules.renew(MARIA, Optional.of(service), Optional.of(BASIC), cycle);
        }

        @Test
        void theCycleStaysWhereNoneIsAskedFor() {
            var renewal = accepted(renew(service(), null));

            assertThat(renewal.cycle()).isEqualTo(BillingCycle.ANNUALLY);
            assertThat(renewal.price()).isEqualTo(Money.euros("36.00"));
            assertThat(renewal.paidUntil()).isEqualTo(service().nextDue());
            assertThat(renewal.until()).isEqualTo(service().nextDue().plusYears(1));
        }

        @Test
        void anotherCycleHasItsOwnPriceAndEnd() {
            var renewal = accepted(renew(service(), BillingCycle.BIENNIALLY));

            assertThat(renewal.before()).isEqualTo(BillingCycle.ANNUALLY);
            assertThat(renewal.price()).isEqualTo(Money.euros("63.00"));
            assertThat(renewal.until()).isEqualTo(service().nextDue().plusYears(2));
            assertThat(refused(renew(service(), BillingCycle.MONTHLY))).isEqualTo("cycle-not-offered");
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

            assertThat(accepted(BillingRules.renew(MARIA, Optional.of(domain), Optional.of(DOMAIN), null))
                            .price())
                    .isEqualTo(Money.euros("19.90"));
        }

        @Test
        void whatIsNotOnSaleAnyMoreIsStillRenewed() {
            assertThat(accepted(BillingRules.renew(MARIA, Optional.of(service()), Optional.of(offSale(BASIC)), null))
                            .price())
                    .isEqualTo(Money.euros("36.00"));
        }

        @Test
        void anothersServiceIsRefusedLikeOneThatThereIsNot() {
            var anothers = BillingRules.renew(OTHER, Optional.of(service()), Optional.of(BASIC), null);

            assertThat(anothers).isEqualTo(BillingRules.renew(MARIA, Optional.empty(), Optional.empty(), null));
            assertThat(refused(anothers)).isEqualTo("service-not-found");
        }

        @ParameterizedTest
        @EnumSource(Service.Status.class)
        void onlyWhatLivesIsRenewed(Service.Status status) {
            var decision = renew(service(status), null);

            switch (status) {
                case ACTIVE, SUSPENDED -> accepted(decision);
                case PENDING, CANCELLED, TERMINATED ->
                    assertThat(refused(decision)).isEqualTo("service-not-renewable");
            }
        }

        @Test
        void aProductThatBillingForgotHasNoPrice() {
            assertThat(refused(BillingRules.renew(MARIA, Optional.of(service()), Optional.empty(), null)))
                    .isEqualTo("service-not-renewable");
        }

        @Test
        void oneOpenInvoiceAtATime() {
            assertThat(refused(renew(service().renewing(new InvoiceId("inv-9")), null)))
                    .isEqualTo("renewal-already-invoiced");
        }
    }
}
