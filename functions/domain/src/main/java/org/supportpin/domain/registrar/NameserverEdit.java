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
        return before.isSameAs(after) ? List.of() : List.of(difference(before, after));
    }

    /** What this edit left, and what is there now. */
    Difference since(RegisteredDomain current) {
        return difference(after, current.nameservers());
    }

    private Difference difference(Nameservers earlier, Nameservers later) {
        return new Difference(domain.ascii() + " NS", earlier.shown(), later.shown());
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
