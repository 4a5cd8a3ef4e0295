package org.supportpin.backoffice.billing.whmcs;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.billing.AccountHolder;
import org.supportpin.domain.billing.BilledDomain;
import org.supportpin.domain.billing.Billing;
import org.supportpin.domain.billing.BillingPlan;
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

/**
 * {@link Billing} by WHMCS. WHMCS supports no idempotency key, so an action's id is written in the notes of the order that it places, or
 * of the service that it renews, and is looked for before anything is created. Orders are never accepted or set up here; whether WHMCS
 * does that once the invoice is paid is the product's setting there, which its API does not show.
 */
public final class WhmcsBilling implements Billing {

    private final WhmcsSettings settings;
    private final WhmcsFacts facts;
    private final WhmcsPrices prices;
    private final WhmcsOrders orders;
    private final WhmcsSearch search;
    private final WhmcsCommands commands;
    private final WhmcsLists lists;

    public WhmcsBilling(WhmcsSettings settings, SecretStore secrets, Timeouts patience) {
        var caller = new WhmcsCaller(settings.access(), settings.paymentMethod(), secrets, patience);
        this.settings = settings;
        this.facts = new WhmcsFacts(settings, caller);
        this.prices = new WhmcsPrices(settings, caller, facts);
        this.orders = new WhmcsOrders(settings, facts);
        this.search = new WhmcsSearch(facts, prices, orders);
        this.lists = new WhmcsLists(settings, caller, facts);
        this.commands = new WhmcsCommands(settings, caller, facts, prices, orders);
    }

    @Override
    public Optional<Product> findProduct(ProductId id) {
        return Numbers.of(id.value()).flatMap(facts::product).map(found -> found.product(settings));
    }

    @Override
    public Optional<Service> findService(ServiceId id) {
        return Numbers.of(id.value()).flatMap(facts::service).map(facts::service);
    }

    @Override
    public Optional<Order> findOrder(OrderId id) {
        return orders.find(id);
    }

    @Override
    public Optional<AccountHolder> holder(CustomerId customer) {
        return Numbers.of(customer.value()).flatMap(lists::holder);
    }

    @Override
    public Listing<Service> services(CustomerId customer) {
        return ofClient(customer, lists::services);
    }

    @Override
    public Listing<ListedOrder> orders(CustomerId customer) {
        return ofClient(customer, lists::orders);
    }

    @Override
    public Listing<Product> products() {
        return lists.products();
    }

    @Override
    public Listing<BilledDomain> domains(CustomerId customer) {
        return ofClient(customer, lists::domains);
    }

    /** A customer id that is no number is no client's, who then has nothing. */
    private static <T> Listing<T> ofClient(CustomerId customer, LongFunction<Listing<T>> list) {
        return Numbers.of(customer.value()).map(list::apply).orElseGet(() -> Listing.of(List.of()));
    }

    @Override
    public Verdict<Renewal> quote(Renewal calculated) {
        return prices.quote(calculated);
    }

    @Override
    public Verdict<Upgrade> quote(Upgrade calculated) {
        return prices.quote(calculated);
    }

    @Override
    public CallOutcome<PlacedOrder> findByAction(ActionId id, BillingPlan plan) {
        return search.find(id, plan);
    }

    @Override
    public CallOutcome<PlacedOrder> placeOrder(ActionId id, ServiceOrder order) {
        return commands.place(id, order);
    }

    @Override
    public CallOutcome<PlacedOrder> renew(ActionId id, Renewal renewal) {
        return commands.renew(id, renewal);
    }

    @Override
    public CallOutcome<PlacedOrder> upgrade(ActionId id, Upgrade upgrade) {
        return commands.upgrade(id, upgrade);
    }
}
