package org.supportpin.deploymentcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.deploymentcheck.Arguments.Option;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.token.TokenForm;

/** What is wrong with an option is said before anything is called, with what to do. */
class OptionsTest {

    private int exit;

    private String run(String... options) {
        var bytes = new ByteArrayOutputStream();
        try (var account = new Account()) {
            exit = new DeploymentCheck(
                            account,
                            Clock.systemUTC(),
                            new PrintStream(bytes, true, StandardCharsets.UTF_8),
                            Duration.ofSeconds(1))
                    .run(Arrays.asList(options));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--origins=https://πάνελ.gr | -Dorigins number 1 has letters that browsers do not send. Give it in its ASCII form, https://xn--hxassgn.gr.",
                "--origins=https://a.example.gr,https://πάνελ.gr:8443 | -Dorigins number 2 has letters that browsers do not send. Give it in its ASCII form, https://xn--hxassgn.gr:8443.",
                "--origins=https://panel.example.gr/ | -Dorigins number 1 is no origin. Give https, name and port, without a path",
                "--origins=panel.example.gr | -Dorigins number 1 is no origin.",
                "--origins=https://a.example.gr https://b.example.gr | -Dorigins number 1 is no origin.",
                "--panelTokens=client_id | -DpanelTokens is not known. Give standard, scp or client-id.",
                "--agentTokens=SCP | -DagentTokens is not known. Give standard, scp or client-id.",
                "--panelIssuer=id.example.gr | -DpanelIssuer is not an https address.",
                "--agentIssuer=https://ταυτότητα.gr | -DagentIssuer is not an https address. Give the issuer to the letter; letters that are not ASCII in their ASCII form",
                "--api=https://api.example.gr:99999 | -Dapi is not an https address.",
                "--api=https://user@api.example.gr | -Dapi is not an https address.",
                "--panelAudience=two words | -DpanelAudience has blanks",
                "--panelScopePrefix=two words | -DpanelScopePrefix has blanks",
                "--panelSignInClaim=Ώρα | -DpanelSignInClaim is no claim's name.",
                "--stack=arn:aws:cloudformation:eu-central-1:1:stack/a/b | -Dstack is no stack's name.",
                "--panelToken=/nowhere | -DpanelToken is not a file with a token."
            })
    void aWrongOneIsExplained(String option, String expected) {
        assertThat(run("--api=https://api.example.invalid", option))
                .contains(expected)
                .contains("mvn -Pcheck -Dapi=URL");
        assertThat(exit).isEqualTo(2);
    }

    @Test
    void everyWrongOneIsExplainedAtOnce() {
        assertThat(run("--panelTokens=x", "--origins=y"))
                .contains(
                        "Give -Dapi, the output ApiUrl of the stack.",
                        "-DpanelTokens is not known.",
                        "-Dorigins number 1");
    }

    /** As the template takes them, so that what was deployed can be given. */
    @Test
    void theirFormsAreTheTemplates() throws IOException {
        var template = Files.readString(Path.of("../../template.yaml"));

        assertThat(List.of(Form.AUDIENCE_PATTERN, Form.PREFIX_PATTERN, Form.CLAIM_PATTERN, Origin.FORM))
                .allSatisfy(pattern -> assertThat(template).contains("AllowedPattern: ^" + pattern + "$"));
        for (var option : List.of(Option.PANEL_TOKENS, Option.AGENT_TOKENS)) {
            var parameter = template.substring(template.indexOf("\n  " + option.parameter() + ":\n"));
            assertThat(parameter
                            .lines()
                            .filter(line -> line.contains("AllowedValues"))
                            .findFirst())
                    .contains("    AllowedValues: [" + WireName.names(TokenForm.values(), ", ") + "]");
        }
    }
}
