package org.supportpin.domain.billing;

import org.supportpin.domain.action.StoreUnavailable;

/**
 * Keeps count of the mails about orders, on the service's own side: whoever delivers the mail, the limit holds. A place is
 * taken before a mail is handed over, so a crash in between loses one mail, never the limit.
 */
public interface OrderMailLog {

    /**
     * What is on record for an order, strongly consistent; {@link OrderMails#none} where nothing is.
     *
     * @throws StoreUnavailable if the store does not answer
     */
    OrderMails of(OrderId order);

    /**
     * Writes what follows on what was read, if nobody else has since: the store must still hold the version before.
     *
     * @return whether it was written
     * @throws StoreUnavailable if the store does not answer; whether it was written is not known then
     */
    boolean write(OrderMails next);
}
