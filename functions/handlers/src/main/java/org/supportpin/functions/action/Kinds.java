package org.supportpin.functions.action;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ChangeDnsRecordsProcedure;
import org.supportpin.domain.action.ChangeDomainAdministratorProcedure;
import org.supportpin.domain.action.ChangeNameserversProcedure;
import org.supportpin.domain.action.RecallGrDomainProcedure;
import org.supportpin.functions.BackOffice;

/** The actions that can be carried out, each over the systems that it needs. */
final class Kinds {

    private final Map<ActionName, Kind<?, ?, ?>> kinds = new EnumMap<>(ActionName.class);

    Kinds(BackOffice backOffice, Clock clock) {
        kinds.put(
                ActionName.CHANGE_DNS_RECORDS,
                new Kind<>(new ChangeDnsRecordsProcedure(backOffice.dnsZones()), new DnsRecordsJson()));
        kinds.put(
                ActionName.CHANGE_NAMESERVERS,
                new Kind<>(new ChangeNameserversProcedure(backOffice.registrar()), new ChangeNameserversJson()));
        kinds.put(
                ActionName.RECALL_GR_DOMAIN,
                new Kind<>(new RecallGrDomainProcedure(backOffice.registrar(), clock), new RecallGrDomainJson()));
        kinds.put(
                ActionName.CHANGE_DOMAIN_ADMINISTRATOR,
                new Kind<>(
                        new ChangeDomainAdministratorProcedure(backOffice.registrar(), backOffice.mailSender()),
                        new ChangeDomainAdministratorJson()));
    }

    Optional<Kind<?, ?, ?>> find(ActionName name) {
        return Optional.ofNullable(kinds.get(name));
    }
}
