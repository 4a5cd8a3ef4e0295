package org.supportpin.domain.registrar;

import org.supportpin.domain.action.Action;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.name.DomainName;

/**
 * Replaces all nameservers of a domain with these.
 *
 * @param ifSilent what to do if one of them does not answer for the domain
 */
public record ChangeNameservers(DomainName domain, Nameservers nameservers, IfSilent ifSilent) implements Action {

    /** What to do if one of the new nameservers does not answer for the domain. */
    public enum IfSilent implements WireName {
        REFUSE,
        /** The customer, who sees what will stop, may consent in the panel. */
        ASK_CUSTOMER
    }

    public ChangeNameservers(DomainName domain, Nameservers nameservers) {
        this(domain, nameservers, IfSilent.REFUSE);
    }

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
