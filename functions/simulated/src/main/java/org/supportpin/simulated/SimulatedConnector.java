package org.supportpin.simulated;

import org.supportpin.backoffice.connector.ConnectorContext;
import org.supportpin.backoffice.connector.ConnectorKind;
import org.supportpin.backoffice.connector.ConnectorProvider;
import org.supportpin.backoffice.connector.ConnectorRegistry;
import org.supportpin.domain.billing.Billing;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.hosting.WebHosting;
import org.supportpin.domain.mail.MailSender;
import org.supportpin.domain.registrar.DelegationProbe;
import org.supportpin.domain.registrar.Registrar;

/** The connector {@code simulated}. It has no settings, and stores everything in its own table. */
public final class SimulatedConnector implements ConnectorProvider {

    @Override
    public String name() {
        return ConnectorRegistry.SIMULATED;
    }

    @Override
    public ConnectorKind<Billing> billing() {
        return ConnectorKind.withoutSettings(context -> backOffice(context).billing());
    }

    @Override
    public ConnectorKind<DnsZones> dnsZones() {
        return ConnectorKind.withoutSettings(context -> backOffice(context).dnsZones());
    }

    @Override
    public ConnectorKind<Registrar> registrar() {
        return ConnectorKind.withoutSettings(context -> backOffice(context).registrar());
    }

    @Override
    public ConnectorKind<WebHosting> webHosting() {
        return ConnectorKind.withoutSettings(context -> backOffice(context).webHosting());
    }

    @Override
    public ConnectorKind<MailSender> mailSender() {
        return ConnectorKind.withoutSettings(context -> backOffice(context).mailSender());
    }

    @Override
    public ConnectorKind<DelegationProbe> delegationProbe() {
        return ConnectorKind.withoutSettings(context -> backOffice(context).delegationProbe());
    }

    private static SimulatedBackOffice backOffice(ConnectorContext context) {
        return new SimulatedBackOffice(context.dynamoDb(), context.table(), context.clock());
    }
}
