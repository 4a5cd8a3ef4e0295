package org.supportpin.backoffice.connector;

import org.supportpin.domain.billing.Billing;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.hosting.WebHosting;
import org.supportpin.domain.mail.MailSender;
import org.supportpin.domain.registrar.DelegationProbe;
import org.supportpin.domain.registrar.Registrar;

/**
 * A connector for all ports in a separate module, because not every deployment has it. {@link java.util.ServiceLoader} finds it, and
 * only if the settings choose it.
 */
public interface ConnectorProvider {

    /** The name in the settings. */
    String name();

    ConnectorKind<Billing> billing();

    ConnectorKind<DnsZones> dnsZones();

    ConnectorKind<Registrar> registrar();

    ConnectorKind<WebHosting> webHosting();

    ConnectorKind<MailSender> mailSender();

    ConnectorKind<DelegationProbe> delegationProbe();
}
