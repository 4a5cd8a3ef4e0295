package org.supportpin.deploymentcheck;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.command.Report;

/** An identity provider, by what API Gateway's JWT authorizer needs of it: discovery, RSA keys, the right time. */
final class Issuer {

    private static final int LEAST_BITS = 2048;

    private final Web web;
    private final Realm realm;
    private final Deployed deployed;
    private final Report report;

    Issuer(Web web, Realm realm, Deployed deployed, Report report) {
        this.web = web;
        this.realm = realm;
        this.deployed = deployed;
        this.report = report;
    }

    /** Tells, and returns the ids of the keys that sign. */
    Set<String> check(Optional<Instant> serviceTime) throws InterruptedException {
        var issuer = deployed.issuer(realm);
        if (issuer.isEmpty()) {
            report.note(
                    "The issuer of " + realm.whose() + " was not looked at.",
                    "Give -D" + realm.issuer().text() + " or -Dstack.");
            return Set.of();
        }
        if (Web.address(issuer.get()).isEmpty()) {
            report.problem(
                    "The issuer of " + realm.whose() + " is not an https address.", "API Gateway takes no other.");
            return Set.of();
        }
        var discovery = issuer.get().replaceFirst("/$", "") + "/.well-known/openid-configuration";
        var answer = web.call("GET", discovery).filter(each -> each.statusCode() == 200);
        var document = answer.flatMap(each -> JsonText.readObject(each.body()));
        if (document.isEmpty()) {
            report.problem(
                    "The issuer of " + realm.whose() + " has no discovery document.",
                    "API Gateway reads " + discovery + "; it must be reachable from the Internet, without a redirect.");
            return Set.of();
        }
        answer.flatMap(Service::date).ifPresent(date -> serviceTime.ifPresent(time -> clocks(date, time)));
        if (!document.get().text("issuer").equals(issuer)) {
            report.problem(
                    "The discovery document of " + realm.whose() + " names another issuer.",
                    "Set " + realm.issuer().parameter() + " to what the document says, to the letter, slash included.");
        }
        return keys(document.get());
    }

    private void clocks(Instant issuer, Instant service) {
        var apart = Duration.between(issuer, service).abs();
        if (apart.compareTo(Service.LEEWAY) > 0) {
            report.problem(
                    "The clocks of the issuer of %s and of the service are %d seconds apart."
                            .formatted(realm.whose(), apart.toSeconds()),
                    "Set the issuer's clock by NTP: its tokens are expired, or not valid yet.");
        }
    }

    private Set<String> keys(Json.Obj document) throws InterruptedException {
        var address = document.text("jwks_uri").filter(each -> Web.address(each).isPresent());
        var keys = address.isEmpty() ? Optional.<Json.Obj>empty() : web.object(address.get());
        var usable = keys.flatMap(each -> each.get("keys")).stream()
                .flatMap(each -> each instanceof Json.Arr(List<Json> all) ? all.stream() : Stream.of())
                .flatMap(each -> each instanceof Json.Obj key ? Stream.of(key) : Stream.of())
                .filter(Issuer::signsRs256)
                .flatMap(key -> key.text("kid").stream())
                .collect(Collectors.toSet());
        if (usable.isEmpty()) {
            report.problem(
                    "The issuer of " + realm.whose() + " publishes no RSA key of 2048 bits with a kid for signatures.",
                    "API Gateway takes RS256 alone: let the provider sign access tokens with it.");
        } else {
            report.ok("The issuer of " + realm.whose() + " can be read, and signs with RSA.");
        }
        return usable;
    }

    private static boolean signsRs256(Json.Obj key) {
        return key.text("kty").filter("RSA"::equals).isPresent()
                && key.text("use").map("sig"::equals).orElse(true)
                && key.text("alg").map("RS256"::equals).orElse(true)
                && key.text("n").map(Issuer::bits).orElse(0) >= LEAST_BITS;
    }

    private static int bits(String modulus) {
        try {
            return new BigInteger(1, Base64.getUrlDecoder().decode(modulus)).bitLength();
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }
}
