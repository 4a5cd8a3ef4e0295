package org.supportpin.functions.settings;

import java.util.List;
import org.supportpin.functions.client.Clients;
import org.supportpin.functions.settings.Environment.Given;

/**
 * The token service.
 *
 * @param endpoint the address to which clients send their assertions
 * @param keyIds the ARN of the KMS key that signs, then those of keys that are only published
 * @param table for what clients have used up
 */
public record TokenServiceSettings(String endpoint, List<String> keyIds, Clients clients, String table) {

    public TokenServiceSettings {
        keyIds = List.copyOf(keyIds);
    }

    static boolean isNeeded(Environment environment) {
        return environment.has(Variable.TOKEN_ENDPOINT) || environment.has(Variable.TOKEN_CLIENTS);
    }

    static Given<TokenServiceSettings> read(Environment environment) {
        return environment.group(() -> {
            var endpoint = environment.text(Variable.TOKEN_ENDPOINT);
            var keyIds = environment.value(Variable.TOKEN_KEY_IDS, Storage::arns);
            var clients = environment.value(Variable.TOKEN_CLIENTS, Clients::parse);
            var table = environment.text(Variable.TOKEN_TABLE_NAME);
            return () -> new TokenServiceSettings(endpoint.get(), keyIds.get(), clients.get(), table.get());
        });
    }
}
