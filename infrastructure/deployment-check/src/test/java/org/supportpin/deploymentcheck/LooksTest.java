package org.supportpin.deploymentcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sns.SnsClient;

/** One look that breaks off does not end the others. */
class LooksTest {

    private final Stage stage = new Stage();
    private final AwsStage aws = new AwsStage(stage.address());

    @AfterEach
    void stop() {
        stage.close();
        aws.close();
    }

    private String run(Account account) {
        var bytes = new ByteArrayOutputStream();
        var options = new ArrayList<>(stage.options());
        options.add("--stack=support-pin");
        try (account) {
            new DeploymentCheck(account, Clock.systemUTC(), new PrintStream(bytes, true, StandardCharsets.UTF_8))
                    .run(options);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aFaultIsAProblemWithItsWordsAndTheOthersAreLookedAt() {
        var broken = new Account(
                () -> {
                    throw new IllegalStateException("no client, but eyJhbGciOiJub25lIn0.e30.x");
                },
                SnsClient::create);

        assertThat(run(broken))
                .containsPattern(
                        "PROBLEM  Looking at the stack broke off: IllegalStateException at \\w+\\.java:[0-9]+, no client, but …\\.")
                .contains("Pages of " + Stage.ORIGIN + " may call the API.", "The issuer of an agent can be read")
                .contains("Not complete yet: 1 problem.")
                .doesNotContain("eyJ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GetSMSAttributes denied | AWS did not show SMS (SnsException). | sns:GetSMSSandboxAccountStatus and GetSMSAttributes",
                "ListImports denied | AWS did not show the alarms (CloudFormationException). | cloudformation:ListImports",
                "ListSubscriptionsByTopic denied | AWS did not show the alarms (SnsException). | sns:ListSubscriptionsByTopic"
            })
    void whatAwsRefusesIsNamedAlone(String refused, String expected, String needed) {
        aws.wrong.add(refused);

        assertThat(run(aws.account()))
                .contains(expected, needed, "The stack is in UPDATE_COMPLETE.", "-Dconnector=whmcs")
                .contains("Pages of " + Stage.ORIGIN + " may call the API.")
                .contains("Not complete yet: 1 problem.");
    }

    @Test
    void aParameterOfTheStackThatIsNotKnownIsNamed() {
        aws.parameters.put("PanelTokens", "opaque");

        assertThat(run(aws.account()))
                .contains("The stack's parameter PanelTokens is not known. Give standard, scp or client-id.")
                .contains("Is the check of the same version as the stack?");
    }
}
