package org.supportpin.functions;

import java.time.Clock;
import java.util.Map;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.secret.SecretUnavailable;
import org.supportpin.domain.action.StoreUnavailable;
import org.supportpin.domain.token.TokenRealm;
import org.supportpin.domain.token.TokenSigner;
import org.supportpin.domain.token.TokenUses;
import org.supportpin.functions.aws.AwsClients;
import org.supportpin.functions.aws.AwsConnectorContext;
import org.supportpin.functions.aws.DynamoTokenUses;
import org.supportpin.functions.aws.KmsTokenSigner;
import org.supportpin.functions.client.Clients;
import org.supportpin.functions.http.Callers.Realm;
import org.supportpin.functions.settings.Settings;
import org.supportpin.functions.settings.TokenServiceSettings;

/** The part of the {@link Wiring} that the token service needs. Creating it makes no call. */
public record TokenParts(Settings settings, AwsClients clients) {

    private TokenServiceSettings chosen() {
        var chosen = settings.tokens();
        if (chosen == null) {
            throw new IllegalStateException("the settings of this function set up no token service");
        }
        return chosen;
    }

    /** The address of the token endpoint, as the settings write it. */
    public String endpoint() {
        return chosen().endpoint();
    }

    /** Issuers, as the settings write them, and audiences. */
    public Map<TokenRealm, Realm> realms() {
        var providers = settings.identityProviders();
        return Map.of(TokenRealm.PANEL, providers.panel(), TokenRealm.AGENT, providers.agents());
    }

    /** The clients that there are. */
    public Clients registered() {
        return chosen().clients();
    }

    /** The clients' shared secrets. One that cannot be read now is as good as a store that does not answer. */
    public SecretStore secrets() {
        var store = new AwsConnectorContext(clients, Clock.systemUTC(), null).secrets();
        return reference -> {
            try {
                return store.open(reference);
            } catch (SecretUnavailable e) {
                throw new StoreUnavailable("a client's secret cannot be read", e);
            }
        };
    }

    public TokenUses uses() {
        return new DynamoTokenUses(clients.dynamoDb(), chosen().table());
    }

    public TokenSigner signer() {
        return new KmsTokenSigner(clients::kms, chosen().keyIds());
    }
}
