package org.supportpin.backoffice.registrar.epp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.backoffice.testing.FailuresContract.Operations;
import org.supportpin.backoffice.testing.StubServer;
import org.supportpin.backoffice.testing.StubServer.Behaviour;
import org.supportpin.connectorcheck.Command;
import org.supportpin.connectorcheck.ReadsOnly;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.registrar.ContactId;

/** The connector check against the strict registry. */
class EppCheckTest {

    private static final ActionId ID = new ActionId("AAAAAAAAAAAAAAAAAAAAAAAA");

    private final EppServer registry = new EppServer(Command.SECRET);
    private final StubServer server = StubServer.start().does(registry::answer);

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

    private String settings() {
        return settings(server.endpoint().base().toString());
    }

    private static String settings(String url) {
        return """
                {"url": "%s", "network": "loopback", "client": "registrar", "password": "ssm:/support-pin/key", "contactPrefix": "reg_",
                 "customerContacts": "reg_c([0-9]+)", "contactAddress":
                 {"street": "Οδός 1", "city": "Αθήνα", "region": "Αττική", "postalCode": "10431", "country": "GR"}}
                """.formatted(url);
    }

    @Test
    void allIsWell() {
        registry.offered = List.of(Eppns.EXT_DOMAIN);

        command.run("epp", settings(), "-Ddomain=" + EppServer.NAME, "-Dcontact=reg_c1001", "-Dcustomer=1001")
                .fits()
                .says(
                        "Its greeting says: “.gr and .ελ ccTLD EPP Service”.",
                        "It offers the extensions " + Eppns.EXT_DOMAIN + ".",
                        "The login succeeded (1000).",
                        "The domain's info is there (1000); its statuses are ok.",
                        "The domain was found. It is active, with 2 nameservers and 1 administrators",
                        "The domain belongs to the customer given.")
                .doesNotSay("Παπαδοπούλου", "maria@", "6912345678");
    }

    @Test
    void nothingGivenStillLogsIn() {
        command.run("epp", settings())
                .fits()
                .says("The login succeeded (1000).", "It answers 2303 for a domain that is not there.");
    }

    @Test
    void theGreetingLacksWhatIsNeeded() {
        server.does(request -> request.text().contains("<hello")
                ? Behaviour.says(
                        200,
                        "<epp xmlns=\"%s\"><greeting><svID>x</svID><svcMenu><objURI>%s</objURI></svcMenu></greeting></epp>"
                                .formatted(Eppns.EPP, Eppns.DOMAIN))
                : registry.answer(request));

        command.run("epp", settings()).doesNotFit("It does not serve " + Eppns.CONTACT + ", " + Eppns.HOST + ".");
    }

    @Test
    void thePasswordIsWrong() {
        command.withSecret("wrong")
                .run("epp", settings())
                .doesNotFit("The login failed with 2200", "Check client (the clID) and the password.");
    }

    @Test
    void nothingListens() {
        command.run("epp", settings(StubServer.nowhere().base().toString()))
                .doesNotFit("The system was not reached: no connection.");
    }

    @Test
    void theSettingsAreWrong() {
        command.run("epp", "{\"url\": \"https://regepp.example.gr/epp\", \"client\": \"registrar\"}")
                .doesNotFit("REGISTRAR_SETTINGS/password is wrong: ", "REGISTRAR_SETTINGS/contactPrefix is wrong: ");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void theMediaTypeIsWrong() {
        command.run("epp", settings().replace("\"client\"", "\"contentType\": \"text/xml\", \"client\""))
                .doesNotFit("It answered with HTTP status 415.", "contentType");
    }

    @Test
    void ownersAreNoCustomers() {
        command.run("epp", settings().replace("reg_c([0-9]+)", "reg_x([0-9]+)"), "-Ddomain=" + EppServer.NAME)
                .doesNotFit(
                        "The owner's contact r•••••••1 does not match customerContacts", "The domain was not found");
    }

    @Test
    void itOnlyReads() {
        ReadsOnly.verify(
                "epp",
                server,
                () -> {
                    var registrar = new EppRegistrar(
                            Epp.settings(server.endpoint(), new SecretReference("/support-pin/key"), Epp.CONTENT_TYPE),
                            _ -> new Secret(Command.SECRET),
                            Clock.fixed(Epp.NOW, ZoneOffset.UTC),
                            new Timeouts(Timeouts.USUAL.whole(), Timeouts.USUAL.whole()));
                    return new Operations(
                            Map.of(
                                    "domain", () -> registrar.domain(Epp.NAME),
                                    "contact", () -> registrar.contact(new ContactId("reg_c1001"))),
                            Map.of(
                                    "setNameservers", () -> registrar.setNameservers(ID, Epp.CHANGE),
                                    "recall", () -> registrar.recall(ID, Epp.RECALL),
                                    "setAdministrator",
                                            () -> registrar.setAdministrator(ID, Epp.administrator("Νίκος"))));
                },
                request -> Stream.of("update", "delete", "create", "renew", "transfer")
                        .anyMatch(verb -> request.text().contains("<" + verb)));
        assertThat(registry.commands).isNotEmpty().allMatch(each -> each.equals("login") || each.endsWith(":info"));
    }
}
