package org.supportpin.local.ses;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.mail.ses.SesMail;
import org.supportpin.backoffice.mail.ses.SesSettings;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.mail.MailId;
import org.supportpin.domain.mail.MailSender;
import org.supportpin.domain.testing.MailSenderContract;
import org.supportpin.functions.aws.AwsClients;
import org.supportpin.local.http.LoopbackServer;
import org.supportpin.local.http.Reply;
import org.supportpin.local.store.DataFolder;

/** The connector and the functions' own client, against the local endpoint. */
class SesMailTest extends MailSenderContract {

    private static final MailId ID = new MailId("AAAAAAAAAAAAAAAAAAAA-_AA");
    private static final EmailAddress TO =
            EmailAddress.parse("maria@example.gr").orThrow();
    private static final EmailAddress FROM =
            EmailAddress.parse("support@hoster.gr").orThrow();

    @TempDir
    private Path folder;

    private DataFolder data;
    private MailOutbox outbox;
    private LoopbackServer server;

    @BeforeEach
    void start() {
        data = DataFolder.open(folder);
        outbox = MailOutbox.open(data, Clock.systemUTC());
        server = LoopbackServer.bind(0, 1 << 20).serve(new SesEndpoint(outbox));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        data.close();
    }

    private SesMail sender(String fromName) {
        return sender(fromName, server);
    }

    private static SesMail sender(String fromName, LoopbackServer server) {
        var clients = new AwsClients(
                Map.of(
                        "AWS_REGION", "eu-central-1",
                        "AWS_ACCESS_KEY_ID", "local",
                        "AWS_SECRET_ACCESS_KEY", "local",
                        "AWS_ENDPOINT_URL_SESV2", server.uri().toString()),
                List.of());
        return new SesMail(new SesSettings(FROM, fromName), clients.ses(Duration.ofSeconds(10)));
    }

    @Override
    protected MailSender mails() {
        return sender("Hoster");
    }

    @Override
    protected List<String> delivered(MailId id) {
        return outbox.messages().stream()
                .filter(mail -> mail.path("tags").path("action").asText().equals(id.value()))
                .map(mail -> mail.path("text").asText())
                .toList();
    }

    @Test
    void theMailHasItsSenderAndRecipientAndAsksForNoAutomaticReply() {
        var mail = new Mail(TO, "order-details", "Στοιχεία πληρωμής", "Γεια");
        assertThat(sender("Εταιρεία").send(ID, mail)).isEqualTo(CallOutcome.done(new MailSender.Sent(TO)));

        assertThat(outbox.messages()).singleElement().satisfies(sent -> {
            assertThat(sent.path("from").asText())
                    .isEqualTo("=?UTF-8?B?zpXPhM6xzrnPgc61zq/OsQ==?= <support@hoster.gr>");
            assertThat(sent.path("to").asText()).isEqualTo("maria@example.gr");
            assertThat(sent.path("subject").asText()).isEqualTo("Στοιχεία πληρωμής");
            assertThat(sent.path("html").asText()).contains("<p>Γεια</p>");
            assertThat(sent.path("headers").path("Auto-Submitted").asText()).isEqualTo("auto-generated");
            assertThat(sent.path("tags").path("purpose").asText()).isEqualTo("order-details");
        });
    }

    /** Security.md, row 18: no value ends a line, or becomes markup. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\r\nBcc: thief@example.com",
                "\u2028x\u0085y\u0000z",
                "\"quoted\",\"ToAddresses\":[\"thief@example.com\"]",
                "<script>alert(1)</script>&amp;'",
                "Ελληνικά και 🙂"
            })
    void noValueBecomesMoreThanAValue(String value) {
        assertThat(mails().send(ID, new Mail(TO, "a", value, value + "\nend"))).isInstanceOf(CallOutcome.Done.class);

        assertThat(outbox.messages()).singleElement().satisfies(sent -> {
            assertThat(sent.path("to").asText()).isEqualTo("maria@example.gr");
            assertThat(sent.path("subject").asText()).doesNotContain("\r", "\n", "\u0000", "\u2028");
            assertThat(sent.path("text").asText()).endsWith("\nend");
            assertThat(sent.path("html").asText()).doesNotContain("<script>", "\"quoted\"");
        });
    }

    /** SES knows no idempotency: a second attempt could be a second mail. */
    @Test
    void theFunctionsClientMakesOneAttempt() {
        var asked = new AtomicInteger();
        try (var broken = LoopbackServer.bind(0, 1 << 20).serve(_ -> {
            asked.incrementAndGet();
            return Reply.empty(503);
        })) {
            assertThat(sender("Hoster", broken).send(ID, new Mail(TO, "a", "s", "t")))
                    .isInstanceOf(CallOutcome.Unknown.class);
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void aRestartLosesNoMail() throws Exception {
        assertThat(mails().send(ID, new Mail(TO, "a", "s", "t"))).isInstanceOf(CallOutcome.Done.class);
        var before = outbox.messages();
        stop();
        start();

        assertThat(outbox.messages()).isEqualTo(before).hasSize(1);
    }
}
