package org.supportpin.deploymentcheck;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.command.Options;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Fault;

/** The options of the command, {@code --name=value} each, with the tokens of their files. An empty value counts as none, because Maven passes them all. */
record Arguments(Map<Option, String> values, Map<Option, Secret> tokens) {

    private static final Pattern TOKEN = Pattern.compile("[\\w.-]+");

    /** What can be given. Those with a parameter are read from the stack if they are not given. */
    enum Option {
        /** The address of the API, the output {@code ApiUrl}. */
        API("api", "", Form.API),
        /** The stack's name; it is read with the credentials of the AWS CLI. */
        STACK("stack", "", Form.STACK),
        /** The pages' origins, separated by commas. */
        ORIGINS("origins", "AllowedOrigins", Form.ORIGINS),
        PANEL_ISSUER("panelIssuer", "PanelIssuer", Form.ISSUER),
        PANEL_AUDIENCE("panelAudience", "PanelAudience", Form.AUDIENCE),
        PANEL_TOKENS("panelTokens", "PanelTokens", Form.TOKENS),
        PANEL_SCOPE_PREFIX("panelScopePrefix", "PanelScopePrefix", Form.SCOPE_PREFIX),
        PANEL_SIGN_IN_CLAIM("panelSignInClaim", "PanelSignInClaim", Form.CLAIM),
        /** A file with a customer's token. */
        PANEL_TOKEN("panelToken", "", Form.FILE),
        AGENT_ISSUER("agentIssuer", "AgentIssuer", Form.ISSUER),
        AGENT_AUDIENCE("agentAudience", "AgentAudience", Form.AUDIENCE),
        AGENT_TOKENS("agentTokens", "AgentTokens", Form.TOKENS),
        AGENT_SCOPE_PREFIX("agentScopePrefix", "AgentScopePrefix", Form.SCOPE_PREFIX),
        /** A file with an agent's token. */
        AGENT_TOKEN("agentToken", "", Form.FILE);

        private final String text;
        private final String parameter;
        private final Form form;

        Option(String text, String parameter, Form form) {
            this.text = text;
            this.parameter = parameter;
            this.form = form;
        }

        String text() {
            return text;
        }

        /** The parameter of template.yaml that says the same; empty if none does. */
        String parameter() {
            return parameter;
        }

        /** What is wrong with a value, after the option's or the parameter's name; empty if nothing is. */
        Optional<String> fault(String value) {
            return form.fault(value);
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
        tokens = Map.copyOf(tokens);
    }

    /** Reads them and the files that they name, or says what is wrong with each wrong one, without its value. */
    static Checked<Arguments> parse(List<String> arguments) {
        return Options.read(arguments, Option.class, Option::text).flatMap(Arguments::of);
    }

    private static Checked<Arguments> of(Map<Option, String> values) {
        var faults = new ArrayList<Fault>();
        if (!values.containsKey(Option.API)) {
            faults.add(new Fault("", "Give -Dapi, the output ApiUrl of the stack."));
        }
        values.forEach((option, value) ->
                option.fault(value).ifPresent(fault -> faults.add(new Fault("", "-D" + option.text() + " " + fault))));
        var tokens = new EnumMap<Option, Secret>(Option.class);
        for (var realm : Realm.values()) {
            var option = realm.token();
            if (values.containsKey(option)) {
                token(values.get(option))
                        .ifPresentOrElse(
                                token -> tokens.put(option, token),
                                () -> faults.add(
                                        new Fault(
                                                "",
                                                "-D" + option.text()
                                                        + " is not a file with a token. Write one into a file, alone, and give the file's name.")));
            }
        }
        return faults.isEmpty() ? Checked.valid(new Arguments(values, tokens)) : Checked.faulty(faults);
    }

    private static Optional<Secret> token(@Nullable String file) {
        try {
            return Optional.of(Files.readString(Path.of(String.valueOf(file))).strip())
                    .filter(text -> TOKEN.matcher(text).matches())
                    .map(Secret::new);
        } catch (IOException | InvalidPathException e) {
            return Optional.empty(); // the command's words say that it is no file with a token
        }
    }

    /** A realm's token; empty if none was given. */
    Optional<Secret> token(Realm realm) {
        return Optional.ofNullable(tokens.get(realm.token()));
    }

    Optional<String> get(Option option) {
        return Optional.ofNullable(values.get(option));
    }

    /** Without the slash at its end. */
    URI api() {
        return Web.address(get(Option.API).orElseThrow()).orElseThrow();
    }
}
