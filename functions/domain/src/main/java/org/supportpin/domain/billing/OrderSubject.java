package org.supportpin.domain.billing;

import org.jspecify.annotations.Nullable;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.identity.LocalizedText;
import org.supportpin.domain.name.DomainName;

/** What an order is for. */
public sealed interface OrderSubject {

    Purpose purpose();

    BillingCycle cycle();

    /** The host or domain name that it is for; null if none. */
    @Nullable DomainName name();

    /** What happens on payment. */
    enum Purpose implements WireName {
        NEW,
        RENEWAL,
        UPGRADE
    }

    /**
     * A service.
     *
     * @param product the product's name; for an upgrade, the new product's
     * @param name the host name that it is for; null if none
     */
    record OfService(
            Purpose purpose,
            LocalizedText product,
            BillingCycle cycle,
            @Nullable DomainName name) implements OrderSubject {}

    /**
     * A domain name.
     *
     * @param owner its registrant
     */
    record OfDomain(Purpose purpose, DomainName name, BillingCycle cycle, Contact owner) implements OrderSubject {}
}
