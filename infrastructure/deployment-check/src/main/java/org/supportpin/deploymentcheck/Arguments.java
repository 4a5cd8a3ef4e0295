package org.supportpin.deploymentcheck;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.supportpin.command.Options;
import org.supportpin.domain.check.Checked;

/** The options of the command, {@code --name=value} each. An empty value counts as none, because Maven passes them all. */
record Arguments(Map<Option, String> values) {

    /** What can be given. Those with a parameter are read from the stack if they are not given. */
    enum Option {
        /** The address of the API, the output {@code ApiUrl}. */
        API("api", ""),
        /** The stack's name; it is read with the credentials of the AWS CLI. */
        STACK("stack", ""),
        /** The pages' origins, separated by commas. */
        ORIGINS("origins", "AllowedOrigins"),
        PANEL_ISSUER("panelIssuer", "PanelIssuer"),
        PANEL_AUDIENCE("panelAudience", "PanelAudience"),
        PANEL_TOKENS("panelTokens", "PanelTokens"),
        PANEL_SCOPE_PREFIX("panelScopePrefix", "PanelScopePrefix"),
        PANEL_SIGN_IN_CLAIM("panelSignInClaim", "PanelSignInClaim"),
        /** A file with a customer's token. */
        PANEL_TOKEN("panelToken", ""),
        AGENT_ISSUER("agentIssuer", "AgentIssuer"),
        AGENT_AUDIENCE("agentAudience", "AgentAudience"),
        AGENT_TOKENS("agentTokens", "AgentTokens"),
        AGENT_SCOPE_PREFIX("agentScopePrefix", "AgentScopePrefix"),
        /** A file with an agent's token. */
        AGENT_TOKEN("agentToken", "");

        private final String text;
        private final String parameter;

        Option(String text, String parameter) {
            this.text = text;
            this.parameter = parameter;
        }

        String text() {
            return text;
        }

        /** The parameter of template.yaml that says the same; empty if none does. */
        String parameter() {
            return parameter;
        }
    }

    static final String USAGE = """
            Looks at a deployed stack from outside, changes nothing, and says what is missing.

              mvn -Pcheck -Dapi=URL -Dstack=NAME

              -Dapi=URL       the output ApiUrl of the stack
              -Dstack=NAME    reads the stack, SMS and alarms with the credentials of the AWS CLI; without it, give
                              -Dorigins= -DpanelIssuer= -DagentIssuer=, and what is not the default of
                              -DpanelAudience= -DpanelTokens= -DpanelScopePrefix= -DpanelSignInClaim=
                              -DagentAudience= -DagentTokens= -DagentScopePrefix=
              -DpanelToken=FILE -DagentToken=FILE   a token of a customer, and one of an agent: looks into it, and tries it
            """;

    Arguments {
        values = Map.copyOf(values);
    }

    /** Reads them, or says what is wrong with the first wrong one, without its value. */
    static Checked<Arguments> parse(List<String> arguments) {
        return Options.read(arguments, Option.class, Option::text).flatMap(Arguments::withApi);
    }

    private static Checked<Arguments> withApi(Map<Option, String> values) {
        var api = values.get(Option.API);
        if (api == null) {
            return Checked.faulty("Give -Dapi, the output ApiUrl of the stack.");
        }
        return Web.address(api).isPresent()
                ? Checked.valid(new Arguments(values))
                : Checked.faulty("-Dapi is not an https address.");
    }

    Optional<String> get(Option option) {
        return Optional.ofNullable(values.get(option));
    }

    /** Without the slash at its end. */
    URI api() {
        return Web.address(get(Option.API).orElseThrow()).orElseThrow();
    }
}
