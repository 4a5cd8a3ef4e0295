package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.functions.client.Clients;

/** samconfig.toml: placeholders are refused, and everything else is valid in the template. */
class SamConfigTest {

    private static final Pattern PARAMETER = Pattern.compile("(?m)^ {2}\"(\\w+)=([^\"]*)\",$");
    private static final String TO_FILL_IN = "???";

    private final Template template = new Template();

    private static String text() throws IOException {
        return Files.readString(ProjectFiles.root().resolve("samconfig.toml"));
    }

    private static String section(String environment) throws IOException {
        return text().split("(?m)^\\[" + environment + "\\.deploy\\.parameters]$", 2)[1]
                .split("(?m)^\\[", 2)[0];
    }

    private static Map<String, String> parameters(String environment) throws IOException {
        return PARAMETER
                .matcher(section(environment))
                .results()
                .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2)));
    }

    private static boolean takes(JsonNode parameter, String value) {
        var allowed = parameter.path("AllowedValues");
        return (!allowed.isArray() || Template.texts(allowed).anyMatch(value::equals))
                && (!parameter.has("AllowedPattern")
                        || value.matches(parameter.path("AllowedPattern").asText()))
                && (!parameter.path("Type").asText().equals("Number") || value.matches("[0-9]+"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "production"})
    void placeholdersLeftInAreRefused(String environment) throws IOException {
        assertThat(parameters(environment)).isNotEmpty().allSatisfy((name, value) -> {
            assertThat(template.parameter(name).isObject()).isTrue();
            assertThat(takes(template.parameter(name), value)).isEqualTo(!value.equals(TO_FILL_IN));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "production"})
    void whatHasNoDefaultIsNamed(String environment) throws IOException {
        assertThat(parameters(environment))
                .containsKeys(template.parameters()
                        .propertyStream()
                        .filter(parameter -> !parameter.getValue().has("Default"))
                        .map(Map.Entry::getKey)
                        .toArray(String[]::new));
    }

    /** It would notify customers of things that never happen. */
    @Test
    void productionChoosesEachConnectorItself() throws IOException {
        assertThat(parameters("production"))
                .containsAllEntriesOf(template.parameters()
                        .propertyStream()
                        .map(Map.Entry::getKey)
                        .filter(SamConfigTest::isOfASystem)
                        .collect(Collectors.toMap(name -> name, _ -> TO_FILL_IN)));
    }

    /** Who deploys without this file's list, or with --parameter-overrides, which replaces it, has chosen no connector. */
    @Test
    void noConnectorIsChosenByDefault() {
        assertThat(template.parameters().propertyStream().filter(each -> isOfASystem(each.getKey())))
                .hasSize(5)
                .noneMatch(each -> each.getValue().has("Default"));
        assertThat(template.parameter("DelegationConnector").path("Default").asText())
                .isEqualTo("dns");
        assertThat(template.parameter("Trial").path("Default").asText()).isEqualTo("false");
    }

    /** The nameservers of the Internet are no system of the hosting company: there is nothing to choose. */
    private static boolean isOfASystem(String parameter) {
        return parameter.endsWith("Connector") && !parameter.equals("DelegationConnector");
    }

    @Test
    void testAloneIsATrial() throws IOException {
        assertThat(parameters("production")).containsEntry("Trial", "false");
        assertThat(parameters("test")).containsEntry("Trial", "true");
    }

    /** How the SAM CLI reads an override: a value ends at the first blank unless it is quoted, and \\" in it is a quotation mark. */
    private static Map.Entry<String, String> asSamReads(String override) {
        var found = Pattern.compile("([A-Za-z0-9]+)=(\"(?:\\\\.|[^\"\\\\])*\"|(?:\\\\.|[^ \"\\\\])+)")
                .matcher(override);
        assertThat(found.lookingAt()).as(override).isTrue();
        var value = found.group(2);
        return Map.entry(
                found.group(1),
                (value.startsWith("\"") ? value.substring(1, value.length() - 1) : value).replace("\\\"", "\""));
    }

    @Test
    void theExamplesArriveAsTheyAreMeant() throws IOException {
        var examples = Pattern.compile("(?m)^# - .*: {3}'(.+)'$")
                .matcher(text())
                .results()
                .map(example -> asSamReads(example.group(1)))
                .toList();

        assertThat(examples).hasSize(2).allMatch(each -> takes(template.parameter(each.getKey()), each.getValue()));
        assertThat(examples.getFirst().getValue()).isEqualTo("Hoster Example A.E.");
        assertThat(ProjectFiles.json(examples.getLast().getValue()).path("url").asText())
                .isEqualTo("https://dns.example.gr");
        assertThat(asSamReads("BankAccountHolder=Hoster Example A.E.").getValue())
                .as("without quotation marks")
                .isEqualTo("Hoster");
    }

    /** Who takes the issuer out and these in has a token service. */
    @ParameterizedTest
    @ValueSource(strings = {"test", "production"})
    void theCommentedLinesTurnTheTokenServiceOn(String environment) throws IOException, JOSEException {
        var commented = Pattern.compile("(?m)^ {2}# [\"'](.+)[\"'],$")
                .matcher(section(environment))
                .results()
                .map(line -> asSamReads(line.group(1)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

        assertThat(commented)
                .containsOnlyKeys("TokenService", "TokenClients")
                .containsEntry("TokenService", "true")
                .allSatisfy((name, value) ->
                        assertThat(takes(template.parameter(name), value)).isTrue());
        assertThat(takes(template.parameter("PanelIssuer"), "")).isTrue();
        var key = new ECKeyGenerator(Curve.P_256).generate();
        var clients = Clients.parse(commented
                .getOrDefault("TokenClients", "")
                .replace("\"x\":\"…\"", "\"x\":\"" + key.getX() + "\"")
                .replace("\"y\":\"…\"", "\"y\":\"" + key.getY() + "\"")
                .replace("…", "203.0.113.7"));
        assertThat(clients.byId()).containsOnlyKeys("panel");
    }

    /** A list in a value would break SAM's reading, so each line holds one plain value. */
    @ParameterizedTest
    @ValueSource(strings = {"test", "production"})
    void everyLineArrivesAsItIsWritten(String environment) throws IOException {
        assertThat(parameters(environment))
                .allSatisfy((name, value) ->
                        assertThat(asSamReads(name + "=" + value)).isEqualTo(Map.entry(name, value)));
    }

    @Test
    void productionTakesOverGraduallyAndTestIsAnotherTenant() throws IOException {
        assertThat(parameters("production").get("DeploymentType")).matches("(Canary|Linear).+");
        assertThat(parameters("test").get("Tenant"))
                .isNotEqualTo(parameters("production").get("Tenant"));
    }

    @Test
    void itContainsNoAccount() throws IOException {
        assertThat(text()).doesNotContainPattern("[0-9]{12}").doesNotContain("arn:");
    }
}
