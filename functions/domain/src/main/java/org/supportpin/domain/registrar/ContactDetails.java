package org.supportpin.domain.registrar;

import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.phone.PhoneNumber;

/** Who somebody is, and how they are reached. Each part masks itself when it is printed. */
public record ContactDetails(PersonName name, EmailAddress email, PhoneNumber phone) {}
