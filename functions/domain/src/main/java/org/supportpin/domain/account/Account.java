package org.supportpin.domain.account;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.billing.ListedOrder;
import org.supportpin.domain.billing.Product;
import org.supportpin.domain.billing.ProductId;
import org.supportpin.domain.billing.Renewal;
import org.supportpin.domain.billing.Service;
import org.supportpin.domain.billing.Upgrade;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.hosting.HostingPackage;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.listing.Gap;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.Contact;
import org.supportpin.domain.registrar.RegisteredDomain;

/**
 * A customer's own things, as far as the hosting company's systems list them.
 *
 * @param name null if billing does not say
 * @param domains by name
 * @param orders unpaid first, by the day they are due
 * @param contacts by name, who can be chosen as a domain's administrator
 * @param products that can be ordered by telephone
 * @param missing what could not be listed, and why
 */
public record Account(
        CustomerId customer,
        @Nullable String name,
        Language language,
        List<OwnDomain> domains,
        List<OwnService> services,
        List<ListedOrder> orders,
        List<HostingPackage> packages,
        List<Contact> contacts,
        List<Product> products,
        List<Missing> missing) {

    /** A part of the account. */
    public enum Part implements WireName {
        CUSTOMER,
        DOMAINS,
        /** Whether the domains' zones are hosted here. */
        ZONES,
        SERVICES,
        ORDERS,
        PACKAGES,
        CONTACTS,
        PRODUCTS
    }

    /** A part that is not, or not wholly, in the account. */
    public record Missing(Part part, Gap gap) {}

    /**
     * A domain.
     *
     * @param registered null if the registrar did not say, or it is registered elsewhere
     * @param hosted whether its zone is hosted here; null if the DNS system did not say
     */
    public record OwnDomain(
            DomainName name,
            @Nullable RegisteredDomain registered,
            @Nullable Boolean hosted) {}

    /**
     * A service, with what can be done about it at the products' own prices. What is accepted may differ, if billing calculates it.
     *
     * @param product null if billing no longer knows it, or did not say
     * @param renewals one for each cycle that is offered; empty if it cannot be renewed now
     * @param upgrades empty if it cannot be upgraded now
     */
    public record OwnService(
            Service service, @Nullable Product product, List<Renewal> renewals, List<Upgrade> upgrades) {}

    /** A product that is on sale. */
    public Optional<Product> product(ProductId id) {
        return products.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Omits the contents, which are personal. */
    @Override
    public String toString() {
        return "Account[" + customer + "]";
    }
}
