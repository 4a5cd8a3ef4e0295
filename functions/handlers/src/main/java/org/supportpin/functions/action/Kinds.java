package org.supportpin.functions.action;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ChangeDnsRecordsProcedure;
import org.supportpin.domain.action.ChangeNameserversProcedure;
import org.supportpin.domain.action.OrderServiceProcedure;
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
        var clock = wiring.clock();
        putBilling(wiring, backOffice, clock);
        kinds.put(
                ActionName.CHANGE_DNS_RECORDS,
                new Kind<>(new ChangeDnsRecordsProcedure(backOffice.dnsZones()), new DnsRecordsJson()));
        kinds.put(
                ActionName.CHANGE_NAMESERVERS,
                new Kind<>(new ChangeNameserversProcedure(backOffice.registrar()), new ChangeNameserversJson()));
    }

    private void putBilling(Wiring wiring, BackOffice backOffice, Clock clock) {
        var billing = backOffice.billing();
        kinds.put(ActionName.ORDER_SERVICE, new Kind<>(new OrderServiceProcedure(billing), new OrderServiceJson()));
        kinds.put(ActionName.RENEW_SERVICE, new Kind<>(new RenewServiceProcedure(billing), new RenewServiceJson()));
        kinds.put(
                ActionName.UPGRADE_SERVICE,
                new Kind<>(
                        new UpgradeServiceProcedure(
                                billing, clock, wiring.settings().timeZone()),
                        new UpgradeServiceJson()));
        kinds.put(
                ActionName.SEND_ORDER_DETAILS,
                new Kind<>(
                        new SendOrderDetailsProcedure(
                                billing, backOffice.mailSender(), wiring.orderMails(), backOffice.bank(), clock),
                        new SendOrderDetailsJson()));
    }

    Optional<Kind<?, ?, ?>> find(ActionName name) {
        return Optional.ofNullable(kinds.get(name));
    }
}
