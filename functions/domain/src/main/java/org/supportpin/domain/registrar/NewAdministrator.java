package org.supportpin.domain.registrar;

/** The requested new administrator of a domain. */
public sealed interface NewAdministrator {

    /** A contact in the customer's own list. */
    record Listed(ContactId contact) implements NewAdministrator {}

    /** Someone new, for whom the registrar creates a contact. */
    record Described(ContactDetails details) implements NewAdministrator {}
}
