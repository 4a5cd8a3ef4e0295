package org.supportpin.domain.registrar;

import org.supportpin.domain.action.Action;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.name.DomainName;

/** Gives a domain name other nameservers: these, and no others. */
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
