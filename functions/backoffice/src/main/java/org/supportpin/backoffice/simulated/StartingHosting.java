package org.supportpin.backoffice.simulated;

import java.util.List;
import org.supportpin.backoffice.simulated.Documents.Document;

/** The back office's hosting to start with. */
final class StartingHosting {

    private StartingHosting() {}

    static List<Document> documents() {
        return List.of();
    }
}
