package org.supportpin.connectorcheck;

import java.util.List;
import org.supportpin.command.Report;
import org.supportpin.connectorcheck.ReadOnly.Exchange;

/** What a connector's ports do not say about its system, but the exchanges show. */
interface Vendor {

    /** Reads more than the ports do, where the system documents something worth reading. */
    default void read() {}

    /**
     * Tells what the exchanges show, once all are over.
     *
     * @param exchanges those with an answer, of any status
     */
    void tell(List<Exchange> exchanges, Report report);
}
