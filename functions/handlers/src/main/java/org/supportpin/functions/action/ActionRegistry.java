package org.supportpin.functions.action;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.supportpin.domain.action.ActionName;
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
import org.supportpin.functions.Wiring;

/** The actions that can be carried out, each over the systems that it needs. */
final class ActionRegistry {

    private final Map<ActionName, ActionBinding<?, ?, ?>> kinds = new EnumMap<>(ActionName.class);

    ActionRegistry(Wiring wiring) {
        var backOffice = wiring.backOffice();
        putBilling(wiring, backOffice);
        putDomains(wiring, backOffice);
        putHosting(backOffice);
    }

    private void putBilling(Wiring wiring, BackOffice backOffice) {
        var billing = backOffice.billing();
        var zone = wiring.settings().timeZone();
        kinds.put(
                ActionName.ORDER_SERVICE,
                new ActionBinding<>(new OrderServiceExecutor(billing), new OrderServiceJson()));
        kinds.put(
                ActionName.RENEW_SERVICE,
                new ActionBinding<>(new RenewServiceExecutor(billing), new RenewServiceJson()));
        kinds.put(
                ActionName.UPGRADE_SERVICE,
                new ActionBinding<>(
                        new UpgradeServiceExecutor(billing, wiring.clock(), zone), new UpgradeServiceJson()));
        var orderDetails = new SendOrderDetailsExecutor(
                billing, backOffice.mailSender(), wiring.orderMails(), backOffice.bank(), wiring.clock());
        kinds.put(ActionName.SEND_ORDER_DETAILS, new ActionBinding<>(orderDetails, new SendOrderDetailsJson()));
    }

    private void putDomains(Wiring wiring, BackOffice backOffice) {
        var registrar = backOffice.registrar();
        kinds.put(
                ActionName.CHANGE_DNS_RECORDS,
                new ActionBinding<>(new ChangeDnsRecordsExecutor(backOffice.dnsZones()), new DnsRecordsJson()));
        kinds.put(
                ActionName.CHANGE_NAMESERVERS,
                new ActionBinding<>(new ChangeNameserversExecutor(registrar), new ChangeNameserversJson()));
        kinds.put(
                ActionName.RECALL_GR_DOMAIN,
                new ActionBinding<>(new RecallGrDomainExecutor(registrar, wiring.clock()), new RecallGrDomainJson()));
        kinds.put(
                ActionName.CHANGE_DOMAIN_ADMINISTRATOR,
                new ActionBinding<>(
                        new ChangeDomainAdministratorExecutor(registrar, backOffice.mailSender()),
                        new ChangeDomainAdministratorJson()));
    }

    private void putHosting(BackOffice backOffice) {
        var hosting = backOffice.webHosting();
        kinds.put(
                ActionName.CHANGE_HOSTING_SETTINGS,
                new ActionBinding<>(
                        new ChangeHostingSettingsExecutor(hosting, backOffice.dnsZones()), new HostingSettingsJson()));
        kinds.put(
                ActionName.APPLY_MICRO_FIX,
                new ActionBinding<>(new ApplyMicroFixExecutor(hosting), new MicroFixJson()));
    }

    Optional<ActionBinding<?, ?, ?>> find(ActionName name) {
        return Optional.ofNullable(kinds.get(name));
    }
}
