package org.supportpin.backoffice.billing.whmcs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.testing.StubServer;
import org.supportpin.backoffice.testing.StubServer.Behaviour;
import org.supportpin.connectorcheck.Command;
import org.supportpin.connectorcheck.ReadsOnly;

/** The connector check against the strict WHMCS. */
class WhmcsCheckTest {

    private final WhmcsServer whmcs = Whmcs.fill(new WhmcsServer(Command.SECRET));
    private final StubServer server = StubServer.start().does(whmcs::answer);

    @TempDir
    private Path folder;

    private Command command;

    @BeforeEach
    void prepare() {
        command = new Command(folder);
    }

    @AfterEach
    void stop() {
        assertThat(whmcs.faults()).isEmpty();
        server.close();
    }

    private String settings() {
        return settings(server.endpoint().base().toString());
    }

    private static String settings(String url) {
        return """
                {"url": "%s", "network": "loopback", "identifier": "ssm:/support-pin/key", "secret": "ssm:/support-pin/key",
                 "accessKey": "ssm:/support-pin/key", "paymentMethod": "%s", "addedVat": "24",
                 "products": [{"id": "1", "upgrades": ["2"]}, {"id": "2"}]}
                """.formatted(url, WhmcsServer.METHOD);
    }

    @Test
    void allIsWell() {
        command.run("whmcs", settings(), "-Dproduct=1", "-Dservice=10", "-Dorder=400", "-Dcustomer=1001")
                .fits()
                .says(
                        "The settings are valid.",
                        "WHMCS accepts the credential, and lets it call GetClientsProducts.",
                        "Product 2 of the settings is there.",
                        "The service was found. It is active, paid annually, next due 2027-05-22; its renewal is not invoiced.",
                        "The service belongs to the customer given.",
                        "The order belongs to the customer given.")
                .doesNotSay("Παπαδοπούλου", "@example.gr", "papadopoulou");
    }

    @Test
    void nothingGivenStillTriesEachCall() {
        command.run("whmcs", settings())
                .fits()
                .says("A service that should not exist was not found.", "-Dproduct=… -Dservice=… -Dorder=…");
    }

    @Test
    void theSecretIsWrong() {
        command.withSecret("wrong")
                .run("whmcs", settings())
                .doesNotFit("Authentication Failed", "Check identifier and secret");
    }

    @Test
    void nothingListens() {
        command.run("whmcs", settings(StubServer.nowhere().base().toString()))
                .doesNotFit("The system was not reached: no connection.", "Check host and port");
    }

    @Test
    void theSettingsAreWrong() {
        command.run("whmcs", "{\"url\": \"http://billing.example.gr\", \"paymentMethod\": \"Bank!\"}")
                .doesNotFit(
                        "BILLING_SETTINGS/url is wrong: Use an https URL",
                        "BILLING_SETTINGS/identifier is wrong: ",
                        "BILLING_SETTINGS/paymentMethod is wrong: ",
                        "Nothing was called.");
    }

    @Test
    void theRoleLacksAnAction() {
        server.does(request -> "GetOrders".equals(WhmcsServer.form(request).get("action"))
                ? Behaviour.says(
                        200,
                        "{\"result\":\"error\",\"message\":\"Invalid Permissions: API action \\\"getorders\\\" is not allowed\"}")
                : whmcs.answer(request));

        command.run("whmcs", settings()).doesNotFit("Allow GetOrders in the role of the API credential");
    }

    @Test
    void theCallersAddressIsNotAllowed() {
        server.does(_ -> Behaviour.says(403, "{\"result\":\"error\",\"message\":\"Invalid IP 192.0.2.1\"}"));

        command.run("whmcs", settings()).doesNotFit("Invalid IP 192.0.2.1", "API IP Access Restriction");
    }

    @Test
    void thereIsAnotherSite() {
        server.does(_ -> Behaviour.says(200, "<html></html>"));

        command.run("whmcs", settings())
                .doesNotFit("not in its API's form", "url must be the folder that contains includes/api.php");
    }

    @Test
    void clientsPayInAnotherCurrency() {
        whmcs.currency = "USD";

        command.run("whmcs", settings(), "-Dservice=10")
                .doesNotFit("The client's currency is USD, but the settings say EUR", "The service was not found");
    }

    @Test
    void aProductOfTheSettingsDoesNotExist() {
        whmcs.products.remove(2L);

        command.run("whmcs", settings()).doesNotFit("Product 2 of the settings does not exist.");
    }

    @Test
    void itIsAnotherCustomers() {
        command.run("whmcs", settings(), "-Dservice=12", "-Dcustomer=1001")
                .doesNotFit("The service belongs to customer 1••2, not to the one given.");
    }

    @Test
    void itOnlyReads() {
        var failures = new WhmcsFailuresTest();
        server.does(failures::well);
        ReadsOnly.verify(
                "whmcs",
                server,
                () -> failures.operations(
                        server.endpoint(),
                        _ -> new Secret(Command.SECRET),
                        new Timeouts(Timeouts.USUAL.whole(), Timeouts.USUAL.whole())),
                failures::isChange,
                "quote, an upgrade",
                "findByAction, an upgrade");
    }
}
