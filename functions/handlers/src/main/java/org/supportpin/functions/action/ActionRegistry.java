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
 * The ten actions, each over the systems that it needs. The set is closed here: an eleventh {@link ActionName} does not compile
 * until it is bound.
 *
 * @param zone the hoster's, which says what day it is
 */
public record ActionRegistry(BackOffice backOffice, OrderMailLog orderMails, Clock clock, ZoneId zone) {

    ActionBinding<?, ?, ?> find(ActionName name) {
        var billing = backOffice.billing();
        var registrar = backOffice.registrar();
        var hosting = backOffice.webHosting();
        return switch (name) {
            case ORDER_SERVICE -> new ActionBinding<>(new OrderServiceExecutor(billing), new OrderServiceJson());
            case RENEW_SERVICE -> new ActionBinding<>(new RenewServiceExecutor(billing), new RenewServiceJson());
            case UPGRADE_SERVICE ->
                new ActionBinding<>(new UpgradeServiceExecutor(billing, clock, zone), new UpgradeServiceJson());
            case CHANGE_DNS_RECORDS ->
                new ActionBinding<>(new ChangeDnsRecordsExecutor(backOffice.dnsZones()), new DnsRecordsJson());
            case CHANGE_NAMESERVERS ->
                new ActionBinding<>(new ChangeNameserversExecutor(registrar), new ChangeNameserversJson());
            case RECALL_GR_DOMAIN ->
                new ActionBinding<>(new RecallGrDomainExecutor(registrar, clock), new RecallGrDomainJson());
            case SEND_ORDER_DETAILS ->
                new ActionBinding<>(
                        new SendOrderDetailsExecutor(
                                billing, backOffice.mailSender(), orderMails, backOffice.bank(), clock),
                        new SendOrderDetailsJson());
            case CHANGE_DOMAIN_ADMINISTRATOR ->
                new ActionBinding<>(
                        new ChangeDomainAdministratorExecutor(registrar, backOffice.mailSender()),
                        new ChangeDomainAdministratorJson());
            case CHANGE_HOSTING_SETTINGS ->
                new ActionBinding<>(
                        new ChangeHostingSettingsExecutor(hosting, backOffice.dnsZones()), new HostingSettingsJson());
            case APPLY_MICRO_FIX -> new ActionBinding<>(new ApplyMicroFixExecutor(hosting), new MicroFixJson());
        };
    }
}
