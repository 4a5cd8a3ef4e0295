package org.supportpin.functions.client;

import java.util.List;
import org.supportpin.domain.token.TokenClient;

/**
 * A client of the token service, and how it proves that it is.
 *
 * @param keys any of which will do, so that it can exchange them
 */
public record Client(TokenClient rules, List<ClientKey> keys) {
    public Client {
        keys = List.copyOf(keys);
    }
}
