package org.supportpin.domain.action;

import java.util.Collection;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.name.DomainName;

/**
 * What an action could carry away: the names of a zone, and everything that depends on them. A notice that is read at a mail address
 * inside it tells nothing to whom it is meant for, since whoever has the action done has the mail too.
 *
 * @param zone the zone, or the registered domain name
 */
public record BlastRadius(DomainName zone) {

    /**
     * Whether an address' mail depends on the zone.
     *
     * @param domain the address' own domain name
     * @param mailHosts the hosts on which its mail depends
     */
    public boolean reaches(DomainName domain, Collection<DnsName> mailHosts) {
        return domain.isWithin(zone) || mailHosts.stream().anyMatch(host -> host.isWithin(zone));
    }
}
