package org.supportpin.simulated;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.name.DomainName;
import org.supportpin.simulated.Documents.Document;

/** The starting data of the simulated back office, by system. */
final class StartingData {

    /** Μαρία Παπαδοπούλου. */
    static final String MARIA = "1001";

    /** Another customer. */
    static final String OTHER = "1002";

    private StartingData() {}

    static DomainName domain(String name) {
        return DomainName.parse(name).orThrow();
    }

    static EmailAddress email(String mailbox) {
        return EmailAddress.parse(mailbox + "@example.gr").orThrow();
    }

    /**
     * All documents to start with.
     *
     * @param now from which "yesterday" and "2 days ago" are counted
     */
    static List<Document> documents(Instant now) {
        return Stream.of(
                        StartingZones.documents(),
                        StartingNameservers.documents(),
                        StartingBilling.documents(now),
                        StartingDomains.documents(now),
                        StartingHosting.documents(now))
                .flatMap(List::stream)
                .toList();
    }
}
