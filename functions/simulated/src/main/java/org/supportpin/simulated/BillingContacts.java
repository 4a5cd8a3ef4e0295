package org.supportpin.simulated;

import org.supportpin.backoffice.billing.BillingJson;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.domain.billing.Contact;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.simulated.Documents.Kind;

/** The contacts of customers in billing. */
record BillingContacts(Documents documents) {

    private static final int LONGEST_MAILBOX = 64;

    /** Invented if there is none, because people who try out the stack may use customers beyond the starting data. */
    Contact of(CustomerId customer) {
        return documents
                .find(Kind.CUSTOMERS, customer.value())
                .flatMap(document -> document.body().object("contact"))
                .map(contact -> BillingJson.CONTACT.from(contact).orThrow())
                .orElseGet(() -> standIn(customer));
    }

    static Obj json(CustomerId id, Contact contact) {
        return Json.object()
                .put("id", id.value())
                .put("contact", BillingJson.CONTACT.write(contact))
                .build();
    }

    private static Contact standIn(CustomerId customer) {
        var mailbox = "customer-" + customer.value().replaceAll("[^A-Za-z0-9_-]", "-");
        var email = mailbox.substring(0, Math.min(mailbox.length(), LONGEST_MAILBOX)) + "@example.gr";
        return new Contact("Πελάτης " + customer, EmailAddress.parse(email).orThrow(), null);
    }
}
