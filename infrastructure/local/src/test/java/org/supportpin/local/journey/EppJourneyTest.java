package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.backoffice.billing.whmcs.WhmcsServer;
import org.supportpin.backoffice.registrar.epp.EppServer;
import org.supportpin.backoffice.testing.StubServer;
import org.supportpin.domain.name.DomainName;

/** A registry that lists nobody's domains, with a WHMCS that says which are paid for: what an agent sees and does there. */
class EppJourneyTest {

    private static final String KEY = "canary-Epp/1";
    private static final String NAME =
            DomainName.parse(EppServer.NAME).orThrow().ascii();

    @TempDir
    private static Path folder;

    private static StubServer registryServer;
    private static StubServer billingServer;
    private static Service service;

    private final EppServer registry = new EppServer(KEY);
    private final WhmcsServer whmcs = new WhmcsServer(KEY);
    private AgentSteps agent;
    private CustomerSteps customer;
    private String verification;

    @BeforeAll
    static void start() throws IOException {
        registryServer = StubServer.start();
        billingServer = StubServer.start();
        var connectors = Files.writeString(folder.resolve("connectors.json"), """
                {"parameters": {"RegistrarConnector": "epp",
                                "RegistrarSettings": {"url": "%s", "network": "loopback", "client": "registrar",
                                                      "password": "ssm:/support-pin/epp", "contactPrefix": "reg_",
                                                      "customerContacts": "reg_c([0-9]+)",
                                                      "contactAddress": {"street": "Οδός 1", "city": "Αθήνα", "region": "Αττική",
                                                                         "postalCode": "10431", "country": "GR"}},
                                "BillingConnector": "whmcs",
                                "BillingSettings": {"url": "%s", "network": "loopback", "identifier": "ssm:/support-pin/epp",
                                                    "secret": "ssm:/support-pin/epp", "paymentMethod": "%s", "addedVat": "24",
                                                    "products": [{"id": "1"}]}},
                 "secrets": {"/support-pin/epp": "%s"}}
                """.formatted(
                registryServer.endpoint().base(), billingServer.endpoint().base(), WhmcsServer.METHOD, KEY));
        service = Service.in(Files.createDirectory(folder.resolve("data")), connectors);
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        registryServer.close();
        billingServer.close();
    }

    /** The registry has forgotten its sessions, and what was done before. */
    @BeforeEach
    void newCall() {
        registry.registeredAt(service.now().minus(Duration.ofDays(2)));
        registryServer.does(registry::answer);
        billingServer.does(whmcs::answer);
        whmcs.ignoreClients();
        whmcs.addDomain(1001, NAME);
        whmcs.addDomain(1002, "allo.gr");
        agent = service.agent();
        customer = service.customer("1001").activated();
        verification = agent.verified(customer);
    }

    @AfterEach
    void billingWasAskedForNothingElse() {
        assertThat(whmcs.faults()).isEmpty();
    }

    @Test
    void theAccountHasTheDomainThatIsPaidForAsTheRegistryKnowsIt() {
        var account = agent.account(verification).is(200).body();

        // A registry lists nobody: those of the domains are known.
        assertThat(account.path("missing")).singleElement().satisfies(missing -> {
            assertThat(missing.path("part").asText()).isEqualTo("contacts");
            assertThat(missing.path("reason").asText()).isEqualTo("not-listed");
        });
        assertThat(account.path("contacts"))
                .singleElement()
                .satisfies(contact -> assertThat(contact.path("name").asText()).contains("Παπαδοπούλου"));
        assertThat(registered(account)).singleElement().satisfies(own -> {
            assertThat(own.path("name").asText()).isEqualTo(NAME);
            assertThat(own.path("unicodeName").asText()).isEqualTo(EppServer.NAME);
            assertThat(own.path("isOwner").asBoolean()).isTrue();
            assertThat(own.path("isAdministrator").asBoolean()).isTrue();
            assertThat(own.path("signed").asBoolean(true)).isFalse();
            assertThat(own.path("nameservers").toString()).contains("ns1.hoster.gr", "ns2.hoster.gr");
            assertThat(own.path("expires").asText())
                    .startsWith(String.valueOf(service.now()
                                    .minus(Duration.ofDays(2))
                                    .atOffset(ZoneOffset.UTC)
                                    .getYear()
                            + 2));
        });
        assertThat(service.log()).doesNotContain(KEY, "Παπαδοπούλου", EppServer.NAME);
    }

    /** Without the domains that are known from their zones alone. */
    private static List<JsonNode> registered(JsonNode account) {
        return account.path("domains")
                .valueStream()
                .filter(each -> !each.path("status").isNull())
                .toList();
    }

    @Test
    void undoneNameserversAreAtTheRegistryAgain() {
        var before = registered(agent.account(verification).is(200).body());
        var done = agent.act(
                        verification,
                        "change-nameservers",
                        "{\"domain\":\"%s\",\"nameservers\":[{\"host\":\"ns8.example.com\"},{\"host\":\"ns9.example.com\"}]}"
                                .formatted(NAME))
                .is(201);
        assertThat(registered(agent.account(verification).is(200).body()).toString())
                .contains("ns8.example.com");

        customer.undo(done.text("actionId")).is(201);

        assertThat(registered(agent.account(verification).is(200).body())).isEqualTo(before);
    }

    /** Billing may be wrong; the registry decides. */
    @Test
    void aDomainThatAnotherPaysForIsStillItsOwners() {
        whmcs.addDomain(1002, NAME);
        var other = agent.verified(service.customer("1002").activated());

        var account = agent.account(other).is(200).body();

        assertThat(registered(account)).isEmpty();
        assertThat(account.toString()).doesNotContain(NAME, "reg_c1001");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "change-nameservers | ,\"nameservers\":[{\"host\":\"ns8.example.com\"},{\"host\":\"ns9.example.com\"}]",
                "change-domain-administrator | ,\"administrator\":{\"name\":\"Νίκος Δημητρίου\",\"email\":\"nikos.d@example.gr\",\"phone\":\"+302101234567\"}",
                "recall-gr-domain | ``"
            })
    void whatThePreviewShowsIsWhatIsDone(String action, String more) {
        var parameters = "{\"domain\":\"%s\"%s}";
        var before = registry.kept();
        Previews.show(agent, verification, action, parameters.formatted(NAME, more));
        assertThat(registry.kept()).isEqualTo(before);

        Previews.showWhatIsDone(agent, customer, verification, action, parameters.formatted(NAME, more));

        assertThat(registry.kept()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "change-nameservers | ,\"nameservers\":[{\"host\":\"ns8.example.com\"},{\"host\":\"ns9.example.com\"}]",
                "change-domain-administrator | ,\"administrator\":{\"name\":\"Νίκος Δημητρίου\",\"email\":\"nikos.d@example.gr\",\"phone\":\"+302101234567\"}",
                "recall-gr-domain | ``"
            })
    void anotherCustomersDomainIsLikeOneThatDoesNotExist(String action, String more) {
        var before = registry.kept();
        var other = agent.verified(service.customer("1002").activated());
        var parameters = "{\"domain\":\"%s\"%s}";

        Previews.hide(agent, other, action, parameters.formatted(NAME, more), parameters.formatted("niemand.gr", more));

        assertThat(registry.kept()).isEqualTo(before);
    }
}
