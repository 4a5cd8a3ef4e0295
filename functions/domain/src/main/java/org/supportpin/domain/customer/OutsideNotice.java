package org.supportpin.domain.customer;

import org.supportpin.domain.action.BlastRadius;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.mail.MailHosts;

/** Whether a customer reads the notices about an action where the action itself has no effect. */
public final class OutsideNotice {

    private final Secrets secrets;
    private final MailHosts hosts;

    public OutsideNotice(Secrets secrets, MailHosts hosts) {
        this.secrets = secrets;
        this.hosts = hosts;
    }

    /**
     * Whether the notice address on file is out of an action's reach. What cannot be known counts as within: an address that cannot be
     * read, and one whose mail hosts nobody names in time.
     *
     * @throws KeysUnavailable if KMS does not answer
     */
    public boolean isTold(Snapshot snapshot, BlastRadius radius) {
        try (var session = secrets.session()) {
            return new SealedAddresses(session, snapshot)
                    .find()
                    .filter(address -> isOutside(address, radius))
                    .isPresent();
        }
    }

    private boolean isOutside(EmailAddress address, BlastRadius radius) {
        // The hosts need not be asked for where the name alone says it.
        return !address.domain().isWithin(radius.zone())
                && hosts.mailHosts(address.domain())
                        .filter(found -> !radius.reaches(address.domain(), found))
                        .isPresent();
    }
}
