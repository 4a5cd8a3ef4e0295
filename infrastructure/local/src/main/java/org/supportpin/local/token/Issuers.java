package org.supportpin.local.token;

import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpin.local.gateway.SigningKeys;
import org.supportpin.local.routes.LocalRoutes;
import org.supportpin.local.store.DataFolder;

/**
 * Where the stack's tokens come from: the template's token service, and beside it the local issuers, which sign in the same names with
 * keys of their own and give anybody a token.
 */
public final class Issuers {

    private final URI origin;
    private final Map<IssuerName, Issuer> local;
    private final @Nullable TokenClients clients;

    private Issuers(URI origin, Map<IssuerName, Issuer> local, @Nullable TokenClients clients) {
        this.origin = origin;
        this.local = Map.copyOf(local);
        this.clients = clients;
    }

    /**
     * Opens them.
     *
     * @param origin of the gateway
     * @param hasTokenService whether the template has a token service
     * @param hasLocal whether the local issuers serve too; without a token service they always do
     */
    public static Issuers open(DataFolder data, URI origin, boolean hasTokenService, boolean hasLocal) {
        var local = hasLocal || !hasTokenService
                ? Arrays.stream(IssuerName.values())
                        .collect(Collectors.toMap(
                                Function.identity(),
                                name -> Issuer.open(data, name, uri(origin, name, hasTokenService))))
                : Map.<IssuerName, Issuer>of();
        return new Issuers(origin, local, hasTokenService ? TokenClients.open(data) : null);
    }

    private static URI uri(URI origin, IssuerName name, boolean hasTokenService) {
        return origin.resolve(hasTokenService ? "/v1/issuers/" + name.text() : name.path());
    }

    /** The parameters of the template that say who issues tokens. */
    public Map<String, String> parameters() {
        var parameters = new HashMap<String, String>();
        if (clients == null) {
            local.forEach((name, issuer) -> parameters.put(
                    name == IssuerName.PANEL ? "PanelIssuer" : "AgentIssuer",
                    issuer.uri().toString()));
        } else {
            parameters.put("TokenService", "true");
            parameters.put("TokenServiceUrl", origin.toString());
            parameters.put("TokenClients", clients.settings());
        }
        return parameters;
    }

    /** The clients' shared secrets, by their names in Parameter Store. */
    public Map<String, String> secrets() {
        return clients == null ? Map.of() : clients.secrets();
    }

    /** What the gateway checks tokens with, by issuer. */
    public Map<String, SigningKeys> keys() {
        return Arrays.stream(IssuerName.values())
                .collect(Collectors.toMap(
                        name -> uri(origin, name, clients != null).toString(), this::keysOf));
    }

    private SigningKeys keysOf(IssuerName name) {
        var own = Optional.ofNullable(local.get(name)).map(Issuer::publicKeys);
        var published = clients == null ? null : new PublishedKeys(uri(origin, name, true));
        return kid -> own.map(keys -> keys.getKeyByKeyId(kid))
                .or(() -> published == null ? Optional.empty() : published.find(kid));
    }

    /**
     * Adds what the local issuers serve.
     *
     * @param real real time
     */
    public void addTo(LocalRoutes routes, Clock real) {
        if (!local.isEmpty()) {
            new TokenRoutes(local, real).addTo(routes);
        }
    }
}
