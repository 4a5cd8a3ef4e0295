package org.supportpin.domain.registrar;

import java.util.List;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Reconcilable;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.name.DomainName;

/** What an accepted action will do to a domain's nameservers: all of them before and after. */
public record NameserverEdit(DomainName domain, Nameservers before, Nameservers after)
        implements Reconcilable<RegisteredDomain> {

    /** The same servers with the same addresses, in any order, lead nowhere else. */
    public Risk risk() {
        return before.isSameAs(after) ? Risk.STANDARD : Risk.HIGH;
    }

    /** What the customer sees. The same servers in another order are not a change. */
    public List<Difference> changes() {
        return before.isSameAs(after)
                ? List.of()
                : List.of(new Difference(domain.ascii() + " NS", before.shown(), after.shown()));
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
