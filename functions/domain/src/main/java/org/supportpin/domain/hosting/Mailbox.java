package org.supportpin.domain.hosting;

import org.supportpin.domain.mail.EmailAddress;

/**
 * A mailbox of a package.
 *
 * @param quotaMb how much it may hold, in megabytes; {@link Integer#MAX_VALUE} where there is no limit
 * @param usedMb how much it holds, in megabytes
 */
public record Mailbox(EmailAddress address, int quotaMb, int usedMb) {

    public Mailbox {
        if (quotaMb < 0 || usedMb < 0) {
            throw new IllegalArgumentException("a mailbox holds 0 MB or more");
        }
    }

    /** Whether mail to that address comes here: no server in use tells capitals in the local part apart. */
    boolean isOf(EmailAddress asked) {
        return address.domain().equals(asked.domain()) && address.local().equalsIgnoreCase(asked.local());
    }
}
