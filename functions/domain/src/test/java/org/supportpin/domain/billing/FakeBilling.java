package org.supportpin.domain.billing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.money.Money;

/** {@link Billing} in memory. One call can be made to go wrong, and all of them to fail. */
public final class FakeBilling implements Billing {

    private final Map<ProductId, Product> products = new HashMap<>();
    private final Map<ServiceId, Service> services = new HashMap<>();
    private final Map<OrderId, Order> orders = new HashMap<>();
    private final Map<ActionId, PlacedOrder> placed = new HashMap<>();
    private final List<Object> calls = new ArrayList<>();

    /** There is no answer. */
    public boolean down;

    /** Takes the order but does not answer. */
    public boolean losesAnswers;

    /** Says no. */
    public boolean refuses;

    /** Its price for renewals and upgrades; null for the price that the rules calculate. */
    public @Nullable Money ownPrice;

    /** Has no price for renewals and upgrades. */
    public boolean refusesToQuote;

    public FakeBilling put(Product product) {
        products.put(product.id(), product);
        return this;
    }

    public FakeBilling put(Service service) {
        services.put(service.id(), service);
        return this;
    }

    public FakeBilling put(Order order) {
        orders.put(order.id(), order);
        return this;
    }

    public void remove(OrderId order) {
        orders.remove(order);
    }

    /** The plans that were sent to it. */
    public List<Object> calls() {
        return List.copyOf(calls);
    }

    @Override
    public Optional<Product> findProduct(ProductId id) {
        return Optional.ofNullable(read(products).get(id));
    }

    @Override
    public Optional<Service> findService(ServiceId id) {
        return Optional.ofNullable(read(services).get(id));
    }

    @Override
    public Optional<Order> findOrder(OrderId id) {
        return Optional.ofNullable(read(orders).get(id));
    }

    @Override
    public CallOutcome<PlacedOrder> findByAction(ActionId id, BillingPlan plan) {
        return Optional.ofNullable(read(placed).get(id)).map(CallOutcome::done).orElseGet(CallOutcome::notDone);
    }

    @Override
    public Verdict<Renewal> quote(Renewal calculated) {
        return quoted(calculated, Renewal::at);
    }

    @Override
    public Verdict<Upgrade> quote(Upgrade calculated) {
        return quoted(calculated, Upgrade::at);
    }

    private <P extends BillingPlan> Verdict<P> quoted(P plan, BiFunction<P, Money, P> at) {
        read(placed);
        var own = ownPrice;
        return refusesToQuote
                ? Verdict.refused("cycle-not-offered", "No.", "Όχι.")
                : Verdict.accepted(own == null ? plan : at.apply(plan, own));
    }

    @Override
    public CallOutcome<PlacedOrder> placeOrder(ActionId id, ServiceOrder order) {
        return place(id, order, order.price());
    }

    @Override
    public CallOutcome<PlacedOrder> renew(ActionId id, Renewal renewal) {
        return place(id, renewal, renewal.price());
    }

    @Override
    public CallOutcome<PlacedOrder> upgrade(ActionId id, Upgrade upgrade) {
        return place(id, upgrade, upgrade.price());
    }

    private CallOutcome<PlacedOrder> place(ActionId id, Object plan, Money price) {
        calls.add(plan);
        if (refuses) {
            return CallOutcome.refused(new Refusal("back-office-refused", "No.", "Όχι."));
        }
        var made = new PlacedOrder(
                new OrderId("ord-" + calls.size()),
                new InvoiceId("inv-" + calls.size()),
                price,
                BankReference.of("900" + calls.size()));
        placed.put(id, made);
        return losesAnswers ? CallOutcome.unknown() : CallOutcome.done(made);
    }

    private <T> T read(T things) {
        if (down) {
            throw new BackOfficeUnavailable("billing");
        }
        return things;
    }
}
