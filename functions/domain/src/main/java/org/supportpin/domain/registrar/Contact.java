package org.supportpin.domain.registrar;

import org.jspecify.annotations.Nullable;
import org.supportpin.domain.identity.CustomerId;

/**
 * A contact at the registrar: the owner or administrator of domains, or someone who may become one.
 *
 * @param listedUnder the customer whose list it is in, and who may choose it
 * @param person the customer whom it represents; null if it is no customer. Only the hosting company's system says so: no name,
 *     address or number given by a caller makes a contact a customer
 * @param shown null if the registrar's system does not show it, as with another registrar's contact, or not completely
 */
public record Contact(
        ContactId id,
        CustomerId listedUnder,
        @Nullable CustomerId person,
        @Nullable ContactDetails shown) {

    /** Whether the registrar's system shows who it is. */
    public boolean isShown() {
        return shown != null;
    }

    /**
     * The person's details.
     *
     * @throws IllegalStateException unless {@link #isShown}
     */
    public ContactDetails details() {
        if (shown == null) {
            throw new IllegalStateException("a contact that the registrar does not show");
        }
        return shown;
    }

    /** Whether this customer may choose it. */
    public boolean isListedUnder(CustomerId customer) {
        return listedUnder.equals(customer);
    }

    public boolean isPerson(CustomerId customer) {
        return customer.equals(person);
    }
}
