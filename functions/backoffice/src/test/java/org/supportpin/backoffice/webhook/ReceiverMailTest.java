package org.supportpin.backoffice.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.domain.mail.MailId;
import org.supportpin.domain.mail.MailSender;
import org.supportpin.domain.testing.MailsByIdContract;

class ReceiverMailTest extends MailsByIdContract {

    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Timeouts CALM = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10));

    private static PythonReceiver receiver;

    @BeforeAll
    static void start() {
        receiver = PythonReceiver.start(KEY);
    }

    @AfterAll
    static void stop() {
        if (receiver != null) {
            receiver.close();
        }
    }

    @Override
    protected MailSender mails() {
        var settings = new WebhookSettings(receiver.endpoint(), List.of(new SecretReference("/support-pin/hook")));
        return new Webhook(settings, _ -> new Secret(KEY), Clock.systemUTC(), CALM).mailSender();
    }

    @Override
    protected List<String> delivered(MailId id) {
        return receiver.held("mail", id.value());
    }
}
