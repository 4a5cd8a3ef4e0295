package org.supportpin.domain.billing;

import java.util.Optional;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.Effect;

/**
 * Who sells, and sends invoices: {@code billing.…} of the back office.
 *
 * <p>The three that change something carry the action's id: the same one again gives the same order, and nothing is done twice.
 * Each makes an order with an unpaid invoice, to be paid by bank transfer, and sets nothing up before that is paid. Where
 * billing can tell that the price, or the service, is not any more what the plan says, it answers {@link Effect.Refused} with
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
     * The order that an action's id made, if there is one.
     *
     * @return {@link Effect.NotDone} only if there is certainly none, {@link Effect.Unknown} where billing does not tell
     * @throws BackOfficeUnavailable if billing does not answer
     */
    Effect<Placed> findByAction(ActionId id);

    /** Orders a new service, which stays pending. */
    Effect<Placed> placeOrder(ActionId id, ServiceOrder order);

    /** Invoices a service's renewal; refused with {@code renewal-already-invoiced} if it was invoiced meanwhile. */
    Effect<Placed> renew(ActionId id, Renewal renewal);

    /** Orders a service's upgrade; refused with {@code upgrade-in-progress} if one was ordered meanwhile. */
    Effect<Placed> upgrade(ActionId id, Upgrade upgrade);
}
