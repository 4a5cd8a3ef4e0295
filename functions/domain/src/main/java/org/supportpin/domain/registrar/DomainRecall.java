package org.supportpin.domain.registrar;

import java.util.List;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.RegisteredDomain.Status;
import org.supportpin.domain.registrar.RegisteredDomain.Submission;

/**
 * What an accepted action will recall: one registration, never a later one of the same name.
 *
 * @param before the domain's status at the check
 */
public record DomainRecall(DomainName domain, Status before, Submission submission) {

    /** What the customer sees. */
    public List<Difference> changes() {
        return List.of(new Difference(domain.ascii(), before.text(), Status.RECALLED.text()));
    }

    /** Whether the domain still has the registration that was checked. */
    public boolean isOf(RegisteredDomain current) {
        return submission.equals(current.submission());
    }
}
