package org.supportpin.domain.registrar;

import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.phone.PhoneNumber;

/** A person's name, email address and phone number. Each masks itself when printed. */
public record ContactDetails(PersonName name, EmailAddress email, PhoneNumber phone) {}
