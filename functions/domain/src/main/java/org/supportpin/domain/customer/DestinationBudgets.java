package org.supportpin.domain.customer;

import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.phone.PhoneNumber;

/**
 * The budgets of the numbers that receive SMS, and of the addresses that receive codes. They know a destination only by a keyed hash, whose key nobody can read. They change only
 * together with a ledger entry: {@link CompanionWrite.DestinationCounted}.
 */
public interface DestinationBudgets {

    /** The number's budget, strongly consistent; an unused one if nothing is stored. */
    DestinationBudget read(PhoneNumber number);

    /** The same for an address that receives confirmation codes by mail. */
    DestinationBudget read(EmailAddress address);
}
