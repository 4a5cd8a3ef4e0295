package org.supportpin.functions;

import org.supportpin.domain.customer.AddressNotices;
import org.supportpin.domain.customer.AddressRegistration;
import org.supportpin.domain.customer.MobileRegistration;
import org.supportpin.domain.customer.PolicySetting;
import org.supportpin.domain.mail.MailRoute;

/** Puts together what customers set under Account Data: the mobile, the notice address, their own rules. */
public record AccountData(Wiring wiring) {

    public MobileRegistration mobileRegistration() {
        return new MobileRegistration(
                wiring.ledgerCommands(),
                wiring.destinationBudgets(),
                wiring.secrets(),
                wiring.messenger(),
                notices(),
                wiring.settings().limits());
    }

    public PolicySetting policySetting() {
        return new PolicySetting(
                wiring.ledgerCommands(),
                wiring.secrets(),
                notices(),
                wiring.settings().limits());
    }

    public AddressRegistration addressRegistration() {
        return new AddressRegistration(
                wiring.ledgerCommands(),
                wiring.destinationBudgets(),
                wiring.secrets(),
                notices(),
                wiring.settings().limits());
    }

    /** Their mails wait for the outbox. */
    private AddressNotices notices() {
        return new AddressNotices(
                wiring.notices(new MailRoute.ByOutbox()),
                wiring.settings().timeZone(),
                wiring.settings().supportPhone());
    }
}
