package org.supportpin.backoffice.simulated;

import java.time.Instant;
import java.util.List;
import org.supportpin.backoffice.simulated.Documents.Document;

/** The back office's billing to start with. */
final class StartingBilling {

    private StartingBilling() {}

    static List<Document> documents(Instant now) {
        return List.of();
    }
}
