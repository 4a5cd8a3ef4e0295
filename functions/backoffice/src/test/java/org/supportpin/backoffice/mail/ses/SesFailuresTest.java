package org.supportpin.backoffice.mail.ses;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.http.Content;
import org.supportpin.backoffice.testing.StubServer;
import org.supportpin.backoffice.testing.StubServer.Behaviour;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.mail.MailId;
import org.supportpin.domain.mail.MailSender.Sent;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** What certainly was not sent is not done, what may have been sent is unknown, and nothing is sent twice. */
class SesFailuresTest {

    private static final MailId ID = new MailId("AAAAAAAAAAAAAAAAAAAAAAAA");
    private static final EmailAddress TO =
            EmailAddress.parse("maria@example.gr").orThrow();
    private static final Mail MAIL = new Mail(TO, "order-details", "subject", "text");
    private static final Duration CALM = Duration.ofSeconds(10);

    private final List<StubServer> servers = new ArrayList<>();
    private final List<SesV2Client> clients = new ArrayList<>();

    @AfterEach
    void stop() {
        clients.forEach(SesV2Client::close);
        servers.forEach(StubServer::close);
    }

    private StubServer server(StubServer server, Behaviour behaviour) {
        servers.add(server);
        return server.does(_ -> behaviour);
    }

    private CallOutcome<Sent> send(URI ses, Duration patience) {
        var client = SesV2Client.builder()
                .httpClient(Apache5HttpClient.create())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .endpointOverride(ses)
                .overrideConfiguration(configuration -> configuration
                        .apiCallTimeout(patience)
                        .retryStrategy(
                                StandardRetryStrategy.builder().maxAttempts(1).build()))
                .build();
        clients.add(client);
        var settings = new SesSettings(EmailAddress.parse("support@hoster.gr").orThrow(), null);
        return new SesMail(settings, client).send(ID, MAIL);
    }

    private CallOutcome<Sent> whenSesDoes(Behaviour behaviour) {
        var server = server(StubServer.start(), behaviour);
        var effect = send(server.endpoint().base(), CALM);
        assertThat(server.asked()).as("attempts").hasSize(1);
        return effect;
    }

    private static Behaviour fault(int status, String code, String message) {
        return new Behaviour.Says(
                status,
                Map.of("x-amzn-ErrorType", code, "Content-Type", "application/json"),
                Content.of("{\"message\":\"" + message + "\"}"));
    }

    @Test
    void allIsWell() {
        assertThat(whenSesDoes(Behaviour.says(200, "{\"MessageId\":\"0100\"}")))
                .isEqualTo(CallOutcome.done(new Sent(TO)));
    }

    @ParameterizedTest
    @CsvSource({
        "400,MessageRejected",
        "400,MessageRejectedException",
        "400,MailFromDomainNotVerifiedException",
        "400,AccountSuspendedException",
        "400,SendingPausedException",
        "400,BadRequestException",
        "404,NotFoundException"
    })
    void aRefusalHasSessMessageWithoutAddresses(int status, String code) {
        var effect = whenSesDoes(fault(status, code, "Email address is not verified: maria@example.gr"));

        assertThat(effect)
                .isInstanceOfSatisfying(
                        CallOutcome.Refused.class,
                        refused -> assertThat(refused.refusal())
                                .asString()
                                .contains("Email address is not verified")
                                .doesNotContain("maria@"));
    }

    @ParameterizedTest
    @CsvSource({
        "403,AccessDeniedException",
        "403,SignatureDoesNotMatch",
        "403,ExpiredTokenException",
        "429,TooManyRequestsException",
        "400,LimitExceededException"
    })
    void whoIsNotLetInOrNotNowHasDoneNothing(int status, String code) {
        assertThat(whenSesDoes(fault(status, code, "no"))).isInstanceOf(CallOutcome.NotDone.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 408, 307})
    void anErrorOfSesItselfIsUnknown(int status) {
        assertThat(whenSesDoes(fault(status, "InternalFailure", ""))).isInstanceOf(CallOutcome.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"MessageId\":\"\"}", "not JSON", "{\"MessageId\":"})
    void nonsenseIsNoAnswer(String body) {
        assertThat(whenSesDoes(Behaviour.says(200, body))).isInstanceOf(CallOutcome.Unknown.class);
    }

    @Test
    void aConnectionThatBreaksIsUnknown() {
        assertThat(whenSesDoes(new Behaviour.Drops())).isInstanceOf(CallOutcome.Unknown.class);
        assertThat(whenSesDoes(new Behaviour.BreaksOff())).isInstanceOf(CallOutcome.Unknown.class);
    }

    /** A client's first call in this JVM is slow, so a short time-out starts after one. */
    @Test
    void noAnswerInTimeIsUnknown() {
        assertThat(whenSesDoes(Behaviour.says(200, "{\"MessageId\":\"0100\"}"))).isInstanceOf(CallOutcome.Done.class);
        var hanging = server(StubServer.start(), new Behaviour.Hangs());

        assertThat(send(hanging.endpoint().base(), Duration.ofSeconds(1))).isInstanceOf(CallOutcome.Unknown.class);
        assertThat(hanging.asked()).hasSize(1);
    }

    @Test
    void withoutAConnectionOrATrustedCertificateNothingIsSent() {
        assertThat(send(StubServer.nowhere().base(), CALM)).isInstanceOf(CallOutcome.NotDone.class);
        assertThat(send(URI.create("https://nowhere.invalid"), CALM)).isInstanceOf(CallOutcome.NotDone.class);
        var tls = server(StubServer.startWithTls(), Behaviour.says(200, "{\"MessageId\":\"0100\"}"));
        assertThat(send(tls.endpoint().base(), CALM)).isInstanceOf(CallOutcome.NotDone.class);
        assertThat(tls.asked()).isEmpty();
    }

    @Test
    void sesCannotBeAskedLater() {
        var client = SesV2Client.builder()
                .httpClient(Apache5HttpClient.create())
                .region(Region.EU_CENTRAL_1)
                .build();
        clients.add(client);
        var settings = new SesSettings(EmailAddress.parse("support@hoster.gr").orThrow(), null);
        assertThat(new SesMail(settings, client).find(ID, MAIL)).isInstanceOf(CallOutcome.Unknown.class);
    }
}
