package org.supportpin.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.mail.MailId;
import org.supportpin.domain.mail.MailSender;

/** The contract of every mail system. */
public abstract class MailSenderContract {

    private static final EmailAddress TO =
            EmailAddress.parse("maria@example.gr").orThrow();

    /** The system under test. */
    protected abstract MailSender mails();

    /** The texts of all mails of an action that were handed over, as they arrived. */
    protected abstract List<String> delivered(MailId id);

    static MailId newAction() {
        return new MailId(UUID.randomUUID().toString().replace("-", "").substring(0, 24));
    }

    static Mail mail(String purpose, String text) {
        return new Mail(TO, purpose, "Θέμα / Subject", text);
    }

    @Test
    void aMailArrivesAsItWasWritten() {
        var id = newAction();
        var text = "Γεια σας,\n<b>\"&'</b> \\ %0d%0a\n.\nhello 🙂\n";

        assertThat(mails().send(id, mail("a", text))).isEqualTo(CallOutcome.done(new MailSender.Sent(TO)));
        assertThat(delivered(id)).containsExactly(text);
    }

    @Test
    void eachPurposeOfAnActionIsAMail() {
        var id = newAction();
        for (var purpose : List.of("a", "b")) {
            assertThat(mails().send(id, mail(purpose, purpose))).isInstanceOf(CallOutcome.Done.class);
        }

        assertThat(delivered(id)).containsExactlyInAnyOrder("a", "b");
    }

    /** For a mail that was not sent, the answer is that it was not sent or that it is unknown. */
    @Test
    void whatWasNotSentIsNotFound() {
        assertThat(mails().find(newAction(), mail("a", "text"))).isNotInstanceOf(CallOutcome.Done.class);
    }
}
