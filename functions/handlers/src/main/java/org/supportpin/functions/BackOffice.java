package org.supportpin.functions;

import java.time.Clock;
import java.util.Objects;
import org.supportpin.backoffice.simulated.SimulatedBackOffice;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.functions.aws.AwsClients;

/** The hosting company's systems, as the domain sees them. */
public record BackOffice(DnsZones dnsZones) {

    static BackOffice of(Settings settings, AwsClients clients, Clock clock) {
        var connector = Objects.requireNonNullElse(settings.dnsConnector(), "none");
        if (!connector.equals("simulated")) {
            throw new IllegalStateException("DNS_CONNECTOR is " + connector + "; there is simulated");
        }
        var table = settings.backOfficeTable();
        if (table == null) {
            throw new IllegalStateException("BACK_OFFICE_TABLE_NAME is not set; the simulated back office needs it");
        }
        return new BackOffice(new SimulatedBackOffice(clients.dynamoDb(), table, clock).dnsZones());
    }
}
