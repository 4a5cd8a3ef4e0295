package org.supportpin.functions;

import java.time.Clock;
import org.supportpin.domain.billing.BankAccount;
import org.supportpin.domain.billing.Billing;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.hosting.WebHosting;
import org.supportpin.domain.mail.MailRoute;
import org.supportpin.domain.registrar.DelegationProbe;
import org.supportpin.domain.registrar.Registrar;
import org.supportpin.functions.aws.AwsClients;
import org.supportpin.functions.aws.AwsConnectorContext;
import org.supportpin.functions.settings.BackOfficeSettings;

/**
 * The hosting company's systems, as the domain sees them.
 *
 * @param bank where customers pay
 */
public record BackOffice(
        Billing billing,
        DnsZones dnsZones,
        Registrar registrar,
        WebHosting webHosting,
        MailRoute mail,
        DelegationProbe delegationProbe,
        BankAccount bank) {

    /** Creates the connectors that the settings choose. It makes no call and opens no secret. */
    static BackOffice of(BackOfficeSettings settings, AwsClients clients, Clock clock) {
        var context = new AwsConnectorContext(clients, clock, settings.table());
        return new BackOffice(
                settings.billing().connect(context),
                settings.dns().connect(context),
                settings.registrar().connect(context),
                settings.hosting().connect(context),
                settings.mail() == null
                        ? new MailRoute.ByOutbox()
                        : new MailRoute.Direct(settings.mail().connect(context)),
                settings.delegation().connect(context),
                settings.bank());
    }
}
