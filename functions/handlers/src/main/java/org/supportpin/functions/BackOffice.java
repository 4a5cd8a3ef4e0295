package org.supportpin.functions;

import java.time.Clock;
import org.supportpin.backoffice.billing.whmcs.WhmcsBilling;
import org.supportpin.backoffice.dns.powerdns.PowerDnsZones;
import org.supportpin.backoffice.hosting.plesk.PleskHosting;
import org.supportpin.backoffice.hosting.plesk.PleskZones;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.mail.ses.SesMail;
import org.supportpin.backoffice.mail.smtp.SmtpMail;
import org.supportpin.backoffice.registrar.epp.EppRegistrar;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.simulated.SimulatedBackOffice;
import org.supportpin.backoffice.webhook.Webhook;
import org.supportpin.backoffice.webhook.WebhookSettings;
import org.supportpin.domain.billing.BankAccount;
import org.supportpin.domain.billing.Billing;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.hosting.WebHosting;
import org.supportpin.domain.mail.MailSender;
import org.supportpin.domain.registrar.Registrar;
import org.supportpin.functions.Settings.BackOfficeSettings;
import org.supportpin.functions.aws.AwsClients;
import org.supportpin.functions.aws.SsmSecrets;
import org.supportpin.functions.connector.Connector.ByWebhook;
import org.supportpin.functions.connector.Connector.Epp;
import org.supportpin.functions.connector.Connector.Plesk;
import org.supportpin.functions.connector.Connector.PowerDns;
import org.supportpin.functions.connector.Connector.Ses;
import org.supportpin.functions.connector.Connector.Simulated;
import org.supportpin.functions.connector.Connector.Smtp;
import org.supportpin.functions.connector.Connector.Whmcs;

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

    /** Makes the connectors that the settings choose. It calls nobody, and opens no secret. */
    static BackOffice of(BackOfficeSettings settings, AwsClients clients, Clock clock) {
        var maker = new Maker(settings, clients, clock);
        return new BackOffice(
                maker.billing(),
                maker.dnsZones(),
                maker.registrar(),
                maker.webHosting(),
                maker.mailSender(),
                settings.bank());
    }

    private record Maker(BackOfficeSettings settings, AwsClients clients, Clock clock) {

        Billing billing() {
            return switch (settings.billing()) {
                case Simulated() -> simulated().billing();
                case ByWebhook(var webhook) -> by(webhook).billing();
                case Whmcs(var whmcs) -> new WhmcsBilling(whmcs, secrets(), Timeouts.USUAL);
            };
        }

        DnsZones dnsZones() {
            return switch (settings.dns()) {
                case Simulated() -> simulated().dnsZones();
                case ByWebhook(var webhook) -> by(webhook).dnsZones();
                case PowerDns(var powerDns) -> new PowerDnsZones(powerDns, secrets(), Timeouts.USUAL);
                case Plesk(var plesk) -> new PleskZones(plesk, secrets(), Timeouts.USUAL);
            };
        }

        Registrar registrar() {
            return switch (settings.registrar()) {
                case Simulated() -> simulated().registrar();
                case ByWebhook(var webhook) -> by(webhook).registrar();
                case Epp(var epp) -> new EppRegistrar(epp, secrets(), Clock.systemUTC(), Timeouts.USUAL);
            };
        }

        WebHosting webHosting() {
            return switch (settings.hosting()) {
                case Simulated() -> simulated().webHosting();
                case ByWebhook(var webhook) -> by(webhook).webHosting();
                case Plesk(var plesk) -> new PleskHosting(plesk, secrets(), Timeouts.USUAL);
            };
        }

        MailSender mailSender() {
            return switch (settings.mail()) {
                case Simulated() -> simulated().mailSender();
                case ByWebhook(var webhook) -> by(webhook).mailSender();
                case Smtp(var smtp) -> new SmtpMail(smtp, secrets(), Clock.systemUTC(), Timeouts.USUAL);
                case Ses(var ses) -> new SesMail(ses, clients.ses(Timeouts.USUAL.whole()));
            };
        }

        /** Only where a connector needs it: making the client takes time at every cold start. */
        private SecretStore secrets() {
            return new SsmSecrets(clients.ssm(), clock);
        }

        /** The receiver has a clock of its own, which the service's may have been moved away from. */
        private Webhook by(WebhookSettings webhook) {
            return new Webhook(webhook, secrets(), Clock.systemUTC(), Timeouts.USUAL);
        }

        private SimulatedBackOffice simulated() {
            var table = settings.simulatedTable();
            if (table == null) {
                throw new IllegalStateException("the settings let a connector be simulated, without its table");
            }
            return new SimulatedBackOffice(clients.dynamoDb(), table, clock);
        }
    }
}
