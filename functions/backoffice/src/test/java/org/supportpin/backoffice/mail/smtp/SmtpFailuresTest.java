package org.supportpin.backoffice.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.http.Network;
import org.supportpin.backoffice.mail.smtp.SmtpSettings.Login;
import org.supportpin.backoffice.mail.smtp.SmtpSettings.Tls;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.secret.SecretUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.mail.MailId;
import org.supportpin.domain.mail.MailSender.Sent;
import org.supportpin.domain.testing.SelfSigned;

/** The outcome of a mail when something fails, by the moment of the failure. */
class SmtpFailuresTest {

    private static final SmtpTimeouts CALM =
            new SmtpTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10));
    private static final SmtpTimeouts HASTY =
            new SmtpTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1));

    /** As real ones are: more time for the last answer than for all before. */
    private static final SmtpTimeouts SCALED =
            new SmtpTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(10));

    private static final Duration LATE = Duration.ofMillis(2500);
    private static final String PASSWORD = "canary-Secret/1";
    private static final MailId ID = new MailId("AAAAAAAAAAAAAAAAAAAAAAAA");
    private static final Mail MAIL =
            new Mail(EmailAddress.parse("maria@example.gr").orThrow(), "a", "Θέμα", "Κείμενο\n");

    private final List<SmtpStub> stubs = new java.util.concurrent.CopyOnWriteArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (var stub : stubs) {
            stub.close();
        }
    }

    private SmtpStub stub(@Nullable SSLContext tls) {
        var stub = SmtpStub.start(tls);
        stubs.add(stub);
        return stub;
    }

    private static SmtpSettings settings(int port, Tls tls, Network network) {
        return new SmtpSettings(
                "127.0.0.1",
                port,
                tls,
                network,
                new Login("support-pin", new SecretReference("/support-pin/smtp")),
                EmailAddress.parse("support-pin@hoster.gr").orThrow(),
                null);
    }

    private static CallOutcome<Sent> send(
            SmtpSettings settings, SecretStore secrets, SmtpTimeouts patience, @Nullable SSLContext trusted) {
        var factory = trusted == null ? null : trusted.getSocketFactory();
        return new SmtpMail(settings, secrets, Clock.systemUTC(), patience, factory).send(ID, MAIL);
    }

    private static CallOutcome<Sent> send(SmtpStub stub, Tls tls, @Nullable SSLContext trusted) {
        return send(settings(stub.port(), tls, Network.LOOPBACK), _ -> new Secret(PASSWORD), CALM, trusted);
    }

    private static CallOutcome<Sent> send(SmtpStub stub) {
        return send(stub, Tls.NONE, null);
    }

    @Test
    void allIsWell() {
        var stub = stub(null);

        assertThat(send(stub)).isEqualTo(CallOutcome.done(new Sent(MAIL.to())));
        assertThat(stub.contents()).hasSize(1);
        assertThat(stub.said())
                .startsWith("EHLO hoster.gr")
                .contains("MAIL FROM:<support-pin@hoster.gr>", "RCPT TO:<maria@example.gr>");
    }

    /** Until the server asks for the content, it has nothing to deliver. */
    @ParameterizedTest
    @ValueSource(strings = {SmtpStub.GREETING, "EHLO", "AUTH", "MAIL", "RCPT", "DATA"})
    void aConnectionThatBreaksBeforeTheContentIsNotDone(String moment) {
        var stub = stub(null).on(moment, SmtpStub.DROPS);

        assertThat(send(stub)).isInstanceOf(CallOutcome.NotDone.class);
        assertThat(stub.contents()).isEmpty();
    }

    @Test
    void aConnectionThatBreaksAfterTheContentIsUnknown() {
        assertThat(send(stub(null).on(SmtpStub.CONTENT, SmtpStub.DROPS))).isInstanceOf(CallOutcome.Unknown.class);
    }

    /** All wait at the same time, to keep the test short. */
    @Test
    void noAnswerInTimeIsNotDoneBeforeTheContentAndUnknownAfterIt() throws Exception {
        var before = Stream.of(SmtpStub.GREETING, "EHLO", "AUTH", "MAIL", "RCPT", "DATA")
                .map(moment -> stub(null).on(moment, SmtpStub.HANGS))
                .toList();
        var after = stub(null).on(SmtpStub.CONTENT, SmtpStub.HANGS);
        var tasks = Stream.concat(before.stream(), Stream.of(after))
                .map(stub -> new FutureTask<>(() -> send(
                        settings(stub.port(), Tls.NONE, Network.LOOPBACK), _ -> new Secret(PASSWORD), HASTY, null)))
                .toList();
        tasks.forEach(task -> Thread.ofVirtual().start(task));

        for (var task : tasks.subList(0, before.size())) {
            assertThat(task.get()).isInstanceOf(CallOutcome.NotDone.class);
        }
        assertThat(tasks.getLast().get()).isInstanceOf(CallOutcome.Unknown.class);
        assertThat(before).allSatisfy(stub -> assertThat(stub.contents()).isEmpty());
    }

    private static CallOutcome<Sent> sendTo(SmtpStub stub, SmtpTimeouts timeouts) {
        return send(settings(stub.port(), Tls.NONE, Network.LOOPBACK), _ -> new Secret(PASSWORD), timeouts, null);
    }

    /** RFC 5321 §4.5.3.2.6: a server may filter for ten minutes before it takes a mail. */
    @Test
    void aServerHasMoreTimeToTakeAMailThanToBeReadyForIt() {
        var filters = stub(null).late(SmtpStub.CONTENT, LATE);
        var greetsLate = stub(null).late(SmtpStub.GREETING, LATE);

        assertThat(sendTo(filters, SCALED)).isEqualTo(CallOutcome.done(new Sent(MAIL.to())));
        assertThat(filters.contents()).hasSize(1);
        assertThat(sendTo(greetsLate, SCALED)).isInstanceOf(CallOutcome.NotDone.class);
        assertThat(greetsLate.contents()).isEmpty();
    }

    @Test
    void noServerHasMoreTimeThanTheWorkAtHand() {
        var hangs = stub(null).on(SmtpStub.CONTENT, SmtpStub.HANGS);

        assertThat(Deadline.current()
                        .within(Duration.ofMillis(500))
                        .<CallOutcome<Sent>, RuntimeException>hold(() -> sendTo(hangs, SmtpTimeouts.USUAL)))
                .isInstanceOf(CallOutcome.Unknown.class);
    }

    /** A server that continues after the client gave up gets no content. */
    @Test
    void aLetterThatWasGivenUpIsNotSaid() throws Exception {
        var session = jakarta.mail.Session.getInstance(new java.util.Properties());
        var settings = settings(25, Tls.NONE, Network.LOOPBACK);
        var out = new java.io.ByteArrayOutputStream();

        var givenUp = Letter.of(session, settings, ID, MAIL, org.supportpin.domain.testing.Samples.NOON);
        assertThat(givenUp.giveUp()).isTrue();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> givenUp.writeTo(out))
                .isInstanceOf(java.io.IOException.class);
        assertThat(out.size()).isZero();

        var said = Letter.of(session, settings, ID, MAIL, org.supportpin.domain.testing.Samples.NOON);
        said.writeTo(out);
        assertThat(said.giveUp()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"MAIL", "RCPT", "DATA", "content"})
    void aRefusalHasTheServersMessageWithoutAddresses(String moment) {
        var stub = stub(null).on(moment, "550-5.1.1 <maria@example.gr>: no such\r\n550 user here, call +302101234567");

        assertThat(send(stub))
                .isInstanceOfSatisfying(
                        CallOutcome.Refused.class,
                        refused -> assertThat(refused.refusal().detail())
                                .contains("550", "user here")
                                .doesNotContain("maria", "@", "2101234567"));
    }

    @ParameterizedTest
    @CsvSource({
        "greeting,554 no service",
        "EHLO,550 no",
        "AUTH,535 5.7.8 no",
        "AUTH,454 4.7.0 not now",
        "MAIL,530 5.7.0 authentication required",
        "MAIL,421 closing",
        "MAIL,452 no room",
        "RCPT,450 4.2.0 greylisted",
        "DATA,451 not now",
        "content,451 4.3.0 not taken",
        "content,421 closing"
    })
    void notNowAndNotYouAreNotDone(String moment, String reply) {
        assertThat(send(stub(null).on(moment, reply))).isInstanceOf(CallOutcome.NotDone.class);
    }

    @Test
    void nothingIsSaidWhereTheSecretCannotBeHad() {
        var stub = stub(null);
        var settings = settings(stub.port(), Tls.NONE, Network.LOOPBACK);
        SecretStore closed = _ -> {
            throw new SecretUnavailable("closed");
        };

        assertThat(send(settings, closed, CALM, null)).isInstanceOf(CallOutcome.NotDone.class);
        assertThat(send(settings, _ -> new Secret("two\r\nlines"), CALM, null)).isInstanceOf(CallOutcome.NotDone.class);
        assertThat(stub.said()).isEmpty();
    }

    @Test
    void nothingIsSaidWhereTheServerIsNotWhereItMayBe() {
        var stub = stub(null);

        for (var network : List.of(Network.PUBLIC, Network.PRIVATE)) {
            assertThat(send(settings(stub.port(), Tls.NONE, network), _ -> new Secret(PASSWORD), CALM, null))
                    .isInstanceOf(CallOutcome.NotDone.class);
        }
        assertThat(stub.said()).isEmpty();
    }

    @Test
    void nobodyListensIsNotDone() {
        assertThat(send(settings(1, Tls.STARTTLS, Network.LOOPBACK), _ -> new Secret(PASSWORD), CALM, null))
                .isInstanceOf(CallOutcome.NotDone.class);
    }

    @Test
    void startTlsMakesAllButTheFirstWordsPrivate() {
        var stub = stub(SelfSigned.context());

        assertThat(send(stub, Tls.STARTTLS, SelfSigned.context())).isInstanceOf(CallOutcome.Done.class);
        assertThat(stub.said().subList(0, 3)).containsExactly("EHLO hoster.gr", "STARTTLS", "EHLO hoster.gr");
    }

    @Test
    void implicitTlsMakesAllOfItPrivate() {
        var stub = SmtpStub.startImplicit(SelfSigned.context());
        var another = SmtpStub.startImplicit(SelfSigned.contextOfAnother());
        stubs.addAll(List.of(stub, another));

        assertThat(send(stub, Tls.IMPLICIT, SelfSigned.context())).isInstanceOf(CallOutcome.Done.class);
        assertThat(send(another, Tls.IMPLICIT, SelfSigned.contextOfAnother())).isInstanceOf(CallOutcome.NotDone.class);
        assertThat(stub.contents()).hasSize(1);
        assertThat(another.said()).isEmpty();
    }

    /** A server with an untrusted or another host's certificate, or without TLS, gets neither the password nor the mail. */
    @Test
    void withoutTlsThatHoldsNothingIsSaid() {
        var unknown = stub(SelfSigned.context());
        var another = stub(SelfSigned.contextOfAnother());
        var plain = stub(null);
        var implicit = stub(null);

        assertThat(send(unknown, Tls.STARTTLS, null)).isInstanceOf(CallOutcome.NotDone.class);
        assertThat(send(another, Tls.STARTTLS, SelfSigned.contextOfAnother())).isInstanceOf(CallOutcome.NotDone.class);
        assertThat(send(plain, Tls.STARTTLS, null)).isInstanceOf(CallOutcome.NotDone.class);
        assertThat(send(implicit.on(SmtpStub.GREETING, "220 plain"), Tls.IMPLICIT, null))
                .isInstanceOf(CallOutcome.NotDone.class);
        for (var stub : List.of(unknown, another, plain)) {
            assertThat(stub.said()).isSubsetOf("EHLO hoster.gr", "STARTTLS", "QUIT");
        }
        assertThat(implicit.said()).noneMatch(line -> line.startsWith("EHLO") || line.startsWith("AUTH"));
    }

    @Test
    void nobodyCanAskAServerLater() {
        var sender = new SmtpMail(
                settings(1, Tls.STARTTLS, Network.LOOPBACK), _ -> new Secret(PASSWORD), Clock.systemUTC(), CALM);

        assertThat(sender.find(ID, MAIL)).isInstanceOf(CallOutcome.Unknown.class);
    }
}
