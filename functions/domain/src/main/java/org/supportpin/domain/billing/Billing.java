package org.supportpin.domain.billing;

import java.util.Optional;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Verdict;

/**
 * The billing system: {@code billing.…} of the back office.
 *
 * <p>The three operations that change something take the action's ID. Repeating an ID returns the same order and does nothing
 * twice. Each creates an order with an unpaid invoice, payable by bank transfer, and sets nothing up before payment. If billing
 * can tell that the price or the service no longer matches the plan, it answers {@link CallOutcome.Refused} with {@code
 * price-changed}; if it refuses for another reason, with its own message.
 */
public interface Billing extends BillingLists {

    /**
     * A product as it is now, on sale or not.
     *
     * @throws BackOfficeUnavailable if billing does not answer
     */
    Optional<Product> findProduct(ProductId id);

    /**
     * A service of any customer, as it is now.
     *
     * @throws BackOfficeUnavailable if billing does not answer
     */
    Optional<Service> findService(ServiceId id);

    /**
     * An order of any customer, as it is now.
     *
     * @throws BackOfficeUnavailable if billing does not answer
     */
    Optional<Order> findOrder(OrderId id);

    /**
     * Billing's own price for a renewal, for systems in which it differs from the product's price.
     *
     * @param calculated the plan with the price that the rules calculated
     * @return the renewal at that price, or why it is impossible
     * @throws BackOfficeUnavailable if billing does not answer
     */
    default Verdict<Renewal> quote(Renewal calculated) {
        return Verdict.accepted(calculated);
    }

    /**
     * Billing's own price for an upgrade, for systems that calculate it.
     *
     * @param calculated the plan with the price that the rules calculated
     * @return the upgrade at that price, or why it is impossible
     * @throws BackOfficeUnavailable if billing does not answer
     */
    default Verdict<Upgrade> quote(Upgrade calculated) {
        return Verdict.accepted(calculated);
    }

    /**
     * The order that an action created, if any.
     *
     * @param plan what the action was to do, for systems that cannot search by ID alone
     * @return {@link CallOutcome.NotDone} only if there is certainly none, {@link CallOutcome.Unknown} if billing cannot tell
     * @throws BackOfficeUnavailable if billing does not answer
     */
    CallOutcome<PlacedOrder> findByAction(ActionId id, BillingPlan plan);

    /** Orders a new service, which stays pending. */
    CallOutcome<PlacedOrder> placeOrder(ActionId id, ServiceOrder order);

    /** Invoices a service's renewal. Refused with {@code renewal-already-invoiced} if it has been invoiced in the meantime. */
    CallOutcome<PlacedOrder> renew(ActionId id, Renewal renewal);

    /** Orders a service's upgrade. Refused with {@code upgrade-in-progress} if one has been ordered in the meantime. */
    CallOutcome<PlacedOrder> upgrade(ActionId id, Upgrade upgrade);
}
