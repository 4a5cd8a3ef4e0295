package org.supportpin.deploymentcheck;

import java.util.List;
import org.supportpin.command.Report;
import org.supportpin.deploymentcheck.Arguments.Option;

/** The two kinds of callers, with what template.yaml's defaults and docs/deployment.md ask of their tokens. */
enum Realm {
    PANEL(
            "a customer",
            "panel",
            Option.PANEL_ISSUER,
            Option.PANEL_AUDIENCE,
            "support-pin-panel",
            Option.PANEL_TOKENS,
            Option.PANEL_SCOPE_PREFIX,
            Option.PANEL_TOKEN,
            "pin:self",
            "/v1/panel/support-pin"),
    AGENTS(
            "an agent",
            "agent",
            Option.AGENT_ISSUER,
            Option.AGENT_AUDIENCE,
            "support-pin-agent",
            Option.AGENT_TOKENS,
            Option.AGENT_SCOPE_PREFIX,
            Option.AGENT_TOKEN,
            "pin:verify action:execute",
            "/v1/agent/actions");

    private final String whose;
    private final String tokenServiceName;
    private final Option issuer;
    private final Option audience;
    private final String usualAudience;
    private final Option tokens;
    private final Option scopePrefix;
    private final Option token;
    private final String scopes;
    private final String route;

    Realm(
            String whose,
            String tokenServiceName,
            Option issuer,
            Option audience,
            String usualAudience,
            Option tokens,
            Option scopePrefix,
            Option token,
            String scopes,
            String route) {
        this.whose = whose;
        this.tokenServiceName = tokenServiceName;
        this.issuer = issuer;
        this.audience = audience;
        this.usualAudience = usualAudience;
        this.tokens = tokens;
        this.scopePrefix = scopePrefix;
        this.token = token;
        this.scopes = scopes;
        this.route = route;
    }

    String whose() {
        return whose;
    }

    /** Tells what is wrong with such a caller's token. */
    void missing(Report report, String what, String advice) {
        report.problem("The token of " + whose + " " + what + ".", advice);
    }

    /** As the addresses of the token service's issuers have it. */
    String tokenServiceName() {
        return tokenServiceName;
    }

    Option issuer() {
        return issuer;
    }

    Option audience() {
        return audience;
    }

    String usualAudience() {
        return usualAudience;
    }

    Option tokens() {
        return tokens;
    }

    Option scopePrefix() {
        return scopePrefix;
    }

    Option token() {
        return token;
    }

    /** Without the prefix that a provider may write. */
    List<String> scopes() {
        return List.of(scopes.split(" ", -1));
    }

    /** A route that only reads, and that every such caller may call. */
    String route() {
        return route;
    }
}
