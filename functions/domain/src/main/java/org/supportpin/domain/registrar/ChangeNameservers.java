package org.supportpin.domain.registrar;

import org.supportpin.domain.action.Action;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.name.DomainName;

/** Replaces all nameservers of a domain with these. */
public record ChangeNameservers(DomainName domain, Nameservers nameservers) implements Action {

    public ChangeNameservers {
        if (!nameservers.faultsFor(domain).isEmpty()) {
            throw new IllegalArgumentException("not nameservers that could be asked for");
        }
    }

    @Override
    public ActionName name() {
        return ActionName.CHANGE_NAMESERVERS;
    }
}
