package org.supportpin.functions;

import java.time.Clock;
import java.util.Map;
import org.supportpin.backoffice.simulated.SimulatedBackOffice;
import org.supportpin.domain.billing.BankAccount;
import org.supportpin.domain.billing.Billing;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.hosting.WebHosting;
import org.supportpin.domain.mail.MailSender;
import org.supportpin.domain.registrar.Registrar;
import org.supportpin.functions.Settings.BackOfficeSettings;
import org.supportpin.functions.aws.AwsClients;

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
        MailSender mailSender,
        BankAccount bank) {

    static BackOffice of(BackOfficeSettings settings, AwsClients clients, Clock clock) {
        Map.of(
                        "BILLING_CONNECTOR", settings.billing(),
                        "DNS_CONNECTOR", settings.dns(),
                        "REGISTRAR_CONNECTOR", settings.registrar(),
                        "HOSTING_CONNECTOR", settings.hosting(),
                        "MAIL_CONNECTOR", settings.mail())
                .forEach(BackOffice::requireSimulated);
        var table = settings.simulatedTable();
        if (table == null) {
            throw new IllegalStateException("BACK_OFFICE_TABLE_NAME is not set; the simulated back office needs it");
        }
        var simulated = new SimulatedBackOffice(clients.dynamoDb(), table, clock);
        return new BackOffice(
                simulated.billing(),
                simulated.dnsZones(),
                simulated.registrar(),
                simulated.webHosting(),
                simulated.mailSender(),
                settings.bank());
    }

    private static void requireSimulated(String name, String connector) {
        if (!connector.equals("simulated")) {
            throw new IllegalStateException(name + " is " + connector + "; there is simulated");
        }
    }
}
