package org.supportpin.functions.http;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.AgentName;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.phone.PhoneNumbers;
import org.supportpin.domain.token.TokenForm;

/**
 * Identifies the caller. API Gateway has checked the token; this checks issuer, audience and scope again, and refuses claims that
 * are missing or not in API Gateway's format.
 */
public final class Callers {

    private static final Map<String, String> ELSEWHERE = Map.of("aud", "client_id", "scope", "scp", "scp", "scope");

    private final Realm panel;
    private final Realm agents;
    private final PhoneNumbers numbers;
    private final Clock real;

    /**
     * An identity provider, the audience of its tokens for this service, and their form.
     *
     * @param scopePrefix what it writes before the name of each scope; empty for most
     * @param signInClaim the claim that says when the customer has signed in
     */
    public record Realm(String issuer, String audience, TokenForm tokens, String scopePrefix, String signInClaim) {

        public static final String AUTH_TIME = "auth_time";

        public Realm(String issuer, String audience, TokenForm tokens) {
            this(issuer, audience, tokens, "", AUTH_TIME);
        }

        public Realm(String issuer, String audience) {
            this(issuer, audience, TokenForm.STANDARD);
        }

        /** Ours among the scopes of a token, without the prefix. */
        private Set<String> own(Collection<String> scopes) {
            return scopes.stream()
                    .filter(scope -> scope.startsWith(scopePrefix))
                    .map(scope -> scope.substring(scopePrefix.length()))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /**
     * Knows two realms.
     *
     * @param real real time, by which identity providers issue tokens and API Gateway judges them
     */
    public Callers(Realm panel, Realm agents, PhoneNumbers numbers, Clock real) {
        this.panel = panel;
        this.agents = agents;
        this.numbers = numbers;
        this.real = real;
    }

    /** @throws Rejected with {@code 403 forbidden} if the token is not the panel's, or lacks the scope */
    Caller.Customer customer(Obj claims, String scope) {
        check(claims, panel, scope);
        return new Caller.Customer(
                subject(claims.text("sub").map(CustomerId::parse).orElse(null)),
                () -> verifiedMobile(claims),
                claims.text("locale").flatMap(Language::of).orElse(null),
                SignIn.of(claims, panel.signInClaim(), real));
    }

    /** @throws Rejected with {@code 403 forbidden} if the token is not the agents', or lacks the scope */
    Caller.Staff staff(Obj claims, String scope) {
        var scopes = check(claims, agents, scope);
        return new Caller.Staff(
                subject(claims.text("sub").map(AgentId::parse).orElse(null)),
                scopes,
                claims.text("name").flatMap(AgentName::of).orElse(null));
    }

    private static Set<String> check(Obj claims, Realm realm, String scope) {
        var form = realm.tokens();
        if (claims.text("iss").filter(realm.issuer()::equals).isEmpty()) {
            throw forbidden("iss");
        }
        var audience = form.audienceClaim(claims::has);
        if (claims.text(audience)
                .filter(given -> texts(given, " ,").contains(realm.audience()))
                .isEmpty()) {
            throw forbidden(missing(audience, claims));
        }
        var given = claims.text(form.scopeClaim()).orElse("");
        var scopes = realm.own(given.startsWith("[") ? texts(given, " ") : List.of(given.split(" ")));
        if (!scopes.contains(scope)) {
            throw forbidden(missing(form.scopeClaim(), claims));
        }
        return scopes;
    }

    /** API Gateway writes one text as it is, and a list as {@code [one two]}. */
    private static List<String> texts(String given, String separators) {
        var several = given.startsWith("[") && given.endsWith("]");
        return several
                ? List.of(given.substring(1, given.length() - 1).split("[" + separators + "]+"))
                : List.of(given);
    }

    /** Names the claim, and the one that another form of tokens has in its place. */
    private static String missing(String claim, Obj claims) {
        return Optional.ofNullable(ELSEWHERE.get(claim))
                .filter(other -> claims.has(other) && !claims.has(claim))
                .map(other -> claim + ", but the token has " + other)
                .orElse(claim);
    }

    private static <T> T subject(@Nullable Checked<T> subject) {
        if (subject instanceof Valid<T>(var id)) {
            return id;
        }
        throw forbidden("sub");
    }

    private Optional<PhoneNumber> verifiedMobile(Obj claims) {
        var verified = claims.get("phone_number_verified")
                .filter(flag -> flag.equals(new Json.Str("true")) || flag.equals(new Json.Bool(true)));
        return verified.flatMap(_ -> claims.text("phone_number"))
                .flatMap(number -> numbers.parse(number) instanceof Valid<PhoneNumber>(var valid)
                        ? Optional.of(valid)
                        : Optional.empty());
    }

    private static Rejected forbidden(String claims) {
        return new Rejected(
                Problem.of(403, "forbidden", "This token does not allow this")
                        .detail("Sign in with an account that has the required permission."),
                claims);
    }
}
