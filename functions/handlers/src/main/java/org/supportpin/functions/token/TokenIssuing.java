package org.supportpin.functions.token;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.domain.action.StoreUnavailable;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import org.supportpin.domain.token.TokenClient;
import org.supportpin.domain.token.TokenSigner;
import org.supportpin.domain.token.TokenUses;
import org.supportpin.functions.client.Client;
import org.supportpin.functions.client.Clients;
import org.supportpin.functions.client.Jwt;

/**
 * Exchanges a client's assertion for an access token (RFC 7523). The assertion proves the client by its signature, and names the
 * subject.
 *
 * @param real real time, by which tokens are judged
 */
public record TokenIssuing(Clients clients, SecretStore secrets, TokenUses uses, TokenSigner signer, Clock real) {

    /** The result. */
    sealed interface Outcome {

        /** What is known of the request for the log: the client as soon as its assertion names one that there is. */
        Seen seen();

        record Issued(Seen seen, String token, String scope) implements Outcome {
            @Override
            public String toString() {
                return "Issued";
            }
        }

        record Refused(Seen seen, Refusal why) implements Outcome {}
    }

    /** What the log says of a request. */
    record Seen(@Nullable TokenClient client, @Nullable Hash assertion) {
        static final Seen NOTHING = new Seen(null, null);
    }

    /**
     * Issues a token.
     *
     * @param address that the request came from
     * @throws StoreUnavailable if uses cannot be noted, or a secret not be read
     * @throws KeysUnavailable if the token cannot be signed now
     */
    Outcome issue(Grant grant, String address, Endpoints at) {
        var jwt = Jwt.parse(grant.assertion());
        if (jwt.isEmpty()) {
            return new Outcome.Refused(Seen.NOTHING, Refusal.NOT_A_JWT);
        }
        var client = jwt.get().claims().text("iss").flatMap(clients::find);
        if (client.isEmpty()) {
            return new Outcome.Refused(Seen.NOTHING, Refusal.UNKNOWN_CLIENT);
        }
        var rules = client.get().rules();
        var seen = new Seen(rules, null);
        if (!rules.mayCallFrom(address)) {
            return new Outcome.Refused(seen, Refusal.ADDRESS);
        }
        return proof(client.get(), jwt.get())
                .<Outcome>map(refusal -> new Outcome.Refused(seen, refusal))
                .orElseGet(() -> issue(grant, client.get(), jwt.get(), at));
    }

    private Outcome issue(Grant grant, Client client, Jwt jwt, Endpoints at) {
        var rules = client.rules();
        var assertion = new Assertion(jwt.claims(), rules, real.instant());
        var audiences = Set.of(at.token(), at.realm(rules.realm()).issuer());
        var fault = assertion.fault(audiences);
        if (fault.isPresent()) {
            return new Outcome.Refused(new Seen(rules, null), fault.get());
        }
        var seen = new Seen(rules, assertion.id());
        var subject = assertion.subject();
        var claims = assertion.passedOn();
        var scopes = rules.scopesFor(grant.scope());
        var refusal = unless(subject.isPresent(), Refusal.SUBJECT)
                .or(() -> unless(claims.isPresent(), Refusal.CLAIM))
                .or(() -> unless(scopes.isPresent(), Refusal.SCOPE))
                .or(() -> unless(names(grant.clientId(), rules), Refusal.OTHER_CLIENT))
                .or(() -> clientFault(grant.clientAssertion(), client, audiences))
                .or(() -> usedUp(assertion, rules));
        if (refusal.isPresent()) {
            return new Outcome.Refused(seen, refusal.get());
        }
        var content = new AccessTokens.Content(
                rules,
                assertion.id(),
                subject.orElseThrow(),
                scopes.orElseThrow(),
                claims.orElseThrow(),
                real.instant());
        return new Outcome.Issued(
                seen, new AccessTokens(signer).sign(at.realm(rules.realm()), content), content.scope());
    }

    private static Optional<Refusal> unless(boolean isRight, Refusal why) {
        return isRight ? Optional.empty() : Optional.of(why);
    }

    /** An id beside an assertion must be of the same client (RFC 7521 §4.2). */
    private static boolean names(String id, TokenClient client) {
        return id.isEmpty() || id.equals(client.id());
    }

    /** The budget comes last, so that nobody uses it up by what is refused anyway. */
    private Optional<Refusal> usedUp(Assertion assertion, TokenClient client) {
        return unless(uses.use(assertion.id(), assertion.until()), Refusal.REPLAYED)
                .or(() -> unless(uses.count(client.id(), real.instant(), client.perMinute()), Refusal.RATE));
    }

    /** Why a second assertion, if there is one, does not prove the same client; its subject is the client (OpenID Connect Core §9). */
    private Optional<Refusal> clientFault(String text, Client client, Set<String> audiences) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var jwt = Jwt.parse(text);
        var id = Json.of(client.rules().id());
        if (jwt.isEmpty()
                || !jwt.get().claims().path("iss").equals(id)
                || !jwt.get().claims().path("sub").equals(id)) {
            return Optional.of(Refusal.OTHER_CLIENT);
        }
        var assertion = new Assertion(jwt.get().claims(), client.rules(), real.instant());
        return proof(client, jwt.get())
                .or(() -> assertion.fault(audiences))
                .or(() -> unless(uses.use(assertion.id(), assertion.until()), Refusal.REPLAYED));
    }

    /** Why a signature does not prove the client; empty if it does. */
    private Optional<Refusal> proof(Client client, Jwt jwt) {
        // An extension that must be understood, and is not (RFC 7515 §4.1.11).
        var algorithm = jwt.header().has("crit") ? "" : jwt.header().path("alg").asText();
        var kid = jwt.header().text("kid").orElse(null);
        var fitting = client.keys().stream()
                .filter(key -> key.algorithm().equals(algorithm))
                .toList();
        if (fitting.isEmpty()) {
            return Optional.of(Refusal.ALGORITHM);
        }
        var named = fitting.stream().filter(key -> key.isNamed(kid)).toList();
        if (named.isEmpty()) {
            return Optional.of(Refusal.KEY);
        }
        return unless(named.stream().anyMatch(key -> key.verifies(jwt, secrets)), Refusal.SIGNATURE);
    }
}
