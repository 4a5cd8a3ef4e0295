package org.supportpin.domain.registrar;

import java.util.List;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Reconcilable;
import org.supportpin.domain.name.DomainName;

/** What an accepted action does to a domain's nameservers: all that were there before, all that are there after. */
public record NameserverEdit(DomainName domain, Nameservers before, Nameservers after)
        implements Reconcilable<RegisteredDomain> {

    /** As the customer is shown it; the same servers in another order are no change. */
    public List<Difference> changes() {
        return before.isSameAs(after)
                ? List.of()
                : List.of(new Difference(domain.ascii() + " NS", before.told(), after.told()));
    }

    @Override
    public boolean isPresentIn(RegisteredDomain current) {
        return after.isSameAs(current.nameservers());
    }

    @Override
    public boolean isAbsentFrom(RegisteredDomain current) {
        return before.isSameAs(current.nameservers());
    }
}
