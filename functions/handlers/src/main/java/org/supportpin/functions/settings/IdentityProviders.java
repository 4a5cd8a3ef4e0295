package org.supportpin.functions.settings;

import java.util.function.Function;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.token.TokenForm;
import org.supportpin.functions.http.Callers.Realm;
import org.supportpin.functions.settings.Environment.Given;

/** The two identity providers. Issuer and audience must differ, or customers' tokens would be valid on agents' routes. */
public record IdentityProviders(Realm panel, Realm agents) {

    /** @throws IllegalArgumentException if issuers or audiences are the same */
    public IdentityProviders {
        if (panel.issuer().equals(agents.issuer())) {
            throw new IllegalArgumentException(
                    Variable.PANEL_ISSUER + " and " + Variable.AGENT_ISSUER + " must differ");
        }
        if (panel.audience().equals(agents.audience())) {
            throw new IllegalArgumentException(
                    Variable.PANEL_AUDIENCE + " and " + Variable.AGENT_AUDIENCE + " must differ");
        }
    }

    static Given<IdentityProviders> read(Environment environment) {
        return environment.group(() -> {
            var panel = realm(
                    environment,
                    Variable.PANEL_ISSUER,
                    Variable.PANEL_AUDIENCE,
                    Variable.PANEL_TOKENS,
                    Variable.PANEL_SCOPE_PREFIX);
            var agents = realm(
                    environment,
                    Variable.AGENT_ISSUER,
                    Variable.AGENT_AUDIENCE,
                    Variable.AGENT_TOKENS,
                    Variable.AGENT_SCOPE_PREFIX);
            return () -> new IdentityProviders(panel.get(), agents.get());
        });
    }

    private static Given<Realm> realm(
            Environment environment,
            Variable issuerName,
            Variable audienceName,
            Variable tokensName,
            Variable prefixName) {
        return environment.group(() -> {
            var issuer = environment.text(issuerName);
            var audience = environment.text(audienceName);
            var tokens = environment.value(
                    tokensName, text -> WireName.parse(TokenForm.values(), text).orThrow());
            var prefix = environment.optional(prefixName, Function.identity(), "");
            var signIn = environment.optional(Variable.PANEL_SIGN_IN_CLAIM, Function.identity(), Realm.AUTH_TIME);
            return () -> new Realm(issuer.get(), audience.get(), tokens.get(), prefix.get(), signIn.get());
        });
    }
}
