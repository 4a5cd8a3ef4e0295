package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the caller's PIN to the mail at a real SMTP server. */
class SmtpJourneyTest {

    private static final String PASSWORD = "canary-Smtp/1";
    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

    @TempDir
    private static Path folder;

    private static Service service;

    @BeforeAll
    static void start() throws IOException {
        MAIL.start();
        MAIL.setUser("support@hoster.gr", "support-pin", PASSWORD);
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

    @Test
    void whatTheCallerIsToPayArrivesByMailAndWithoutTheServerNothingIsSent() throws Exception {
        var agent = service.agent();
        var verification = agent.verified(service.customer("1001").activated());
        var action = agent.act(verification, "send-order-details", "{\"orderId\":\"ord-1\"}");

        assertThat(action.text("status")).isEqualTo("succeeded");
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
        var message = MAIL.getReceivedMessages()[0];
        assertThat(message.getSubject()).contains("ord-1");
        assertThat(message.getHeader("Message-ID", "")).contains(action.text("actionId"));
        assertThat(((Multipart) message.getContent())
                        .getBodyPart(0)
                        .getContent()
                        .toString())
                .contains("IBAN: GR");
        assertThat(service.log()).doesNotContain(PASSWORD, message.getAllRecipients()[0].toString());

        MAIL.stop();
        agent.act(verification, "send-order-details", "{\"orderId\":\"ord-2\"}")
                .isProblem(502, "back-office-unavailable");
    }
}
