package org.supportpin.domain.mail;

import java.util.Optional;
import java.util.Set;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.name.DomainName;

/** Where mail to a domain is delivered. */
public interface MailHosts {

    /**
     * The hosts of the domain's MX records; without any, the domain itself (RFC 5321 §5.1); and what these are found by, aliases and
     * nameservers. It takes two seconds at most, and never longer than the work at hand may.
     *
     * @return at least one; empty if it cannot be known now, or the domain takes no mail (RFC 7505)
     */
    Optional<Set<DnsName>> mailHosts(DomainName domain);
}
