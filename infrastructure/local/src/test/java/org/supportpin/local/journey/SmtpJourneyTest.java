package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the caller's PIN to the mail at a real SMTP server, which the outbox talks to. */
class SmtpJourneyTest {

    private static final String PASSWORD = "canary-Smtp/1";

    /** Longer than a request's calls to other systems may take. */
    private static final Duration FILTERING = Duration.ofSeconds(4);

    /** At the same port again after it was down. */
    private static final GreenMail MAIL = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", "smtp"));

    @TempDir
    private static Path folder;

    private static Service service;

    private static int freePort() {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void startMail() {
        MAIL.start();
        MAIL.setUser("support@hoster.gr", "support-pin", PASSWORD);
    }

    @BeforeAll
    static void start() throws IOException {
        startMail();
        var connectors = Files.writeString(
                folder.resolve("connectors.json"), """
                {"parameters": {"MailConnector": "smtp",
                                "MailSettings": {"host": "127.0.0.1", "port": %d, "network": "loopback", "tls": "none",
                                                 "user": "support-pin", "password": "ssm:/support-pin/smtp",
                                                 "from": "support@hoster.gr", "fromName": "Εταιρεία"}},
                 "secrets": {"/support-pin/smtp": "%s"}}
                """.formatted(MAIL.getSmtp().getPort(), PASSWORD));
        service = Service.in(Files.createDirectory(folder.resolve("data")), connectors);
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        MAIL.stop();
    }

    @BeforeEach
    void empty() throws Exception {
        MAIL.purgeEmailFromAllMailboxes();
        service.backDoor().resetBackOffice();
        service.backDoor().forgetMails("ord-1");
    }

    private static MimeMessage[] delivered(int mails) {
        service.advance(Duration.ofMinutes(1));
        service.invoke("OutboxFunction");
        // The schedule's own run may have been faster, and still be at it.
        assertThat(MAIL.waitForIncomingEmail(10_000, mails)).isTrue();
        for (int wait = 0; wait < 100 && service.backDoor().dump().contains("OUTBOX#"); wait++) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return MAIL.getReceivedMessages();
    }

    @Test
    void whatTheCallerIsToPayArrivesByMail() throws Exception {
        var agent = service.agent();
        var verification = agent.verified(service.customer("1001").activated());
        var action = agent.act(verification, "send-order-details", "{\"orderId\":\"ord-1\"}")
                .is(201);

        assertThat(action.text("status")).isEqualTo("succeeded");
        assertThat(action.body().at("/result/sentTo").asText()).isEqualTo("m•••@e•••.gr");
        assertThat(service.backDoor().dump()).contains("order-details").doesNotContain("maria@", "IBAN");
        assertThat(delivered(1)).hasSize(1);
        var message = MAIL.getReceivedMessages()[0];
        assertThat(message.getSubject()).contains("ord-1");
        assertThat(message.getHeader("Message-ID", "")).contains(action.text("actionId"));
        assertThat(((Multipart) message.getContent())
                        .getBodyPart(0)
                        .getContent()
                        .toString())
                .contains("IBAN: GR");
        assertThat(service.backDoor().dump()).doesNotContain("OUTBOX#");
        assertThat(service.log()).doesNotContain(PASSWORD, message.getAllRecipients()[0].toString());
    }

    /** RFC 5321 §4.5.3.2.6: a server may take ten minutes to take a mail, and filters before it does. */
    @Test
    void aServerThatFiltersFirstHasTheTimeItNeeds() {
        var usual = MAIL.getUserManager().getMessageDeliveryHandler();
        MAIL.getUserManager().setMessageDeliveryHandler((message, to) -> {
            LockSupport.parkNanos(FILTERING.toNanos());
            return usual.handle(message, to);
        });
        try {
            var agent = service.agent();
            var verification = agent.verified(service.customer("1001").activated());
            var action = agent.act(verification, "send-order-details", "{\"orderId\":\"ord-1\"}");

            assertThat(action.text("status")).isEqualTo("succeeded");
            assertThat(delivered(1)).hasSize(1);
            service.advance(Duration.ofHours(1));
            service.invoke("RecoveryFunction");
            service.invoke("OutboxFunction");
            assertThat(MAIL.getReceivedMessages()).hasSize(1);
            assertThat(service.backDoor().dump()).doesNotContain("OUTBOX#");
        } finally {
            MAIL.getUserManager().setMessageDeliveryHandler(usual);
        }
    }

    @Test
    void aMailWaitsForItsServerAndIsCountedOnce() {
        var agent = service.agent();
        var verification = agent.verified(service.customer("1001").activated());
        MAIL.stop();
        try {
            for (int mail = 0; mail < 3; mail++) {
                agent.act(verification, "send-order-details", "{\"orderId\":\"ord-1\"}")
                        .is(201);
            }
            assertThat(agent.act(verification, "send-order-details", "{\"orderId\":\"ord-1\"}")
                            .isProblem(422, "action-refused")
                            .text("rule"))
                    .isEqualTo("too-many-mails");
            service.advance(Duration.ofMinutes(1));
            service.invoke("OutboxFunction");
        } finally {
            startMail();
        }
        service.advance(Duration.ofMinutes(20));

        assertThat(delivered(3)).hasSize(3);
    }

    @Test
    void bothAdministratorsAreToldAndNoMailHoldsTheActionUp() throws Exception {
        var agent = service.agent();
        var customer = service.customer("1001").activated();
        var verification = agent.verified(customer);

        agent.act(verification, "change-domain-administrator", """
                        {"domain":"nea.gr","administrator":
                          {"name":"Νίκος Δημητρίου","email":"nikos.d@example.gr","phone":"+302101234567"}}""").is(201);

        assertThat(service.backDoor().dump()).doesNotContain("nikos.d@", "maria@");
        assertThat(delivered(2)).hasSize(2);
        assertThat(Arrays.stream(MAIL.getReceivedMessages()).map(SmtpJourneyTest::recipient))
                .containsExactlyInAnyOrder("maria@example.gr", "nikos.d@example.gr");
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
