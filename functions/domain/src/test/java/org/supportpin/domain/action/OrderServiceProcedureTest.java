package org.supportpin.domain.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.domain.billing.Shop.BASIC;
import static org.supportpin.domain.billing.Shop.MARIA;

import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.Procedure.Prepared;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.Product;
import org.supportpin.domain.billing.ProductId;
import org.supportpin.domain.billing.ServiceOrder;

class OrderServiceProcedureTest extends BillingProcedureContract<OrderService, ServiceOrder> {

    @Override
    Procedure<OrderService, ServiceOrder, Billed<ServiceOrder>> procedure() {
        return new OrderServiceProcedure(billing);
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

        assertThat(procedure().prepare(MARIA, unknown)).isInstanceOf(Prepared.Refused.class);
    }
}
