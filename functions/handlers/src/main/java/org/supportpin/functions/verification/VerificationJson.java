package org.supportpin.functions.verification;

import java.util.List;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.action.ActionName;
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
        return Json.object()
                .put("verificationId", new VerificationId(customer.id(), passed.key()).text())
                .put("customerId", customer.id().value())
                .put("verifiedAt", passed.verifiedAt().toString())
                .put("expiresAt", passed.expiresAt().toString())
                .put("source", passed.source().text())
                .put("actions", Json.array(allowed(customer), name -> Json.of(name.text())))
                .build();
    }

    /** The actions without those that the customer never allows. */
    private static List<ActionName> allowed(Customer customer) {
        return Catalogue.NAMES.stream()
                .filter(name -> customer.policy().rule(name) != Rule.NEVER)
                .toList();
    }
}
