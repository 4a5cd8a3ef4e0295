package org.supportpin.domain.hosting;

import org.supportpin.domain.mail.EmailAddress;

/**
 * A mailbox of a package.
 *
 * @param quotaMb its quota in megabytes; {@link Integer#MAX_VALUE} if there is no limit
 * @param usedMb the space used, in megabytes
 */
public record Mailbox(EmailAddress address, int quotaMb, int usedMb) {

    public Mailbox {
        if (quotaMb < 0 || usedMb < 0) {
            throw new IllegalArgumentException("a mailbox holds 0 MB or more");
        }
    }

    /** Whether mail to that address is delivered here. The local part is compared without case, as all common servers do. */
    boolean isOf(EmailAddress asked) {
        return address.domain().equals(asked.domain()) && address.local().equalsIgnoreCase(asked.local());
    }
}
