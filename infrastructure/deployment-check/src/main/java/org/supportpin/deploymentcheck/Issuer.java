package org.supportpin.deploymentcheck;

import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpin.backoffice.json.Json;
import org.supportpin.command.Report;
import org.supportpin.deploymentcheck.Reply.Answered;

/** An identity provider, by what API Gateway's JWT authorizer needs of it: discovery, RSA keys, the right time. */
final class Issuer {

    private static final int LEAST_BITS = 2048;

    private final Web web;
    private final Realm realm;
    private final Deployed deployed;
    private final Report report;
    private Set<String> usable = Set.of();

    Issuer(Web web, Realm realm, Deployed deployed, Report report) {
        this.web = web;
        this.realm = realm;
        this.deployed = deployed;
        this.report = report;
    }

    /**
     * Tells whether it can be read.
     *
     * @param serviceAhead how far the service's clock is ahead of this machine's
     */
    void look(Optional<Duration> serviceAhead) throws InterruptedException {
        var issuer = deployed.issuer(realm);
        if (issuer.isEmpty()) {
            report.note(
                    "The issuer of " + realm.whose() + " was not looked at.",
                    "Give -D" + realm.issuer().text() + " or -Dstack.");
            return;
        }
        var address = Web.address(issuer.get());
        if (address.isEmpty()) {
            report.problem(
                    "The issuer of " + realm.whose() + " is not an https address.", "API Gateway takes no other.");
            return;
        }
        var discovery = URI.create(address.get() + "/.well-known/openid-configuration");
        var reply = web.call("GET", discovery);
        var document = reply instanceof Answered answer ? answer.object() : Optional.<Json.Obj>empty();
        if (document.isEmpty()) {
            report.problem(
                    "The issuer of " + realm.whose() + " has no discovery document: GET " + discovery + " "
                            + reply.says() + isNoObject(reply) + ".",
                    "API Gateway reads it; it must be reachable from the Internet, without a redirect.");
            return;
        }
        if (reply instanceof Answered answer) {
            answer.ahead().ifPresent(ahead -> serviceAhead.ifPresent(service -> clocks(ahead, service)));
        }
        if (!document.get().text("issuer").equals(issuer)) {
            report.problem(
                    "The discovery document of " + realm.whose() + " names another issuer.",
                    "Set " + realm.issuer().parameter() + " to what the document says, to the letter, slash included.");
        }
        keys(document.get());
    }

    private static String isNoObject(Reply reply) {
        return reply instanceof Answered answer && answer.status() == 200 ? " without a JSON object" : "";
    }

    /** Both were compared with this machine's, each when it answered, so it does not matter what lay between. */
    private void clocks(Duration issuer, Duration service) {
        var apart = issuer.minus(service).abs();
        if (apart.compareTo(Service.LEEWAY) > 0) {
            report.problem(
                    "The clocks of the issuer of %s and of the service are %d seconds apart."
                            .formatted(realm.whose(), apart.toSeconds()),
                    "Set the issuer's clock by NTP: its tokens are expired, or not valid yet.");
        }
    }

    private void keys(Json.Obj document) throws InterruptedException {
        var address = document.text("jwks_uri").flatMap(Web::link);
        if (address.isEmpty()) {
            report.problem(
                    "The discovery document of " + realm.whose() + " names no https address of keys (jwks_uri).",
                    "API Gateway reads the keys there.");
            return;
        }
        var reply = web.call("GET", address.get());
        var keys = reply instanceof Answered answer ? answer.object() : Optional.<Json.Obj>empty();
        if (keys.isEmpty()) {
            report.problem(
                    "The keys of the issuer of " + realm.whose() + " cannot be read: GET " + address.get() + " "
                            + reply.says() + isNoObject(reply) + ".",
                    "API Gateway reads them; they must be reachable from the Internet, without a redirect.");
            return;
        }
        usable = keys.flatMap(each -> each.get("keys")).stream()
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
    }

    /** The ids of the keys that sign; empty if they were not read. */
    Set<String> keys() {
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
