package org.supportpin.functions.action;

import java.time.Clock;
import java.time.ZoneId;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.billing.OrderMailLog;
import org.supportpin.domain.billing.OrderServiceExecutor;
import org.supportpin.domain.billing.RenewServiceExecutor;
import org.supportpin.domain.billing.SendOrderDetailsExecutor;
import org.supportpin.domain.billing.UpgradeServiceExecutor;
import org.supportpin.domain.dns.ChangeDnsRecordsExecutor;
import org.supportpin.domain.hosting.ApplyMicroFixExecutor;
import org.supportpin.domain.hosting.ChangeHostingSettingsExecutor;
import org.supportpin.domain.registrar.ChangeDomainAdministratorExecutor;
import org.supportpin.domain.registrar.ChangeNameserversExecutor;
import org.supportpin.domain.registrar.RecallGrDomainExecutor;
import org.supportpin.functions.BackOffice;

/**
 * Binds the ten actions to the systems that they need. A new {@link ActionName} does not compile until it is bound here.
 *
 * @param zone decides which day it is
 */
public record ActionRegistry(BackOffice backOffice, OrderMailLog orderMails, Clock clock, ZoneId zone) {

    ActionBinding<?, ?, ?> find(ActionName name) {
        var billing = backOffice.billing();
        var registrar = backOffice.registrar();
        var hosting = backOffice.webHosting();
        return switch (name) {
            case ORDER_SERVICE -> new ActionBinding<>(new OrderServiceExecutor(billing), OrderServiceJson.JSON);
            case RENEW_SERVICE -> new ActionBinding<>(new RenewServiceExecutor(billing), RenewServiceJson.JSON);
            case UPGRADE_SERVICE ->
                new ActionBinding<>(new UpgradeServiceExecutor(billing, clock, zone), UpgradeServiceJson.JSON);
            case CHANGE_DNS_RECORDS ->
                new ActionBinding<>(new ChangeDnsRecordsExecutor(backOffice.dnsZones()), DnsRecordsJson.JSON);
            case CHANGE_NAMESERVERS ->
                new ActionBinding<>(new ChangeNameserversExecutor(registrar), ChangeNameserversJson.JSON);
            case RECALL_GR_DOMAIN ->
                new ActionBinding<>(new RecallGrDomainExecutor(registrar, clock), RecallGrDomainJson.JSON);
            case SEND_ORDER_DETAILS ->
                new ActionBinding<>(
                        new SendOrderDetailsExecutor(
                                billing, backOffice.mailSender(), orderMails, backOffice.bank(), clock),
                        SendOrderDetailsJson.JSON);
            case CHANGE_DOMAIN_ADMINISTRATOR ->
                new ActionBinding<>(
                        new ChangeDomainAdministratorExecutor(registrar, backOffice.mailSender()),
                        ChangeDomainAdministratorJson.JSON);
            case CHANGE_HOSTING_SETTINGS ->
                new ActionBinding<>(
                        new ChangeHostingSettingsExecutor(hosting, backOffice.dnsZones()), HostingSettingsJson.JSON);
            case APPLY_MICRO_FIX -> new ActionBinding<>(new ApplyMicroFixExecutor(hosting), MicroFixJson.JSON);
        };
    }
}
