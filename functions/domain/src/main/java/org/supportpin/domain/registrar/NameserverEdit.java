package org.supportpin.domain.registrar;

import org.supportpin.domain.name.DomainName;

/** What an accepted action does to a domain's nameservers: all that were there before, all that are there after. */
public record NameserverEdit(DomainName domain, Nameservers before, Nameservers after) {

    /** Whether the domain is as asked for: after an unknown outcome, it has happened. */
    public boolean isPresentIn(RegisteredDomain current) {
        return after.isSameAs(current.nameservers());
    }

    /** Whether the domain is as it was: after an unknown outcome, it has not happened. */
    public boolean isAbsentFrom(RegisteredDomain current) {
        return before.isSameAs(current.nameservers());
    }
}
