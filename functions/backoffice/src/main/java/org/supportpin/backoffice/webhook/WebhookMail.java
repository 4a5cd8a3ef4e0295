package org.supportpin.backoffice.webhook;

import java.util.Set;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.mail.MailId;
import org.supportpin.domain.mail.MailSender;

/** {@link MailSender} by webhook. The interface calls every mail's ID {@code actionId}, also that of a notice. */
record WebhookMail(WebhookCaller caller) implements MailSender {

    @Override
    public CallOutcome<Sent> send(MailId id, Mail mail) {
        var data = Json.object()
                .put("purpose", mail.purpose())
                .put("to", mail.to().address())
                .put("subject", mail.subject())
                .put("text", mail.text());
        return caller.change("mail.send", new ActionId(id.value()), data, sent(mail), Set.of());
    }

    @Override
    public CallOutcome<Sent> find(MailId id, Mail mail) {
        var data = Json.object()
                .put("actionId", id.value())
                .put("purpose", mail.purpose())
                .build();
        return caller.find("mail.find", data, sent(mail));
    }

    private static Read<Sent> sent(Mail mail) {
        return Read.object(fields -> fields.takingOthers().make(() -> new Sent(mail.to())));
    }
}
