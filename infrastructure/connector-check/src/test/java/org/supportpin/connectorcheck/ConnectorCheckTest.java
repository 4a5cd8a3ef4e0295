package org.supportpin.connectorcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.http.Content;
import org.supportpin.backoffice.http.Watch.Request;
import org.supportpin.backoffice.testing.StubServer;
import org.supportpin.backoffice.testing.StubServer.Behaviour;

/** Options, secrets, and what passes the watch. */
class ConnectorCheckTest {

    private static final String VARIABLE = "CONNECTOR_SECRET_SUPPORT_PIN_KEY";

    private final StubServer server = StubServer.start()
            .does(request -> request.header("X-api-key").equals(Command.SECRET)
                    ? request.path().contains("/zones/")
                            ? Behaviour.says(404, "{\"error\":\"Not Found\"}")
                            : Behaviour.says(200, "{\"daemon_type\":\"authoritative\",\"version\":\"4.9\"}")
                    : Behaviour.says(401, ""));

    @TempDir
    private Path folder;

    private Command command;

    @BeforeEach
    void prepare() {
        command = new Command(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String settingsFile() throws Exception {
        return Files.writeString(
                        folder.resolve("settings.json"),
                        "{\"url\": \"%s\", \"network\": \"loopback\", \"apiKey\": \"ssm:/support-pin/key\"}"
                                .formatted(server.endpoint().base()))
                .toString();
    }

    /** Maven passes every option, the empty ones too. */
    @Test
    void theCommandThatIsDocumentedRuns() throws Exception {
        var options = Arrays.stream(Pages.command("powerdns").split(" ", -1))
                .filter(word -> word.startsWith("-D"))
                .map(word -> word.replaceFirst("^-D", "--"))
                .map(word -> word.startsWith("--settings=") ? "--settings=" + settings() : word)
                .filter(word -> !word.startsWith("--domain="))
                .toList();
        var all = new java.util.ArrayList<>(options);
        for (var option : Arguments.Option.values()) {
            if (options.stream().noneMatch(each -> each.startsWith("--" + option.text() + "="))) {
                all.add("--" + option.text() + "=");
            }
        }
        all.removeIf(each -> each.startsWith("--customer="));

        command.run(all, Map.of(VARIABLE, Command.SECRET)).fits().says("It accepts the API key");
    }

    private String settings() {
        try {
            return settingsFile();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aMissingSecretIsNamed() throws Exception {
        command.run(List.of("--connector=powerdns", "--settings=" + settingsFile()), Map.of())
                .doesNotFit("The secret ssm:/support-pin/key is not given", "set the variable " + VARIABLE);
        command.run(
                        List.of("--connector=powerdns", "--settings=" + settingsFile(), "--secrets=" + folder),
                        Map.of(VARIABLE, Command.SECRET))
                .doesNotFit("put it into the file support-pin/key in that folder");
        assertThat(server.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--connector=powerdns                                   | Give -Dconnector and -Dsettings.",
                "--connector=powerdns --settings=/nowhere/at/all        | -Dsettings is not a file",
                "--connector=simulated --settings=x                     | -Dconnector is not the name of a connector that can be checked",
                "--connector=canary2 --settings=x                       | -Dconnector is not the name",
                "--connector=powerdns --settings=x --interface=billing  | -Dinterface is not one that this connector serves",
                "--connector=powerdns --settings=x --customer=Ελένη     | -Dcustomer is wrong: Enter the customer ID as shown in the panel",
                "--connector=powerdns --settings=x --password=secret    | An argument is not one of the options",
            })
    void theOptionsAreWrong(String options, String fault) {
        var printed = command.run(List.of(options.split(" +", -1)), Map.of());

        assertThat(printed.exit()).isEqualTo(ConnectorCheck.USAGE);
        assertThat(printed.text()).contains(fault, "mvn -Pconnector-check").doesNotContain("secret ", "canary2");
    }

    /** Its message is not told: a secret may be in it. */
    @Test
    void aFaultOfTheCheckIsAProblemAndNoStackTrace() throws Exception {
        var settings = Files.writeString(folder.resolve("ses.json"), "{\"from\": \"support@hoster.gr\"}");
        var bytes = new ByteArrayOutputStream();
        var outside = new Outside(
                Map.of(),
                Clock.systemUTC(),
                () -> {
                    throw new IllegalStateException("canary");
                },
                null);

        var exit = new ConnectorCheck(outside, new PrintStream(bytes, true, StandardCharsets.UTF_8))
                .run(List.of("--connector=ses", "--settings=" + settings));

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .containsPattern("PROBLEM  Looking at mail broke off: IllegalStateException at \\w+\\.java:[0-9]+\\.")
                .contains("It does not fit yet: 1 problem.")
                .doesNotContain("canary");
        assertThat(exit).isEqualTo(ConnectorCheck.DOES_NOT_FIT);
    }

    @Test
    void everyConnectorHasAListOfReadingRequests() {
        assertThat(Pages.connectors())
                .filteredOn(name -> !List.of("smtp", "ses").contains(name))
                .allSatisfy(name -> {
                    var get = new Request("GET", "/", Content.EMPTY);
                    var hello = new Request(
                            "POST", "", Content.of("<epp xmlns=\"urn:ietf:params:xml:ns:epp-1.0\"><hello/></epp>"));
                    var zone = new Request("POST", "", Content.of("{\"type\":\"dns.zone\"}"));
                    var order = new Request("POST", "/includes/api.php", Content.of("action=GetOrders&id=1"));
                    assertThat(List.of(get, hello, zone, order)).anyMatch(Reading.of(name));
                });
        assertThat(Reading.of("another").test(new Request("GET", "/", Content.EMPTY)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "action=AddOrder",
                "action=GetOrders&action=AddOrder",
                "action=AddOrder&x=1&action=GetOrders",
                "%61ction=AddOrder&action=GetOrders",
                "action=GetOrders&action[]=AddOrder",
                "action=GetOrders&+action=AddOrder",
                "ACTION=GetOrders",
                "action=GetOrders&%zz=1",
                ""
            })
    void aFormOfAnotherActionDoesNotPass(String form) {
        assertThat(Reading.of("whmcs").test(new Request("POST", "/includes/api.php", Content.of(form))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<epp xmlns=\"urn:ietf:params:xml:ns:epp-1.0\"><command><update/><clTRID>abc</clTRID></command></epp>",
                "<epp xmlns=\"urn:ietf:params:xml:ns:epp-1.0\"><command><info/><extension/><clTRID>abc</clTRID></command></epp>",
                "<epp xmlns=\"urn:ietf:params:xml:ns:epp-1.0\"><command><info/><delete/><clTRID>abc</clTRID></command></epp>",
                "<epp xmlns=\"urn:ietf:params:xml:ns:epp-1.0\"><hello/><command><delete/><clTRID>abc</clTRID></command></epp>",
                "<epp xmlns=\"urn:other\"><hello/></epp>",
                "not XML"
            })
    void anotherEppCommandDoesNotPass(String xml) {
        assertThat(Reading.of("epp").test(new Request("POST", "", Content.of(xml))))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/enterprise/control/agent.php | <packet><webspace><get/><del/></webspace></packet>",
                "/enterprise/control/agent.php | <packet><webspace><get/></webspace><dns><add_rec/></dns></packet>",
                "/enterprise/control/agent.php | <packet/>",
                "/api/v2/cli/ip_ban/call       | {\"params\":[\"--banned\",\"--unban\"]}",
                "/api/v2/cli/ip_ban/call       | {\"params\":[\"--unban\"]}",
                "/api/v2/cli/mail/call         | {\"params\":[\"--banned\"]}",
                "/api/v2/server                | {}"
            })
    void anotherOperationOfPleskDoesNotPass(String path, String body) {
        assertThat(Reading.of("plesk").test(new Request("POST", path, Content.of(body))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"type\":\"dns.applyChanges\"}", "{\"type\":\"dns.zone\",\"type\":\"mail.send\"}", "{}", ""})
    void anotherCallOfTheWebhookDoesNotPass(String body) {
        assertThat(Reading.of("webhook").test(new Request("POST", "", Content.of(body))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "PUT", "POST", "DELETE"})
    void anotherMethodDoesNotPass(String method) {
        assertThat(Reading.of("powerdns")
                        .test(new Request(method, "/api/v1/servers/localhost/zones/a.gr.", Content.EMPTY)))
                .isFalse();
    }
}
