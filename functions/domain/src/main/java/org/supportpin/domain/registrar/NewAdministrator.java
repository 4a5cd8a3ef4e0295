package org.supportpin.domain.registrar;

/** Whom somebody asks to have as a domain's administrator. */
public sealed interface NewAdministrator {

    /** A contact of the customer's own list. */
    record Listed(ContactId contact) implements NewAdministrator {}

    /** Somebody new, of whom the registrar makes a contact. */
    record Described(ContactDetails details) implements NewAdministrator {}
}
