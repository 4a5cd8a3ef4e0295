package org.supportpin.simulated;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.supportpin.simulated.Documents.Document;

/** What the simulated back office starts with (actions.md, "Data that the local stack starts with"), each part by its system. */
final class StartingData {

    /** Μαρία Παπαδοπούλου. */
    static final String MARIA = "1001";

    /** Another customer. */
    static final String OTHER = "1002";

    private StartingData() {}

    /**
     * All of it.
     *
     * @param now what "yesterday" and "2 days ago" are told from
     */
    static List<Document> documents(Instant now) {
        return Stream.of(
                        StartingZones.documents(),
                        StartingBilling.documents(now),
                        StartingDomains.documents(now),
                        StartingHosting.documents(now))
                .flatMap(List::stream)
                .toList();
    }
}
