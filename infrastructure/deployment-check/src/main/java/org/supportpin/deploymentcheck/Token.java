package org.supportpin.deploymentcheck;

import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.command.Report;

/** A token, by what API Gateway and the functions need in it. Its signature is not verified; the API does that. */
final class Token {

    private final Realm realm;
    private final Deployed deployed;
    private final Clock clock;
    private final Report report;

    Token(Realm realm, Deployed deployed, Clock clock, Report report) {
        this.realm = realm;
        this.deployed = deployed;
        this.clock = clock;
        this.report = report;
    }

    /** @param keys the ids of the issuer's keys; empty if they were not read */
    void check(String token, Set<String> keys) {
        var parts = token.split("\\.", -1);
        var header = parts.length == 3 ? object(parts[0]) : Optional.<Json.Obj>empty();
        var claims = parts.length == 3 ? object(parts[1]) : Optional.<Json.Obj>empty();
        if (header.isEmpty() || claims.isEmpty()) {
            missing(
                    "is not a JWT",
                    "Opaque tokens do not work: let the provider issue access tokens as JWTs (RFC 9068).");
            return;
        }
        if (!header.get().text("alg").equals(Optional.of("RS256"))) {
            missing("is not signed with RS256", "API Gateway takes no other algorithm.");
        }
        if (!keys.isEmpty() && header.get().text("kid").filter(keys::contains).isEmpty()) {
            missing("names no key (kid) that its issuer publishes", "Is it a token of this issuer?");
        }
        claims(claims.get());
    }

    private void claims(Json.Obj claims) {
        deployed.issuer(realm)
                .filter(issuer -> !claims.text("iss").equals(Optional.of(issuer)))
                .ifPresent(_ -> missing(
                        "comes from another issuer (iss)",
                        "Compare with " + realm.issuer().parameter() + ", to the letter, slash included."));
        var kind = deployed.tokens(realm);
        var audience = kind.audienceClaim(claims::has);
        if (!texts(claims, audience).contains(deployed.audience(realm))) {
            missing(
                    "is for somebody else (" + audience + ")",
                    "It must be what " + realm.audience().parameter()
                            + " says. Where a provider writes it in another claim, see "
                            + realm.tokens().parameter() + ".");
        }
        var scope = kind.scopeClaim();
        var scopes = texts(claims, scope).stream()
                .flatMap(each -> Arrays.stream(each.split(" ", -1)))
                .toList();
        deployed.scopes(realm).stream()
                .filter(each -> !scopes.contains(each))
                .forEach(each -> missing(
                        "lacks the scope " + each + " (" + scope + ")",
                        "Let the provider grant it. Where it writes something before each scope, see "
                                + realm.scopePrefix().parameter() + "."));
        new Person(realm, deployed, clock, report).check(claims);
        new Times(realm, clock, report).check(claims);
    }

    private void missing(String what, String advice) {
        realm.missing(report, what, advice);
    }

    /** A text, or the texts of a list. */
    private static List<String> texts(Json.Obj claims, String name) {
        return claims.get(name).stream()
                .flatMap(value -> value instanceof Json.Arr(List<Json> all) ? all.stream() : Stream.of(value))
                .flatMap(value -> value instanceof Json.Str(var text) ? Stream.of(text) : Stream.of())
                .toList();
    }

    private static Optional<Json.Obj> object(String part) {
        try {
            return JsonText.readObject(Base64.getUrlDecoder().decode(part));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
