package org.supportpin.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.local.contract.ProjectFiles;
import org.supportpin.local.fault.CannotStart;

/** What template.yaml's rules refuse before anything is created. */
class RulesTest {

    private static final Map<String, String> PRODUCTION = Map.ofEntries(
            Map.entry("PanelIssuer", "https://panel.example.gr"),
            Map.entry("AgentIssuer", "https://agents.example.gr"),
            Map.entry("AllowedOrigins", "https://panel.example.gr"),
            Map.entry("BillingConnector", "whmcs"),
            Map.entry("DnsConnector", "powerdns"),
            Map.entry("RegistrarConnector", "epp"),
            Map.entry("HostingConnector", "plesk"),
            Map.entry("MailConnector", "smtp"),
            Map.entry("BankAccountHolder", "Hoster Example A.E."),
            Map.entry("BankAccountIban", "GR1601101250000000012300695"));

    private static Map<String, String> with(String... namesAndValues) {
        var parameters = new HashMap<>(PRODUCTION);
        for (int index = 0; index < namesAndValues.length; index += 2) {
            parameters.put(namesAndValues[index], namesAndValues[index + 1]);
        }
        return parameters;
    }

    private static Deployment deployed(Map<String, String> parameters) {
        return Template.read(ProjectFiles.root().resolve("template.yaml"))
                .deploy(new Place(
                        "eu-central-1",
                        parameters,
                        Map.of("Key", "1234", "DestinationKey", "5678", "SigningKey", "9012")));
    }

    private static Map<String, String> trial(Deployment deployment) {
        return deployment.functions().stream()
                .filter(function -> function.environment().containsKey("DNS_CONNECTOR"))
                .collect(Collectors.toMap(
                        Function::id, function -> function.environment().getOrDefault("TRIAL", "not set")));
    }

    private static List<String> tables(Deployment deployment) {
        return deployment.tables().stream()
                .map(table -> table.name().replaceFirst(".*-", ""))
                .toList();
    }

    @Test
    void onlyATrialHasASimulatedBackOffice() {
        var deployment = deployed(PRODUCTION);

        assertThat(trial(deployment)).isEqualTo(Map.of("ActionFunction", "false", "RecoveryFunction", "false"));
        assertThat(tables(deployment)).hasSize(1).noneMatch(name -> name.contains("BackOffice"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BillingConnector",
                "DnsConnector",
                "RegistrarConnector",
                "HostingConnector",
                "MailConnector",
                "DelegationConnector"
            })
    void onlyATrialMaySimulate(String connector) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> deployed(with(connector, "simulated")))
                .withMessage("The rules of template.yaml refuse the parameters: " + connector
                        + " must not be simulated unless Trial is true.");
        assertThat(trial(deployed(with(connector, "simulated", "Trial", "true"))))
                .isEqualTo(Map.of("ActionFunction", "true", "RecoveryFunction", "true"));
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> deployed(with("DnsConnector", "simulated", "MailConnector", "simulated")))
                .withMessageContainingAll("DnsConnector must not", "MailConnector must not");
    }

    /** Without a connector there is none, not the simulated one. */
    @ParameterizedTest
    @ValueSource(
            strings = {"BillingConnector", "DnsConnector", "RegistrarConnector", "HostingConnector", "MailConnector"})
    void aConnectorMustBeNamed(String connector) {
        var without = with();
        without.remove(connector);

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> deployed(without))
                .withMessageContaining(
                        "the parameter " + connector + " has neither a default nor a value for the local stack");
    }

    @ParameterizedTest
    @CsvSource({
        "AgentIssuer, https://panel.example.gr, PanelIssuer and AgentIssuer must differ.",
        "AgentAudience, support-pin-panel, PanelAudience and AgentAudience must differ.",
        "MailConnector, ses, SesIdentityArn must name an identity if MailConnector is ses."
    })
    void theOtherRulesHoldToo(String parameter, String value, String sentence) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> deployed(with(parameter, value)))
                .withMessage("The rules of template.yaml refuse the parameters: " + sentence);
    }
}
