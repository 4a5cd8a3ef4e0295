package org.supportpin.backoffice.webhook;

import java.util.Optional;
import java.util.Set;
import org.supportpin.backoffice.billing.BillingJson;
import org.supportpin.backoffice.billing.OrderJson;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.billing.AccountHolder;
import org.supportpin.domain.billing.Billing;
import org.supportpin.domain.billing.BillingPlan;
import org.supportpin.domain.billing.BillingRules;
import org.supportpin.domain.billing.ListedOrder;
import org.supportpin.domain.billing.Order;
import org.supportpin.domain.billing.OrderId;
import org.supportpin.domain.billing.PlacedOrder;
import org.supportpin.domain.billing.Product;
import org.supportpin.domain.billing.ProductId;
import org.supportpin.domain.billing.Renewal;
import org.supportpin.domain.billing.Service;
import org.supportpin.domain.billing.ServiceId;
import org.supportpin.domain.billing.ServiceOrder;
import org.supportpin.domain.billing.Upgrade;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.listing.Listing;

/** {@link Billing} by webhook. Each order carries the agreed price; the receiver's payment method is bank transfer. */
record WebhookBilling(WebhookCaller caller) implements Billing {

    private static final Set<String> RULES =
            Set.of(BillingRules.PRICE_CHANGED, BillingRules.RENEWAL_ALREADY_INVOICED, BillingRules.UPGRADE_IN_PROGRESS);

    @Override
    public Optional<Product> findProduct(ProductId id) {
        return caller.read("billing.product", "productId", id.value(), BillingJson.PRODUCT)
                .filter(each -> each.id().equals(id));
    }

    @Override
    public Optional<Service> findService(ServiceId id) {
        return caller.read("billing.service", "serviceId", id.value(), BillingJson.SERVICE)
                .filter(each -> each.id().equals(id));
    }

    @Override
    public Optional<Order> findOrder(OrderId id) {
        return caller.read("billing.order", "orderId", id.value(), OrderJson.ORDER)
                .filter(each -> each.id().equals(id));
    }

    @Override
    public Optional<AccountHolder> holder(CustomerId customer) {
        return caller.read("billing.customer", "customerId", customer.value(), BillingJson.HOLDER)
                .filter(each -> each.customer().equals(customer));
    }

    @Override
    public Listing<Service> services(CustomerId customer) {
        return caller.list(
                "billing.services",
                customer,
                BillingJson.SERVICE,
                each -> each.customer().equals(customer));
    }

    @Override
    public Listing<ListedOrder> orders(CustomerId customer) {
        return caller.list(
                "billing.orders",
                customer,
                OrderJson.LISTED,
                each -> each.customer().equals(customer));
    }

    @Override
    public Listing<Product> products() {
        return caller.list("billing.products", null, BillingJson.PRODUCT, _ -> true);
    }

    @Override
    public CallOutcome<PlacedOrder> findByAction(ActionId id, BillingPlan plan) {
        return caller.find(
                "billing.findByAction",
                Json.object().put("actionId", id.value()).build(),
                BillingJson.PLACED_ORDER);
    }

    @Override
    public CallOutcome<PlacedOrder> placeOrder(ActionId id, ServiceOrder order) {
        var data = Json.object().putAll(BillingJson.SERVICE_ORDER.write(order));
        return caller.change("billing.placeOrder", id, data, BillingJson.PLACED_ORDER, RULES);
    }

    @Override
    public CallOutcome<PlacedOrder> renew(ActionId id, Renewal renewal) {
        var data = Json.object()
                .put("customerId", renewal.customer().value())
                .put("serviceId", renewal.service().value())
                .put("productId", renewal.product().value())
                .put("billingCycle", renewal.cycle().text())
                .put("paidUntil", renewal.paidUntil().toString())
                .put("until", renewal.until().toString())
                .put("price", BillingJson.MONEY.write(renewal.price()));
        return caller.change("billing.renew", id, data, BillingJson.PLACED_ORDER, RULES);
    }

    @Override
    public CallOutcome<PlacedOrder> upgrade(ActionId id, Upgrade upgrade) {
        var data = Json.object()
                .put("customerId", upgrade.customer().value())
                .put("serviceId", upgrade.service().value())
                .put("fromProductId", upgrade.from().value())
                .put("toProductId", upgrade.to().value())
                .put("billingCycle", upgrade.cycle().text())
                .put("on", upgrade.on().toString())
                .put("until", upgrade.until().toString())
                .put("price", BillingJson.MONEY.write(upgrade.price()));
        return caller.change("billing.upgrade", id, data, BillingJson.PLACED_ORDER, RULES);
    }
}
