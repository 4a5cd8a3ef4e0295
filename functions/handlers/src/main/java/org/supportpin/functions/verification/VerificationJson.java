package org.supportpin.functions.verification;

import java.util.List;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.customer.CallNotes.Deed;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Policy.Rule;
import org.supportpin.domain.customer.Verification;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.functions.action.Catalogue;

/**
 * A verification, for its agent. The customer's name is not in it: it is the billing system's, and a verification neither waits for that
 * system nor fails with it. {@code GET …/account} has the name.
 */
final class VerificationJson {

    private VerificationJson() {}

    static Json.Obj of(Customer customer, Verification passed) {
        var json = Json.object()
                .put("verificationId", new VerificationId(customer.id(), passed.key()).text())
                .put("customerId", customer.id().value())
                .put("verifiedAt", passed.verifiedAt().toString())
                .put("expiresAt", passed.expiresAt().toString())
                .put("source", passed.source().text())
                .put("actions", Json.array(allowed(customer), name -> Json.of(name.text())));
        var deeds = passed.notes().deeds();
        return (deeds.isEmpty() ? json : json.put("requested", Json.array(deeds, deed -> requested(customer, deed))))
                .build();
    }

    /** Whoever takes a call over must know what waits in it. The customer's state has the IDs of what has not ended. */
    private static Json requested(Customer customer, Deed deed) {
        return Json.object()
                .put("action", deed.action().text())
                .put("status", deed.status().text())
                .putIfPresent(
                        "actionId",
                        customer.openActions().stream()
                                .map(each -> each.id())
                                .filter(deed::isOf)
                                .map(ActionId::value)
                                .findFirst()
                                .orElse(null))
                .build();
    }

    /** The actions without those that the customer never allows. */
    private static List<ActionName> allowed(Customer customer) {
        return Catalogue.NAMES.stream()
                .filter(name -> customer.policy().rule(name) != Rule.NEVER)
                .toList();
    }
}
