package org.supportpin.backoffice.hosting.plesk;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.testing.StubServer;
import org.supportpin.backoffice.testing.StubServer.Asked;
import org.supportpin.backoffice.testing.StubServer.Behaviour;
import org.supportpin.connectorcheck.Command;
import org.supportpin.connectorcheck.ReadsOnly;

/** The connector check against the strict Plesk, which also answers {@code GET /api/v2/server} here. */
class PleskCheckTest {

    private static final Timeouts CALM = new Timeouts(Timeouts.USUAL.whole(), Timeouts.USUAL.whole());

    private final PleskDouble plesk = PleskHostingTest.plesk();
    private final StubServer server = StubServer.start().does(this::answer);
    private String about = "{\"platform\":\"Unix\",\"hostname\":\"h\",\"panel_version\":\"18.0.60\"}";

    @TempDir
    private Path folder;

    private Command command;

    @BeforeEach
    void prepare() {
        command = new Command(folder);
        plesk.dns.zones.put("170", "papadopoulou.gr");
        plesk.dns.hold("170", "NS", "papadopoulou.gr.", "ns1.hoster.example.", "");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Behaviour answer(Asked request) {
        if (!request.method().equals("GET") || !request.path().equals("/api/v2/server")) {
            return plesk.apply(request);
        }
        return request.header("X-api-key").equals(PleskDouble.KEY)
                ? Behaviour.says(200, about)
                : Behaviour.says(401, "{\"code\":401,\"message\":\"Authentication is required\"}");
    }

    private String settings() {
        return settings(server.endpoint().base().toString());
    }

    private static String settings(String url) {
        return "{\"url\": \"%s\", \"network\": \"loopback\", \"secretKey\": \"ssm:/support-pin/key\"}".formatted(url);
    }

    @Test
    void allIsWell() {
        command.run("plesk", settings(), "-Dpackage=170", "-Ddomain=papadopoulou.gr", "-Dcustomer=1001")
                .fits()
                .says(
                        "Connector plesk for hosting.",
                        "Connector plesk for dns.",
                        "It accepts the key, and is Plesk 18.0.60 on Unix.",
                        "PHP handlers are enabled, with the versions 7.4, 8.2, 8.3, 8.4.",
                        "Fail2Ban lists",
                        "The package was found. It runs PHP 8.3",
                        "it has 2 mailboxes and 2 domains",
                        "The domain was found. It is served, with 1 record sets: {NS=1}.",
                        "The domain belongs to the customer given.")
                .doesNotSay("Παπαδοπούλου", "maria", "195.251", "papadopoulou.gr");
    }

    @Test
    void onlyOneInterface() {
        command.run("plesk", settings(), "-Dinterface=dns")
                .fits()
                .says("Connector plesk for dns.")
                .doesNotSay("for hosting");
    }

    @Test
    void theKeyIsWrong() {
        command.withSecret("wrong")
                .run("plesk", settings())
                .doesNotFit("Plesk rejected the key.", "plesk bin secret_key", "11003");
    }

    @Test
    void nothingListens() {
        command.run("plesk", settings(StubServer.nowhere().base().toString()))
                .doesNotFit("The system was not reached: no connection.");
    }

    @Test
    void theSettingsAreWrong() {
        command.run("plesk", "{\"url\": \"http://plesk.example.gr:8443\", \"secretKey\": \"canary\"}")
                .doesNotFit(
                        "HOSTING_SETTINGS/url is wrong: ",
                        "HOSTING_SETTINGS/secretKey is wrong: ",
                        "DNS_SETTINGS/url is wrong: ");
    }

    @Test
    void itIsAnotherPlesk() {
        about = "{\"platform\":\"Windows\",\"panel_version\":\"17.8.11\"}";

        command.run("plesk", settings(), "-Dinterface=hosting")
                .doesNotFit("The connector is for Plesk on Linux.", "version 18 and newer");
    }

    @Test
    void theOwnerHasNoExternalId() {
        plesk.externalId = "";

        command.run("plesk", settings(), "-Dinterface=hosting", "-Dpackage=170")
                .doesNotFit("The subscription's customer has no external id", "The package was not found");
    }

    @Test
    void thereIsNoFail2Ban() {
        server.does(request -> request.path().contains("/cli/")
                ? Behaviour.says(200, "{\"code\":1,\"stdout\":\"\",\"stderr\":\"Fail2ban is not installed\"}")
                : answer(request));

        command.run("plesk", settings(), "-Dinterface=hosting")
                .doesNotFit("Fail2ban is not installed", "\"fail2ban\": false");
    }

    @Test
    void itOnlyReadsPackages() {
        var failures = new PleskFailuresTest();
        server.does(failures::well);
        ReadsOnly.verify(
                "plesk",
                server,
                () -> failures.operations(server.endpoint(), _ -> new Secret(Command.SECRET), CALM),
                failures::isChange);
    }

    @Test
    void itOnlyReadsZones() {
        var failures = new PleskZonesFailuresTest();
        server.does(failures::well);
        ReadsOnly.verify(
                "plesk",
                server,
                () -> failures.operations(server.endpoint(), _ -> new Secret(Command.SECRET), CALM),
                failures::isChange);
    }
}
