package org.supportpin.backoffice.simulated;

import java.time.Instant;
import java.util.List;
import org.supportpin.backoffice.simulated.Documents.Document;

/** The back office's domains to start with. */
final class StartingDomains {

    private StartingDomains() {}

    static List<Document> documents(Instant now) {
        return List.of();
    }
}
