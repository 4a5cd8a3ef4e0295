package org.supportpin.backoffice.hosting.plesk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.billing.whmcs.WhmcsClients;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DomainName;

/**
 * Whose a subscription is, by the {@code external-id} of Plesk's customer: the panel's customer id, or the UUID that WHMCS's Plesk module
 * writes there.
 *
 * @param whmcs null if it is the customer id
 */
record PleskCustomers(PleskXml xml, @Nullable WhmcsClients whmcs) {

    static PleskCustomers of(PleskXml xml, PleskSettings settings, SecretStore secrets, Timeouts patience) {
        var access = settings.whmcs();
        return new PleskCustomers(xml, access == null ? null : new WhmcsClients(access, secrets, patience));
    }

    /**
     * Empty if it is nobody's.
     *
     * @param owner the id of Plesk's customer
     * @param subscription its main domain
     */
    Optional<CustomerId> holder(String owner, DomainName subscription) {
        var external = xml.find("customer", "id", owner)
                .flatMap(result -> result.text("data", "gen_info", "external-id"))
                .filter(id -> !id.isEmpty());
        return whmcs == null
                ? external.flatMap(id -> CustomerId.parse(id).asOptional())
                : external.flatMap(uuid -> whmcs.find(uuid, subscription));
    }

    /** The external id of a customer's subscriptions; empty if the customer has none. */
    Optional<String> externalId(CustomerId customer) {
        return whmcs == null ? Optional.of(customer.value()) : whmcs.uuid(customer);
    }

    /**
     * Whether Plesk's customer has this external id.
     *
     * @param owner the id of Plesk's customer
     */
    boolean hasExternalId(String owner, String external) {
        return xml.find("customer", "id", owner)
                .flatMap(result -> result.text("data", "gen_info", "external-id"))
                .filter(external::equalsIgnoreCase)
                .isPresent();
    }
}
