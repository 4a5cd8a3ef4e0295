package org.supportpin.deploymentcheck;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.supportpin.command.Report;
import org.supportpin.deploymentcheck.Arguments.Option;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.phone.PhoneNumbers;
import org.supportpin.domain.token.TokenForm;

/** What is deployed: as the options say, and where they are silent, as the stack does. */
record Deployed(Arguments arguments, Optional<Account.Stack> stack) {

    URI api() {
        return arguments.api();
    }

    /** Where the API has a path. */
    URI at(String path) {
        return URI.create(api() + path);
    }

    Optional<String> get(Option option) {
        return arguments
                .get(option)
                .or(() -> parameter(option).filter(value -> option.fault(value).isEmpty()));
    }

    private Optional<String> parameter(Option option) {
        return stack.flatMap(each -> each.parameter(option.parameter()));
    }

    /** Tells which parameters of the stack have a value that this check does not know. */
    void tell(Report report) {
        for (var option : Option.values()) {
            if (arguments.get(option).isEmpty()) {
                parameter(option)
                        .flatMap(option::fault)
                        .ifPresent(fault -> report.problem(
                                "The stack's parameter " + option.parameter() + " " + fault,
                                "Is the check of the same version as the stack?"));
            }
        }
    }

    /** Who issues a realm's tokens: an identity provider, or the token service if none is named. */
    Optional<String> issuer(Realm realm) {
        return get(realm.issuer())
                .or(() -> stack.flatMap(each -> each.output("TokenEndpoint"))
                        .map(endpoint -> endpoint.replaceFirst("/token$", "/issuers/" + realm.tokenServiceName())));
    }

    /** Whether the API itself is a realm's issuer, by the token service. */
    boolean issues(Realm realm) {
        return issuer(realm).filter(issuer -> issuer.startsWith(api() + "/")).isPresent();
    }

    List<Origin> origins() {
        return get(Option.ORIGINS)
                .map(origins -> Origin.parseAll(origins).orThrow())
                .orElse(List.of());
    }

    String audience(Realm realm) {
        return get(realm.audience()).orElse(realm.usualAudience());
    }

    TokenForm tokens(Realm realm) {
        return get(realm.tokens())
                .flatMap(name -> WireName.find(TokenForm.values(), name))
                .orElse(TokenForm.STANDARD);
    }

    /** The scopes that a realm's tokens need, as its provider writes them. */
    List<String> scopes(Realm realm) {
        var prefix = get(realm.scopePrefix()).orElse("");
        return realm.scopes().stream().map(scope -> prefix + scope).toList();
    }

    /** The claim that says when a customer has signed in. */
    String signInClaim() {
        return get(Option.PANEL_SIGN_IN_CLAIM).orElse("auth_time");
    }

    /** The numbers that may receive SMS. */
    PhoneNumbers numbers() {
        return stack.flatMap(each -> each.parameter("SmsCountries"))
                .map(countries -> new PhoneNumbers(Set.of(countries.split(",", -1))))
                .orElseGet(PhoneNumbers::ofDefaultRegions);
    }
}
