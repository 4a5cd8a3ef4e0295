package org.supportpin.functions.action;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ApplyMicroFixProcedure;
import org.supportpin.domain.action.ChangeDnsRecordsProcedure;
import org.supportpin.domain.action.ChangeDomainAdministratorProcedure;
import org.supportpin.domain.action.ChangeHostingSettingsProcedure;
import org.supportpin.domain.action.ChangeNameserversProcedure;
import org.supportpin.domain.action.OrderServiceProcedure;
import org.supportpin.domain.action.RecallGrDomainProcedure;
import org.supportpin.domain.action.RenewServiceProcedure;
import org.supportpin.domain.action.SendOrderDetailsProcedure;
import org.supportpin.domain.action.UpgradeServiceProcedure;
import org.supportpin.functions.BackOffice;
import org.supportpin.functions.Wiring;

/** The actions that can be carried out, each over the systems that it needs. */
final class Kinds {

    private final Map<ActionName, Kind<?, ?, ?>> kinds = new EnumMap<>(ActionName.class);

    Kinds(Wiring wiring) {
        var backOffice = wiring.backOffice();
        putBilling(wiring, backOffice);
        putDomains(wiring, backOffice);
        putHosting(backOffice);
    }

    private void putBilling(Wiring wiring, BackOffice backOffice) {
        var billing = backOffice.billing();
        var zone = wiring.settings().timeZone();
        kinds.put(ActionName.ORDER_SERVICE, new Kind<>(new OrderServiceProcedure(billing), new OrderServiceJson()));
        kinds.put(ActionName.RENEW_SERVICE, new Kind<>(new RenewServiceProcedure(billing), new RenewServiceJson()));
        kinds.put(
                ActionName.UPGRADE_SERVICE,
                new Kind<>(new UpgradeServiceProcedure(billing, wiring.clock(), zone), new UpgradeServiceJson()));
        var orderDetails = new SendOrderDetailsProcedure(
                billing, backOffice.mailSender(), wiring.orderMails(), backOffice.bank(), wiring.clock());
        kinds.put(ActionName.SEND_ORDER_DETAILS, new Kind<>(orderDetails, new SendOrderDetailsJson()));
    }

    private void putDomains(Wiring wiring, BackOffice backOffice) {
        var registrar = backOffice.registrar();
        kinds.put(
                ActionName.CHANGE_DNS_RECORDS,
                new Kind<>(new ChangeDnsRecordsProcedure(backOffice.dnsZones()), new DnsRecordsJson()));
        kinds.put(
                ActionName.CHANGE_NAMESERVERS,
                new Kind<>(new ChangeNameserversProcedure(registrar), new ChangeNameserversJson()));
        kinds.put(
                ActionName.RECALL_GR_DOMAIN,
                new Kind<>(new RecallGrDomainProcedure(registrar, wiring.clock()), new RecallGrDomainJson()));
        kinds.put(
                ActionName.CHANGE_DOMAIN_ADMINISTRATOR,
                new Kind<>(
                        new ChangeDomainAdministratorProcedure(registrar, backOffice.mailSender()),
                        new ChangeDomainAdministratorJson()));
    }

    private void putHosting(BackOffice backOffice) {
        var hosting = backOffice.webHosting();
        kinds.put(
                ActionName.CHANGE_HOSTING_SETTINGS,
                new Kind<>(
                        new ChangeHostingSettingsProcedure(hosting, backOffice.dnsZones()), new HostingSettingsJson()));
        kinds.put(ActionName.APPLY_MICRO_FIX, new Kind<>(new ApplyMicroFixProcedure(hosting), new MicroFixJson()));
    }

    Optional<Kind<?, ?, ?>> find(ActionName name) {
        return Optional.ofNullable(kinds.get(name));
    }
}
