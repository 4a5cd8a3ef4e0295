package org.supportpin.domain.billing;

import org.supportpin.domain.action.Verdict;
import java.util.Optional;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;

/**
 * Who sells, and sends invoices: {@code billing.…} of the back office.
 *
 * <p>The three that change something carry the action's id: the same one again gives the same order, and nothing is done twice.
 * Each makes an order with an unpaid invoice, to be paid by bank transfer, and sets nothing up before that is paid. Where
 * billing can tell that the price, or the service, is not any more what the plan says, it answers {@link CallOutcome.Refused} with
 * {@code price-changed}; where it says no otherwise, with its own words.
 */
public interface Billing {

    /**
     * A product, on sale or not, as it is now.
     *
     * @throws BackOfficeUnavailable if billing does not answer
     */
    Optional<Product> findProduct(ProductId id);

    /**
     * A service of whatever customer, as it is now.
     *
     * @throws BackOfficeUnavailable if billing does not answer
     */
    Optional<Service> findService(ServiceId id);

    /**
     * An order of whatever customer, as it is now.
     *
     * @throws BackOfficeUnavailable if billing does not answer
     */
    Optional<Order> findOrder(OrderId id);

    /**
     * The price that billing itself asks for a renewal, for a billing whose price is not the product's.
     *
     * @param calculated by the rules
     * @return the renewal at that price, or why it cannot be
     * @throws BackOfficeUnavailable if billing does not answer
     */
    default Verdict<Renewal> quote(Renewal calculated) {
        return Verdict.accepted(calculated);
    }

    /**
     * The price that billing itself asks for an upgrade, for a billing that calculates it.
     *
     * @param calculated by the rules
     * @return the upgrade at that price, or why it cannot be
     * @throws BackOfficeUnavailable if billing does not answer
     */
    default Verdict<Upgrade> quote(Upgrade calculated) {
        return Verdict.accepted(calculated);
    }

    /**
     * The order that an action's id made, if there is one.
     *
     * @param plan what the action was to do: where to look, for a billing that cannot search by the id alone
     * @return {@link CallOutcome.NotDone} only if there is certainly none, {@link CallOutcome.Unknown} where billing does not tell
     * @throws BackOfficeUnavailable if billing does not answer
     */
    CallOutcome<PlacedOrder> findByAction(ActionId id, BillingPlan plan);

    /** Orders a new service, which stays pending. */
    CallOutcome<PlacedOrder> placeOrder(ActionId id, ServiceOrder order);

    /** Invoices a service's renewal; refused with {@code renewal-already-invoiced} if it was invoiced meanwhile. */
    CallOutcome<PlacedOrder> renew(ActionId id, Renewal renewal);

    /** Orders a service's upgrade; refused with {@code upgrade-in-progress} if one was ordered meanwhile. */
    CallOutcome<PlacedOrder> upgrade(ActionId id, Upgrade upgrade);
}
