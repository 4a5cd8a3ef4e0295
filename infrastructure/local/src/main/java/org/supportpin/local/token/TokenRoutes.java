package org.supportpin.local.token;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.check.WireName;
import org.supportpin.local.routes.Answer;
import org.supportpin.local.routes.Call;
import org.supportpin.local.routes.LocalRoutes;
import org.supportpin.local.routes.Problem;

/**
 * {@code POST /local/tokens}: a token for any subject and role, as if it had just signed in.
 *
 * @param real real time, by which tokens expire even if the service's clock was moved
 */
public record TokenRoutes(Map<IssuerName, Issuer> issuers, Clock real) {

    private static final Duration LIFE = Duration.ofHours(12);

    public TokenRoutes {
        issuers = Map.copyOf(issuers);
    }

    public void addTo(LocalRoutes routes) {
        routes.add("POST", "/local/tokens", call -> token(call.allow("role", "subject", "claims")));
        issuers.values().forEach(issuer -> issuer.addTo(routes));
    }

    private Answer token(Call call) {
        var role = WireName.find(Role.values(), call.text("role"))
                .orElseThrow(() -> Problem.invalid("/role", "Use customer, agent, supervisor or auditor."));
        var subject = call.text("subject");
        var own = call.body().path("claims");
        if (call.body().has("claims") && !(own instanceof Json.Obj)) {
            throw Problem.invalid("/claims", "Enter a JSON object.");
        }
        var issuer = issuers.get(role.issuer());
        if (issuer == null) {
            throw new IllegalStateException("no issuer " + role.issuer());
        }
        return Answer.ok(Json.object()
                .put("token", issuer.sign(claims(issuer, role, subject, own)))
                .build());
    }

    private Json claims(Issuer issuer, Role role, String subject, Json own) {
        long now = real.instant().getEpochSecond();
        var claims = Json.object()
                .put("iss", issuer.uri().toString())
                .put("aud", issuer.name().audience())
                .put("sub", subject)
                .put("iat", now)
                .put("nbf", now)
                .put("exp", now + LIFE.toSeconds())
                .put("auth_time", now)
                .put("jti", UUID.randomUUID().toString())
                .put("scope", role.scope());
        var members = new LinkedHashMap<>(claims.build().members());
        members.putAll(own.members());
        members.values().removeIf(Json::isNull);
        return new Json.Obj(members);
    }
}
