package org.supportpin.backoffice.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.http.Network;
import org.supportpin.backoffice.mail.smtp.SmtpSettings.Login;
import org.supportpin.backoffice.mail.smtp.SmtpSettings.Tls;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.mail.MailId;
import org.supportpin.domain.mail.MailSender;
import org.supportpin.domain.testing.MailSenderContract;
import org.supportpin.domain.testing.Samples;

/** Against a real SMTP server, GreenMail, with what arrives there. */
class SmtpMailTest extends MailSenderContract {

    private static final SmtpTimeouts CALM =
            new SmtpTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10));
    private static final Clock CLOCK = Clock.fixed(Samples.NOON, ZoneOffset.UTC);
    private static final MailId ID = new MailId("AAAAAAAAAAAAAAAAAAAAAAAA");
    private static final EmailAddress TO =
            EmailAddress.parse("maria@example.gr").orThrow();

    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

    @BeforeAll
    static void start() {
        SERVER.start();
        SERVER.setUser("support-pin@hoster.gr", "support-pin", "the password");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void empty() throws Exception {
        SERVER.purgeEmailFromAllMailboxes();
    }

    private static SmtpMail sender(String password, String fromName) {
        var settings = new SmtpSettings(
                "127.0.0.1",
                SERVER.getSmtp().getPort(),
                Tls.NONE,
                Network.LOOPBACK,
                new Login("support-pin", new SecretReference("/support-pin/smtp")),
                EmailAddress.parse("support-pin@hoster.gr").orThrow(),
                fromName);
        return new SmtpMail(settings, _ -> new Secret(password), CLOCK, CALM);
    }

    @Override
    protected MailSender mails() {
        return sender("the password", "Hoster");
    }

    @Override
    protected List<String> delivered(MailId id) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(each -> header(each, "Message-ID").contains(id.value()))
                .map(each -> body(each, 0, "text/plain").replace("\r\n", "\n"))
                .toList();
    }

    private static String header(MimeMessage message, String name) {
        try {
            return message.getHeader(name, "\n");
        } catch (MessagingException e) {
            return fail(e);
        }
    }

    private static String body(MimeMessage message, int part, String type) {
        try {
            assertThat(message.getContentType()).startsWith("multipart/alternative");
            BodyPart body = ((Multipart) message.getContent()).getBodyPart(part);
            assertThat(body.getContentType().toLowerCase(java.util.Locale.ROOT)).isEqualTo(type + "; charset=utf-8");
            return (String) body.getContent();
        } catch (MessagingException | IOException e) {
            return fail(e);
        }
    }

    private static MimeMessage sent(Mail mail, String fromName) {
        assertThat(sender("the password", fromName).send(ID, mail)).isInstanceOf(CallOutcome.Done.class);
        var received = SERVER.getReceivedMessages();
        assertThat(received).hasSize(1);
        return received[0];
    }

    @Test
    void theMailNamesSenderAndRecipientAndAsksForNoReply() throws Exception {
        var message = sent(new Mail(TO, "order-details", "Στοιχεία πληρωμής", "Γεια"), "Εταιρεία \"Φ\" <x>");

        assertThat(message.getFrom())
                .containsExactly(new jakarta.mail.internet.InternetAddress(
                        "support-pin@hoster.gr", "Εταιρεία \"Φ\" <x>", "UTF-8"));
        assertThat(header(message, "To")).isEqualTo("maria@example.gr");
        assertThat(message.getSubject()).isEqualTo("Στοιχεία πληρωμής");
        assertThat(message.getSentDate().toInstant()).isEqualTo("2026-11-22T12:00:00Z");
        assertThat(header(message, "Message-ID")).isEqualTo("<" + ID.value() + ".order-details@hoster.gr>");
        assertThat(header(message, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(header(message, "Return-Path")).isEqualTo("<support-pin@hoster.gr>");
        assertThat(body(message, 1, "text/html")).contains("<p>Γεια</p>");
    }

    @Test
    void theSameMailHasTheSameId() {
        var mail = new Mail(TO, "a", "s", "t");
        for (var _ : List.of(1, 2)) {
            assertThat(mails().send(ID, mail)).isInstanceOf(CallOutcome.Done.class);
        }

        assertThat(Arrays.stream(SERVER.getReceivedMessages()).map(each -> header(each, "Message-ID")))
                .containsExactly("<" + ID.value() + ".a@hoster.gr>", "<" + ID.value() + ".a@hoster.gr>");
    }

    /** Security.md, row 18: no value ends a header, the content or a command. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\r\nBcc: thief@example.com",
                "x\nBcc: thief@example.com\n\nbody",
                "x\rBcc: thief@example.com",
                "x\r\n.\r\nMAIL FROM:<thief@example.com>",
                "x\u0000y",
                "\u2028x\u0085y",
                "\"quoted\" <b>&amp;' %0d%0a",
                "=?utf-8?B?eA==?=",
                "Ελληνικά και 🙂"
            })
    void noValueBecomesAHeaderOrAnEnd(String value) throws Exception {
        var message = sent(new Mail(TO, "a", value, value + "\n.\n" + value + "\nend"), "Hoster");

        assertThat(Collections.list(message.getAllHeaders()).stream().map(Header::getName))
                .containsExactlyInAnyOrder(
                        "Return-Path",
                        "Received",
                        "Date",
                        "From",
                        "To",
                        "Message-ID",
                        "Subject",
                        "MIME-Version",
                        "Content-Type",
                        "Auto-Submitted");
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(((Multipart) message.getContent()).getCount()).isEqualTo(2);
        assertThat(body(message, 0, "text/plain")).endsWith("\r\nend");
        assertThat(message.getSubject()).doesNotContain("\r", "\n", "\u0000");
    }

    @Test
    void aWrongPasswordIsNotDone() {
        assertThat(sender("another", "Hoster").send(ID, new Mail(TO, "a", "s", "t")))
                .isInstanceOf(CallOutcome.NotDone.class);
        assertThat(SERVER.getReceivedMessages()).isEmpty();
    }
}
