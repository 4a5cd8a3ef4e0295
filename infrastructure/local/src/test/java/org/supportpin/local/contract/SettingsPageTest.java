package org.supportpin.local.contract;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.connector.ConnectorRegistry;
import org.supportpin.functions.settings.Settings;
import org.supportpin.local.contract.SettingsPage.Row;

/** docs/settings.md, template.yaml and the code say the same of every setting. */
class SettingsPageTest {

    private static final String FUNCTIONS = "Functions";
    private static final Set<String> NOT_OURS = Set.of("Set by Lambda", "Other endpoints");

    private final SettingsPage page = new SettingsPage();
    private final Template template = new Template();

    /** What the functions' settings are read from, with each variable's row. */
    private Stream<Row> variables() {
        return page.rows(FUNCTIONS, "variable").filter(row -> !NOT_OURS.contains(row.part()));
    }

    private static Stream<String> column(Stream<Row> rows, String title) {
        return rows.map(row -> row.cell(title)).filter(cell -> !cell.isEmpty());
    }

    /** The parameters of a template, each with its row: those that set a variable are in the variable's row. */
    private Map<String, Row> parameters(String file) {
        var own = page.rows("Templates", "parameter").filter(row -> row.part().equals(file));
        var ofVariables = file.equals("template.yaml")
                ? page.rows(FUNCTIONS, "parameter")
                        .filter(row -> !row.cell("parameter").isEmpty())
                : Stream.<Row>empty();
        return Stream.concat(own, ofVariables).collect(toMap(row -> row.cell("parameter"), row -> row));
    }

    /** The names in main sources below a folder. */
    private static Set<String> named(String folder, String pattern) throws IOException {
        var names = new TreeSet<String>();
        try (var files = Files.walk(ProjectFiles.root().resolve(folder))) {
            for (var file : files.filter(each -> each.toString().matches(".*/src/main/java/.*\\.java"))
                    .toList()) {
                Pattern.compile(pattern)
                        .matcher(Files.readString(file))
                        .results()
                        .map(MatchResult::group)
                        .forEach(names::add);
            }
        }
        return names;
    }

    @Test
    void thePageHasEachVariableThatTheFunctionsReadAndNoOther() {
        assertThat(column(variables(), "variable")).containsExactlyInAnyOrderElementsOf(Settings.names());
    }

    @Test
    void aVariableIsSetByTheParameterBesideIt() {
        var set = new HashMap<String, JsonNode>();
        Stream.concat(Stream.of(template.globals()), template.functions().values().stream())
                .flatMap(function -> function.at("/Environment/Variables").propertyStream())
                // A variable that one function has under a condition, another may have always.
                .forEach(each -> set.merge(
                        each.getKey(),
                        each.getValue(),
                        (one, other) -> parameter(one).isEmpty() ? other : one));

        assertThat(variables()).isNotEmpty().allSatisfy(row -> {
            var value = set.getOrDefault(row.cell("variable"), MissingNode.getInstance());
            var parameter = parameter(value);
            assertThat(row.cell("parameter"))
                    .as(row.cell("variable"))
                    .isEqualTo(template.parameter(parameter).isObject() ? parameter : "");
        });
    }

    /** The parameter that a variable is set by, perhaps under a condition. */
    private static String parameter(JsonNode value) {
        return value.has("Fn::If")
                ? parameter(value.at("/Fn::If/2"))
                : value.path("Ref").asText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"template.yaml", "infrastructure/monitoring.yaml", "infrastructure/pages.yaml"})
    void thePageHasEachParameterWithItsDefault(String file) {
        var declared = ProjectFiles.yaml(file).path("Parameters");
        var rows = parameters(file);

        assertThat(rows.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        declared.propertyStream().map(Map.Entry::getKey).toList());
        assertThat(rows).allSatisfy((name, row) -> {
            var parameter = declared.path(name);
            var byDefault = parameter.path("Default").asText();
            assertThat(row.cell("default"))
                    .as("%s's default", name)
                    .isEqualTo(parameter.has("Default") && byDefault.isEmpty() ? "none" : byDefault);
            if (parameter.has("MaxValue")) {
                assertThat(row.cell("range"))
                        .as("%s's range", name)
                        .endsWith(" to " + parameter.path("MaxValue").asText());
            }
        });
    }

    @Test
    void pageAndTemplateNameEachConnectorThatThereIs() {
        var registries = Map.of(
                "Billing",
                ConnectorRegistry.BILLING,
                "Dns",
                ConnectorRegistry.DNS,
                "Registrar",
                ConnectorRegistry.REGISTRAR,
                "Hosting",
                ConnectorRegistry.HOSTING,
                "Mail",
                ConnectorRegistry.MAIL,
                "Delegation",
                ConnectorRegistry.DELEGATION);

        assertThat(registries).allSatisfy((port, registry) -> {
            var parameter = port + "Connector";
            var pattern = template.parameter(parameter).path("AllowedPattern").asText();
            assertThat(pattern.substring(2, pattern.length() - 2).split("\\|"))
                    .containsExactlyInAnyOrderElementsOf(registry.names());
            assertThat(column(variables().filter(row -> row.cell("parameter").equals(parameter)), "range")
                            .flatMap(range -> Stream.of(range.split(", "))))
                    .containsExactlyInAnyOrderElementsOf(registry.names());
        });
    }

    @Test
    void thePageListsTheVariablesOfLambdaAndOfTests() throws IOException {
        var rows = page.rows(FUNCTIONS, "variable").filter(row -> NOT_OURS.contains(row.part()));

        assertThat(column(rows, "variable").filter(name -> !name.startsWith("AWS_ENDPOINT_URL_")))
                .containsExactlyInAnyOrderElementsOf(named("functions/handlers", "(?<=\")AWS_[A-Z_]*[A-Z](?=\")"));
    }

    @Test
    void thePageHasWhatTheLocalStackReads() throws IOException {
        assertThat(column(page.rows("Local stack", "variable"), "variable"))
                .containsExactlyInAnyOrderElementsOf(named("infrastructure", "\\bSUPPORT_PIN_[A-Z]+"));
    }
}
