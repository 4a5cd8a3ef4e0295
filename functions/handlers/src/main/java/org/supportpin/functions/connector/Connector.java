package org.supportpin.functions.connector;

import org.supportpin.backoffice.billing.whmcs.WhmcsSettings;
import org.supportpin.backoffice.dns.powerdns.PowerDnsSettings;
import org.supportpin.backoffice.hosting.plesk.PleskSettings;
import org.supportpin.backoffice.mail.ses.SesSettings;
import org.supportpin.backoffice.mail.smtp.SmtpSettings;
import org.supportpin.backoffice.registrar.epp.EppSettings;
import org.supportpin.backoffice.webhook.WebhookSettings;

/** What serves one of the five interfaces, with its settings. Each interface has a closed set of them. */
public sealed interface Connector {

    /** What can serve billing. */
    sealed interface ForBilling extends Connector {}

    /** What can serve DNS zones. */
    sealed interface ForDns extends Connector {}

    /** What can serve domain names. */
    sealed interface ForRegistrar extends Connector {}

    /** What can serve web hosting. */
    sealed interface ForHosting extends Connector {}

    /** What can serve mail. */
    sealed interface ForMail extends Connector {}

    /** The simulated back office, for trying the service out. */
    record Simulated() implements ForBilling, ForDns, ForRegistrar, ForHosting, ForMail {}

    /** WHMCS. */
    record Whmcs(WhmcsSettings settings) implements ForBilling {}

    /** The PowerDNS Authoritative Server. */
    record PowerDns(PowerDnsSettings settings) implements ForDns {}

    /** The hoster's own system, by webhook. */
    record ByWebhook(WebhookSettings settings) implements ForBilling, ForDns, ForRegistrar, ForHosting, ForMail {}

    /** The registry of .gr and .ελ, by EPP. */
    record Epp(EppSettings settings) implements ForRegistrar {}

    /** A Plesk server. */
    record Plesk(PleskSettings settings) implements ForHosting, ForDns {}

    /** Any server that takes mail by SMTP, Amazon SES's too. */
    record Smtp(SmtpSettings settings) implements ForMail {}

    /** Amazon SES, by its API. */
    record Ses(SesSettings settings) implements ForMail {}
}
