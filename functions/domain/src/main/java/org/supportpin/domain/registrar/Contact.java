package org.supportpin.domain.registrar;

import org.jspecify.annotations.Nullable;
import org.supportpin.domain.identity.CustomerId;

/**
 * A contact at the registrar: the owner or administrator of domains, or someone who may become one.
 *
 * @param listedUnder the customer whose list it is in, and who may choose it
 * @param person the customer whom it represents; null if it is no customer. Only the hosting company's system says so: no name,
 *     address or number given by a caller makes a contact a customer
 */
public record Contact(
        ContactId id, CustomerId listedUnder, @Nullable CustomerId person, ContactDetails details) {

    public boolean isPerson(CustomerId customer) {
        return customer.equals(person);
    }
}
