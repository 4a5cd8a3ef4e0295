package org.supportpin.deploymentcheck;

import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        /** A file with a customer's token. */
        PANEL_TOKEN("panelToken", ""),
        AGENT_ISSUER("agentIssuer", "AgentIssuer"),
        AGENT_AUDIENCE("agentAudience", "AgentAudience"),
        AGENT_TOKENS("agentTokens", "AgentTokens"),
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
                              -Dorigins= -DpanelIssuer= -DagentIssuer= (and -DpanelAudience= -DagentAudience=
                              -DpanelTokens= -DagentTokens= if they are not the defaults)
              -DpanelToken=FILE -DagentToken=FILE   a token of a customer, and one of an agent: looks into it, and tries it
            """;

    Arguments {
        values = Map.copyOf(values);
    }

    /** Reads them, or says what is wrong with the first wrong one, without its value. */
    static Checked<Arguments> parse(List<String> arguments) {
        var values = new EnumMap<Option, String>(Option.class);
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            var option = option(parts[0]);
            if (option.isEmpty() || parts.length < 2) {
                return Checked.faulty("An argument is not one of the options.");
            }
            if (!parts[1].isBlank()) {
                values.put(option.get(), parts[1].strip());
            }
        }
        if (!values.containsKey(Option.API)) {
            return Checked.faulty("Give -Dapi, the output ApiUrl of the stack.");
        }
        if (Web.address(values.get(Option.API)).isEmpty()) {
            return Checked.faulty("-Dapi is not an https address.");
        }
        return Checked.valid(new Arguments(values));
    }

    private static Optional<Option> option(String name) {
        for (var each : Option.values()) {
            if (name.equals("--" + each.text())) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    Optional<String> get(Option option) {
        return Optional.ofNullable(values.get(option));
    }

    /** Without the slash at its end. */
    URI api() {
        return Web.address(get(Option.API).orElseThrow()).orElseThrow();
    }
}
