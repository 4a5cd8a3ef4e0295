package org.supportpin.backoffice.dns.powerdns;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.testing.StubServer;
import org.supportpin.backoffice.testing.StubServer.Behaviour;
import org.supportpin.connectorcheck.Command;
import org.supportpin.connectorcheck.ReadsOnly;
import org.supportpin.domain.dns.RecordSet;
import org.supportpin.domain.dns.RecordType;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.testing.PowerDnsServer;

/** The connector check against the real PowerDNS. */
class PowerDnsCheckTest {

    private static final String ZONES = "/api/v1/servers/localhost/zones/";

    @TempDir
    private static Path data;

    private static PowerDnsServer powerDns;

    @TempDir
    private Path folder;

    private Command command;

    @BeforeAll
    static void start() {
        powerDns = PowerDnsServer.start(data);
        for (var name : List.of("fits.gr", "secondary.gr", "nobodys.gr", "raw.gr", "ahead.gr")) {
            powerDns.serve(
                    name,
                    name.equals("nobodys.gr") ? "" : "1001",
                    List.of(new RecordSet(
                            new DnsName(name),
                            RecordType.inZone("SOA"),
                            3600,
                            List.of("ns1.hoster.gr. admin.hoster.gr. %s 3600 600 604800 60"
                                    .formatted(name.equals("ahead.gr") ? "4000000000" : "1")))));
        }
        powerDns.ask("PUT", ZONES + "secondary.gr.", "{\"kind\":\"Slave\",\"masters\":[\"192.0.2.1\"]}");
        powerDns.ask("PUT", ZONES + "raw.gr.", "{\"kind\":\"Master\",\"soa_edit_api\":\"\"}");
        powerDns.ask("PUT", ZONES + "ahead.gr.", "{\"kind\":\"Master\",\"soa_edit_api\":\"EPOCH\"}");
    }

    @AfterAll
    static void stop() {
        if (powerDns != null) {
            powerDns.close();
        }
    }

    @BeforeEach
    void prepare() {
        command = new Command(folder);
    }

    private static String settings() {
        return settings(powerDns.api().toString());
    }

    private static String settings(String url) {
        return "{\"url\": \"%s\", \"network\": \"loopback\", \"apiKey\": \"ssm:/support-pin/key\"}".formatted(url);
    }

    @Test
    void allIsWell() {
        command.run("powerdns", settings(), "-Ddomain=fits.gr", "-Dcustomer=1001")
                .fits()
                .says(
                        "It accepts the API key, and is a PowerDNS Authoritative Server 4.",
                        "The zone is of kind Native.",
                        "The server raises the serial at each change (soa_edit_api DEFAULT).",
                        "The domain was found. It is served, with 1 record sets: {SOA=1}.",
                        "The domain belongs to the customer given.");
    }

    @Test
    void nothingGivenStillLogsIn() {
        command.run("powerdns", settings()).fits().says("It accepts the API key", "-Ddomain=…");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "secondary.gr | The zone is of kind Slave     | Native or Master",
                "nobodys.gr   | The zone's account is empty   | pdnsutil set-account",
                "ahead.gr     | the serial is ahead           | SOA-EDIT-API DEFAULT",
                "not-there.gr | The domain was not found      | is it in this system"
            })
    void theZoneDoesNotFit(String zone, String problem, String advice) {
        command.run("powerdns", settings(), "-Ddomain=" + zone).doesNotFit(problem, advice);
    }

    @Test
    void theServerDoesNotRaiseTheSerial() {
        command.run("powerdns", settings(), "-Ddomain=raw.gr")
                .says("note     soa_edit_api is empty", "pdnsutil set-meta ZONE SOA-EDIT-API DEFAULT");
    }

    @Test
    void theKeyIsWrong() {
        command.withSecret("wrong").run("powerdns", settings()).doesNotFit("PowerDNS rejected the API key.");
    }

    @Test
    void theServersIdIsWrong() {
        command.run("powerdns", settings().replace("\"apiKey\"", "\"server\": \"other\", \"apiKey\""))
                .doesNotFit("There is no server “other” at this address.");
    }

    @Test
    void nothingListens() {
        command.run("powerdns", settings(StubServer.nowhere().base().toString()))
                .doesNotFit("The system was not reached: no connection.");
    }

    @Test
    void theSettingsAreWrong() {
        command.run("powerdns", "{\"url\": \"https://ns.example.gr/\", \"apiKey\": \"canary\", \"x\": 1}")
                .doesNotFit(
                        "DNS_SETTINGS/url is wrong: ", "DNS_SETTINGS/apiKey is wrong: ", "DNS_SETTINGS/x is wrong: ");
    }

    @Test
    void itIsInAnotherNetwork() {
        command.run(
                        "powerdns",
                        settings().replace("\"loopback\"", "\"private\"").replace("http:", "https:"))
                .doesNotFit("the host is not in the configured network", "Set \"network\"");
    }

    @Test
    void itOnlyReads() {
        var failures = new PowerDnsFailuresTest();
        try (var server = StubServer.start()) {
            server.does(failures::well);
            ReadsOnly.verify(
                    "powerdns",
                    server,
                    () -> failures.operations(
                            server.endpoint(),
                            _ -> new Secret(Command.SECRET),
                            new Timeouts(Timeouts.USUAL.whole(), Timeouts.USUAL.whole())),
                    request -> !request.method().equals("GET"));
        }
    }

    @Test
    void itIsARecursor() {
        try (var server = StubServer.start()) {
            server.does(request -> request.path().contains("/zones/")
                    ? Behaviour.says(404, "{}")
                    : Behaviour.says(200, "{\"daemon_type\":\"recursor\",\"version\":\"5.1\"}"));
            command.run("powerdns", settings(server.endpoint().base().toString()))
                    .doesNotFit("This is no Authoritative Server");
        }
    }
}
