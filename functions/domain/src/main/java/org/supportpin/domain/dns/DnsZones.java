package org.supportpin.domain.dns;

import java.util.Optional;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DomainName;

/** The zones that the hosting company serves: {@code dns.…} of the back office. */
public interface DnsZones {

    /**
     * The zone as it is now, with all its RRsets; empty if it is not hosted here.
     *
     * @throws BackOfficeUnavailable if the DNS system does not answer
     */
    Optional<Zone> zone(DomainName name);

    /**
     * Whether the zone is hosted here and belongs to this customer; for systems that can say it without reading the whole zone.
     *
     * @throws BackOfficeUnavailable if the DNS system does not answer
     */
    default boolean hosts(DomainName name, CustomerId holder) {
        return zone(name).filter(zone -> zone.holder().equals(holder)).isPresent();
    }

    /**
     * Applies an edit completely or not at all.
     *
     * @param id the action's ID, for systems that take an idempotency key
     * @return {@link CallOutcome.Refused} with {@code zone-changed} if the system can tell that the zone no longer matches the
     *     edit's basis; with the system's own message if it refuses
     */
    CallOutcome<Zone> apply(ActionId id, ZoneEdit edit);
}
