package org.supportpin.functions.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.supportpin.backoffice.json.Fields;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.JsonText.MalformedJson;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.token.AddressRange;
import org.supportpin.domain.token.TokenClient;
import org.supportpin.domain.token.TokenRealm;

/**
 * All clients of the token service, by their ids:
 *
 * <pre>{"panel": {"realm": "panel", "keys": [{JWK}], "scopes": ["pin:self"], "claims": ["auth_time"], "addresses": ["203.0.113.7"]}}</pre>
 */
public record Clients(Map<String, Client> byId) {

    /** Tokens in a minute, of a client that sets no other number. */
    static final int PER_MINUTE = 600;

    private static final int MOST_PER_MINUTE = 60_000;
    private static final int MOST_KEYS = 4;
    private static final int MOST_ADDRESSES = 50;
    private static final String ID = "[A-Za-z0-9._-]{1,64}";

    private static final Read<Set<String>> NAMES =
            json -> Read.list(Read.string(), 0, 20).from(json).map(Set::copyOf);

    public Clients {
        byId = Map.copyOf(byId);
    }

    public Optional<Client> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException with every fault, where it is, and nothing of the text
     */
    public static Clients parse(String text) {
        try {
            return switch (read(JsonText.read(text))) {
                case Valid<Clients>(var clients) -> clients;
                case Faulty<Clients>(var faults) ->
                    throw new IllegalArgumentException(String.join(
                            " ",
                            faults.stream()
                                    .map(fault -> fault.pointer() + ": " + fault.message())
                                    .toList()));
            };
        } catch (MalformedJson e) {
            throw new IllegalArgumentException("it is " + e.getMessage(), e);
        }
    }

    private static Checked<Clients> read(Json json) {
        if (!(json instanceof Json.Obj(var members)) || members.isEmpty()) {
            return Checked.faulty("Enter an object with a member for each client.");
        }
        var clients = new LinkedHashMap<String, Client>();
        var faults = new ArrayList<Fault>();
        members.forEach((id, client) -> {
            if (!id.matches(ID)) {
                faults.add(new Fault("", "A client's id has 1 to 64 letters, digits or . _ -"));
                return;
            }
            switch (Read.object(fields -> client(id, fields)).from(client)) {
                case Valid<Client>(var value) -> clients.put(id, value);
                case Faulty<Client>(var found) -> found.forEach(fault -> faults.add(fault.within(id)));
            }
        });
        return faults.isEmpty() ? Checked.valid(new Clients(clients)) : Checked.faulty(faults);
    }

    private static Checked<Client> client(String id, Fields fields) {
        var realm = fields.required("realm", Read.text(text -> WireName.parse(TokenRealm.values(), text)));
        var scopes = fields.required("scopes", NAMES);
        var claims = fields.optional("claims", NAMES);
        var addresses = fields.required("addresses", Read.list(Read.text(AddressRange::parse), 1, MOST_ADDRESSES));
        var perMinute = fields.optional("tokensPerMinute", Read.integer(1, MOST_PER_MINUTE));
        var published = fields.optional("keys", Read.list(PublicKeyJson.READ, 1, MOST_KEYS));
        var secret = fields.optional("secret", SecretReference.READ);
        if (fields.has("keys") == fields.has("secret")) {
            fields.fault(new Fault("", "Enter either keys, or secret: a client has one way to prove itself."));
        }
        return fields.then(() -> {
            try {
                var rules = new TokenClient(
                        id,
                        realm.get(),
                        scopes.get(),
                        claims.orElse(Set.of()),
                        addresses.get(),
                        perMinute.orElse(PER_MINUTE));
                var shared = secret.orNull();
                return Checked.valid(
                        new Client(rules, shared == null ? published.get() : List.of(new ClientKey.Shared(shared))));
            } catch (IllegalArgumentException e) {
                return Checked.faulty("Choose others: " + e.getMessage() + ".");
            }
        });
    }
}
