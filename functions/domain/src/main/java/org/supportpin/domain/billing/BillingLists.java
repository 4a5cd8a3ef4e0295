package org.supportpin.domain.billing;

import java.util.Optional;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.listing.Gap;
import org.supportpin.domain.listing.Listing;

/**
 * What billing lists of one customer, for an agent to choose from. Each list is read page by page within the time at hand, and may have
 * a {@link Gap}; each throws {@link BackOfficeUnavailable} if billing does not answer at all.
 */
public interface BillingLists {

    /** Who the customer is; empty if billing has no such customer. */
    default Optional<AccountHolder> holder(CustomerId customer) {
        return Optional.empty();
    }

    /** The customer's services, in every status. */
    default Listing<Service> services(CustomerId customer) {
        return Listing.without(Gap.NOT_LISTED);
    }

    /** The customer's orders, paid or not. */
    default Listing<ListedOrder> orders(CustomerId customer) {
        return Listing.without(Gap.NOT_LISTED);
    }

    /** The hosting company's products: all that are on sale, perhaps others. */
    default Listing<Product> products() {
        return Listing.without(Gap.NOT_LISTED);
    }

    /** The domain names for which the customer pays, where billing does not keep them as services. */
    default Listing<BilledDomain> domains(CustomerId customer) {
        return Listing.without(Gap.NOT_LISTED);
    }
}
