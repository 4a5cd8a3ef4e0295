package org.supportpin.domain.registrar;

import org.jspecify.annotations.Nullable;
import org.supportpin.domain.identity.CustomerId;

/**
 * A contact of the registrar's: the owner or the administrator of domains, or somebody who may become one.
 *
 * @param listedUnder the customer among whose contacts it is, and who may name it
 * @param person the customer that it is; null where it is nobody of the hoster's customers. The hoster's system says so: no
 *     name, address or number that a caller gives makes a contact a customer
 */
public record Contact(
        ContactId id, CustomerId listedUnder, @Nullable CustomerId person, ContactDetails details) {

    public boolean isPerson(CustomerId customer) {
        return customer.equals(person);
    }
}
