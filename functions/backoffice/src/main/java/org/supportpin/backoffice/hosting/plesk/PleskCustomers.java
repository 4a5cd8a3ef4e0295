package org.supportpin.backoffice.hosting.plesk;

import java.util.Optional;
import org.supportpin.domain.identity.CustomerId;

final class PleskCustomers {

    private PleskCustomers() {}

    /**
     * The customer in the {@code external-id} of Plesk's customer; empty if there is none.
     *
     * @param owner the id of Plesk's customer
     */
    static Optional<CustomerId> holder(PleskXml xml, String owner) {
        return xml.find("customer", "id", owner)
                .flatMap(result -> result.text("data", "gen_info", "external-id"))
                .flatMap(id -> CustomerId.parse(id).asOptional());
    }
}
