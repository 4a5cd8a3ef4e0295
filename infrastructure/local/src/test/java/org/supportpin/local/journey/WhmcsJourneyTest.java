package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.backoffice.billing.whmcs.WhmcsServer;
import org.supportpin.backoffice.testing.StubServer;

/** What an agent sees and does of a verified customer's in a WHMCS whose lists hold everybody's things. */
class WhmcsJourneyTest {

    private static final String KEY = "canary-Whmcs/1";

    @TempDir
    private static Path folder;

    private static final WhmcsServer WHMCS = new WhmcsServer(KEY);
    private static StubServer server;
    private static Service service;
    private static long others;
    private static long othersOrder;

    private AgentSteps agent;
    private CustomerSteps customer;
    private String verification;

    @BeforeAll
    static void start() throws IOException {
        server = StubServer.start().does(WHMCS::answer);
        var connectors = Files.writeString(folder.resolve("connectors.json"), """
                {"parameters": {"BillingConnector": "whmcs",
                                "BillingSettings": {"url": "%s", "network": "loopback", "identifier": "ssm:/support-pin/whmcs",
                                                    "secret": "ssm:/support-pin/whmcs", "paymentMethod": "%s", "addedVat": "24",
                                                    "products": [{"id": "1", "upgrades": ["2"]}, {"id": "2"}]}},
                 "secrets": {"/support-pin/whmcs": "%s"}}
                """.formatted(
                        server.endpoint().base(), WhmcsServer.METHOD, KEY));
        service = Service.in(Files.createDirectory(folder.resolve("data")), connectors);
        WHMCS.ignoreClients();
        WHMCS.addDomain(1001, "papadopoulou.gr");
        WHMCS.addDomain(1002, "allo.gr");
        others = WHMCS.addService(1002, "allo.gr", nextYear());
        othersOrder = WHMCS.addOrder(1002, "allo.gr");
    }

    private static LocalDate nextYear() {
        return LocalDate.ofInstant(service.now(), ZoneOffset.UTC).plusYears(1);
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        server.close();
        assertThat(WHMCS.faults()).isEmpty();
    }

    @BeforeEach
    void newCall() {
        agent = service.agent();
        customer = service.customer("1001").activated();
        verification = agent.verified(customer);
    }

    @Test
    void theAccountHasTheClientsOwnThingsAlone() {
        var own = WHMCS.addService(1001, "papadopoulou.gr", nextYear());
        var order = WHMCS.addOrder(1001, "papadopoulou.gr");

        var account = agent.account(verification).is(200).body();

        assertThat(account.path("missing")).isEmpty();
        assertThat(account.path("name").asText()).isEqualTo("Μαρία Παπαδοπούλου");
        assertThat(account.path("services").findValuesAsText("serviceId"))
                .contains(String.valueOf(own))
                .doesNotContain(String.valueOf(others));
        assertThat(account.path("orders").findValuesAsText("orderId"))
                .contains(String.valueOf(order))
                .doesNotContain(String.valueOf(othersOrder));
        assertThat(account.path("products").findValuesAsText("productId")).containsExactlyInAnyOrder("1", "2");
        assertThat(account.path("upgrades").findValuesAsText("serviceId")).contains(String.valueOf(own));
        assertThat(account.toString()).doesNotContain("allo.gr");
        assertThat(service.log()).doesNotContain(KEY, "Παπαδοπούλου");
    }

    @Test
    void theOtherClientSeesTheirs() {
        var theirs = agent.verified(service.customer("1002").activated());

        var account = agent.account(theirs).is(200).body();

        assertThat(account.path("services").findValuesAsText("serviceId")).containsExactly(String.valueOf(others));
        assertThat(account.path("orders").findValuesAsText("orderId")).containsExactly(String.valueOf(othersOrder));
        assertThat(account.toString()).doesNotContain("papadopoulou.gr");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "order-service | {\"productId\":\"2\",\"billingCycle\":\"annually\"}",
                "renew-service | {\"serviceId\":\"%d\"}",
                "upgrade-service | {\"serviceId\":\"%d\",\"productId\":\"2\"}"
            })
    void whatThePreviewShowsIsWhatIsDone(String action, String template) {
        var parameters = template.formatted(WHMCS.addService(1001, "papadopoulou.gr", nextYear()));
        var before = WHMCS.kept();
        Previews.show(agent, verification, action, parameters);
        assertThat(WHMCS.kept()).isEqualTo(before);

        var done = Previews.showWhatIsDone(agent, customer, verification, action, parameters);

        assertThat(WHMCS.kept()).isNotEqualTo(before);
        assertThat(done.body().at("/result/amountDue/value").asText()).isNotEmpty();
        assertThat(agent.account(verification)
                        .is(200)
                        .body()
                        .path("orders")
                        .findValues("amount")
                        .toString())
                .contains(done.body().at("/result/amountDue/value").asText());
    }

    @Test
    void theDetailsOfAnOrderAreSentAsShown() {
        var order = WHMCS.addOrder(1001, "papadopoulou.gr");

        Previews.showWhatIsDone(
                agent, customer, verification, "send-order-details", "{\"orderId\":\"%d\"}".formatted(order));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "renew-service | {\"serviceId\":\"%d\"}",
                "upgrade-service | {\"serviceId\":\"%d\",\"productId\":\"2\"}",
                "send-order-details | {\"orderId\":\"%d\"}"
            })
    void anotherClientsThingIsLikeOneThatDoesNotExist(String action, String parameters) {
        var before = WHMCS.kept();

        Previews.hide(
                agent,
                verification,
                action,
                parameters.formatted(action.equals("send-order-details") ? othersOrder : others),
                parameters.formatted(77));

        assertThat(WHMCS.kept()).isEqualTo(before);
    }
}
