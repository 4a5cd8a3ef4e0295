package org.supportpin.domain.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.domain.billing.Shop.BASIC;
import static org.supportpin.domain.billing.Shop.MARIA;

import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.ActionExecutor;
import org.supportpin.domain.action.Verdict;

class OrderServiceExecutorTest extends BillingExecutorContract<OrderService, ServiceOrder> {

    @Override
    ActionExecutor<OrderService, ServiceOrder, BillingResult<ServiceOrder>> executor() {
        return new OrderServiceExecutor(billing);
    }

    @Override
    OrderService action() {
        return new OrderService(BASIC.id(), BillingCycle.ANNUALLY, null);
    }

    @Override
    void changePrice() {
        billing.put(dearer(BASIC));
    }

    @Override
    String forbid() {
        billing.put(new Product(BASIC.id(), BASIC.name(), BASIC.kind(), false, BASIC.prices(), BASIC.upgrades()));
        return "product-not-on-sale";
    }

    @Test
    void whatThereIsNotIsNotOnSale() {
        var unknown = new OrderService(new ProductId("nothing"), BillingCycle.ANNUALLY, null);

        assertThat(executor().plan(MARIA, unknown)).isInstanceOf(Verdict.Refused.class);
    }
}
