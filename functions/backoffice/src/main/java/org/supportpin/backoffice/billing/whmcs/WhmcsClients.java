package org.supportpin.backoffice.billing.whmcs;

import java.util.Optional;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DomainName;

/**
 * Clients of WHMCS by the UUID that WHMCS writes into other systems. Its API finds no client by UUID, so the clients with a service for a
 * domain are asked for theirs.
 */
public final class WhmcsClients {

    /** More than any domain has had. */
    private static final int MOST = 10;

    private final WhmcsCaller caller;

    public WhmcsClients(WhmcsAccess access, SecretStore secrets, Timeouts patience) {
        this.caller = new WhmcsCaller(access, "", secrets, patience);
    }

    /**
     * The client with this UUID, if one of their services is for the domain.
     *
     * @throws BackOfficeUnavailable if WHMCS does not answer
     */
    public Optional<CustomerId> find(String uuid, DomainName domain) {
        var services = caller.find(Call.servicesFor(domain), Answers.HOLDERS);
        return services.stream()
                .flatMap(page -> page.items().stream())
                .distinct()
                .limit(MOST)
                .filter(client -> caller.find(Call.getClient(client), Answers.CLIENT_UUID)
                        .filter(uuid::equalsIgnoreCase)
                        .isPresent())
                .map(client -> new CustomerId(Long.toString(client)))
                .findFirst();
    }

    /**
     * A client's UUID; empty if there is no such client.
     *
     * @throws BackOfficeUnavailable if WHMCS does not answer
     */
    public Optional<String> uuid(CustomerId client) {
        return Numbers.of(client.value()).flatMap(id -> caller.find(Call.getClient(id), Answers.CLIENT_UUID));
    }
}
