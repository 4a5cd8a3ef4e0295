package org.supportpin.domain.billing;

import org.supportpin.domain.action.StoreUnavailable;

/**
 * Counts the mails about orders in the service's own store, so that the limit holds whichever system delivers them. A place is
 * reserved before a mail is handed over, so a crash in between can lose a mail but never exceed the limit.
 */
public interface OrderMailLog {

    /**
     * The mails recorded for an order, strongly consistent; {@link OrderMails#none} if there are none.
     *
     * @throws StoreUnavailable if the store does not answer
     */
    OrderMails of(OrderId order);

    /**
     * Writes the next version, if the store still has the version that was read.
     *
     * @return whether it was written
     * @throws StoreUnavailable if the store does not answer; it is then unknown whether it was written
     */
    boolean write(OrderMails next);
}
