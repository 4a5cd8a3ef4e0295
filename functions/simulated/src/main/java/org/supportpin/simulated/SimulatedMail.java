package org.supportpin.simulated;

import java.time.Clock;
import java.util.List;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.mail.MailId;
import org.supportpin.domain.mail.MailSender;
import org.supportpin.simulated.Documents.Document;
import org.supportpin.simulated.Documents.Kind;

/** {@link MailSender} of the simulated back office, which keeps mail so that it can be read. */
record SimulatedMail(Documents documents, Faults faults, Clock clock) implements MailSender {

    @Override
    public CallOutcome<Sent> send(MailId id, Mail mail) {
        return faults.effect(Operation.MAIL_SEND, () -> {
            // If it is not written, it was there already: the mail of this action and purpose was sent before.
            var _ = documents.write(List.of(document(id, mail)));
            return CallOutcome.done(new Sent(mail.to()));
        });
    }

    @Override
    public CallOutcome<Sent> find(MailId id, Mail mail) {
        return documents.find(Kind.MAIL, key(id, mail)).isPresent()
                ? CallOutcome.done(new Sent(mail.to()))
                : CallOutcome.notDone();
    }

    private Document document(MailId id, Mail mail) {
        return new Document(
                Kind.MAIL,
                key(id, mail),
                Json.object()
                        .put("actionId", id.value())
                        .put("purpose", mail.purpose())
                        .put("to", mail.to().address())
                        .put("subject", mail.subject())
                        .put("text", mail.text())
                        .put("sentAt", clock.instant().toString())
                        .build(),
                0);
    }

    private static String key(MailId id, Mail mail) {
        return id.value() + "." + mail.purpose();
    }
}
