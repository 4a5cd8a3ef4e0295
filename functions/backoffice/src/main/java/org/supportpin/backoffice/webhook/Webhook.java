package org.supportpin.backoffice.webhook;

import java.time.Clock;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.domain.billing.Billing;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.hosting.WebHosting;
import org.supportpin.domain.mail.MailSender;
import org.supportpin.domain.registrar.Registrar;

/** The five ports over one webhook; a deployment may use any of them. */
public final class Webhook {

    private final WebhookCaller caller;

    /**
     * @param clock of real time, because the receiver compares time stamps with its own clock
     */
    public Webhook(WebhookSettings settings, SecretStore secrets, Clock clock, Timeouts patience) {
        this.caller = new WebhookCaller(settings, secrets, clock, patience);
    }

    public Billing billing() {
        return new WebhookBilling(caller);
    }

    public DnsZones dnsZones() {
        return new WebhookDnsZones(caller);
    }

    public Registrar registrar() {
        return new WebhookRegistrar(caller);
    }

    public WebHosting webHosting() {
        return new WebhookHosting(caller);
    }

    public MailSender mailSender() {
        return new WebhookMail(caller);
    }
}
