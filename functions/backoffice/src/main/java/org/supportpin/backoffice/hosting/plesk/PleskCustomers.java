package org.supportpin.backoffice.hosting.plesk;

import java.util.Optional;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.identity.CustomerId;

/** Whose something is at a Plesk server. */
final class PleskCustomers {

    private PleskCustomers() {}

    /**
     * The customer of the panel: who stands in the {@code external-id} of Plesk's. Empty where nobody does.
     *
     * @param owner the id of Plesk's customer
     */
    static Optional<CustomerId> holder(PleskXml xml, String owner) {
        var result = xml.read(
                        "customer",
                        "get",
                        get -> get.element("filter", filter -> filter.text("id", owner))
                                .element("dataset", dataset -> dataset.element("gen_info", _ -> {})))
                .getFirst();
        if (xml.isNone(result)) {
            return Optional.empty();
        }
        return result.text("data", "gen_info", "external-id")
                .flatMap(id -> CustomerId.parse(id) instanceof Valid<CustomerId>(var customer)
                        ? Optional.of(customer)
                        : Optional.empty());
    }
}
