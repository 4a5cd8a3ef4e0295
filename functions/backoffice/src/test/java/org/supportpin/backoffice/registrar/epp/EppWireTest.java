package org.supportpin.backoffice.registrar.epp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.http.Content;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.backoffice.testing.StubServer;
import org.supportpin.backoffice.testing.StubServer.Asked;
import org.supportpin.backoffice.testing.StubServer.Behaviour;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.registrar.PersonName;
import org.supportpin.domain.testing.MutableClock;

/** The commands as sent, and the strictness of the tests' registry. */
class EppWireTest {

    private static final ActionId ID = new ActionId("AAAAAAAAAAAAAAAAAAAAAAAA");
    private static final Timeouts CALM = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10));

    private final EppServer registry = new EppServer("password");
    private final StubServer server = StubServer.start().does(registry::answer);

    @AfterEach
    void stop() {
        server.close();
    }

    private EppRegistrar registrar(String contentType) {
        var settings = Epp.settings(server.endpoint(), new SecretReference("/support-pin/epp"), contentType);
        return new EppRegistrar(settings, _ -> new Secret("password"), new MutableClock(Epp.NOW), CALM);
    }

    private List<String> sent(String element) {
        return server.asked().stream()
                .map(Asked::text)
                .filter(text -> text.contains("<" + element))
                .toList();
    }

    @Test
    void whatIsSaidHasTheTypeThatTheSettingsName() {
        server.does(_ -> Behaviour.says(415, ""));
        var _ = registrar("application/epp+xml").setNameservers(ID, Epp.CHANGE);

        assertThat(server.asked())
                .singleElement()
                .satisfies(asked -> assertThat(asked.header("Content-type")).isEqualTo("application/epp+xml"));
    }

    /** The registry handles a session's commands one at a time, and a function never opens a second session. */
    @Test
    void commandsGoOneAfterTheOther() throws ExecutionException, InterruptedException {
        registry.latency = Duration.ofMillis(10);
        var registrar = registrar(Epp.CONTENT_TYPE);
        var readings = Stream.generate(() -> new FutureTask<>(() -> registrar.domain(Epp.NAME)))
                .limit(4)
                .toList();
        readings.forEach(reading -> Thread.ofVirtual().start(reading));
        for (var reading : readings) {
            assertThat(reading.get()).isPresent();
        }

        assertThat(registry.mostAtATime).hasValue(1);
        assertThat(registry.commands).containsOnlyOnce("login");
    }

    /** Security.md, row 18. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "</contact:name></contact:postalInfo>|&lt;/contact:name&gt;&lt;/contact:postalInfo&gt;",
                "a]]>b|a]]&gt;b",
                "&x;&#10;|&amp;x;&amp;#10;",
                "'a' \"b\" <!-- c|'a' \"b\" &lt;!-- c",
                "a&b=c%0d%0a;d|a&amp;b=c%0d%0a;d"
            })
    void hostileTextStaysOneValue(String name, String onTheWire) {
        assertThat(registrar(Epp.CONTENT_TYPE).setAdministrator(ID, Epp.administrator(name)))
                .isInstanceOf(CallOutcome.Done.class);

        assertThat(sent("contact:create"))
                .singleElement()
                .satisfies(text -> assertThat(text.split(
                                "<contact:name>" + java.util.regex.Pattern.quote(onTheWire) + "</contact:name>", -1))
                        .as("the name once, in its local form")
                        .hasSize(2));
    }

    /** Control characters, line breaks and NUL never reach a connector. */
    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "a\u0000b", "a\u0008b", "a\u202eb"})
    void whatCannotBeOneValueIsNoName(String name) {
        assertThat(PersonName.parse(name)).isInstanceOf(Checked.Faulty.class);
    }

    @Test
    void aNameGoesInUnicode() {
        registrar(Epp.CONTENT_TYPE).domain(Epp.NAME);

        assertThat(sent("domain:info"))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("<domain:name>παπαδοπούλου.gr</domain:name>"));
    }

    private String said(String inside, String cookie) {
        var body = "<epp xmlns=\"" + Eppns.EPP + "\">" + inside + "</epp>";
        var headers = Map.of("Content-type", List.of(Epp.CONTENT_TYPE), "Cookie", List.of(cookie));
        var answer = (Behaviour.Says) registry.answer(new Asked("POST", "/", headers, Content.of(body)));
        return new String(answer.body().bytes(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String command(String inside) {
        return "<command>" + inside + "<clTRID>abc-1</clTRID></command>";
    }

    private static String info(String namespace, String inside) {
        return command("<info><domain:info xmlns:domain=\"" + namespace + "\">" + inside + "</domain:info></info>");
    }

    private static String login(String password) {
        return command("<login><clID>registrar</clID><pw>" + password
                + "</pw><options><version>1.0</version><lang>en</lang></options><svcs><objURI>" + Eppns.CONTACT
                + "</objURI><objURI>" + Eppns.DOMAIN + "</objURI><objURI>" + Eppns.HOST + "</objURI></svcs></login>");
    }

    /** RFC 5730 §2.9.1: a session begins with a greeting and a login, and ends with a logout. */
    @Test
    void theRegistryOfTheTestsTakesASessionByTheLetter() {
        var cookie = "JSESSIONID=s1";
        var info = info(Eppns.DOMAIN, "<domain:name>" + EppServer.NAME + "</domain:name>");
        assertThat(said("<hello/>", "")).contains("<greeting>");
        assertThat(said(info, cookie)).contains("code=\"2002\"");
        assertThat(said(login("wrong"), cookie)).contains("code=\"2200\"");
        assertThat(said(login("password"), cookie)).contains("code=\"1000\"", "<clTRID>abc-1</clTRID>");
        assertThat(said(info, cookie)).contains("code=\"1000\"");
        assertThat(said(info("urn:another", "<domain:name>x.gr</domain:name>"), cookie))
                .contains("code=\"2001\"");
        assertThat(said(info(Eppns.DOMAIN, "<domain:roid>1</domain:roid>"), cookie))
                .contains("code=\"2001\"");
        assertThat(said(info.replace("<clTRID>abc-1</clTRID>", ""), cookie)).contains("code=\"2001\"");
        assertThat(said(command("<logout/>"), cookie)).contains("code=\"1500\"");
        assertThat(said(info, cookie)).contains("code=\"2002\"");
    }
}
