package org.supportpin.domain.dns;

import java.util.Optional;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.name.DomainName;

/** The zones that the hoster serves: {@code dns.…} of the back office. */
public interface DnsZones {

    /**
     * A zone with all its RRsets, as it is now; empty where it is not served here.
     *
     * @throws BackOfficeUnavailable if the DNS system does not answer
     */
    Optional<Zone> zone(DomainName name);

    /**
     * Applies an edit, all of it or nothing.
     *
     * @param id the action's, where the system takes an idempotency key
     * @return {@link CallOutcome.Refused} with {@code zone-changed} where the system can tell that the zone is not any more the one of
     *     the edit's basis; with the system's own words where it says no
     */
    CallOutcome<Zone> apply(ActionId id, ZoneEdit edit);
}
