package org.supportpin.backoffice.webhook;

import java.util.Set;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.Effect;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.mail.MailSender;
import org.supportpin.json.Json;
import org.supportpin.json.Read;

/** {@link MailSender} by webhook. */
final class WebhookMail implements MailSender {

    private final WebhookCaller caller;

    WebhookMail(WebhookCaller caller) {
        this.caller = caller;
    }

    @Override
    public Effect<Sent> send(ActionId id, Mail mail) {
        var data = Json.object()
                .put("purpose", mail.purpose())
                .put("to", mail.to().address())
                .put("subject", mail.subject())
                .put("text", mail.text());
        return caller.change("mail.send", id, data, sent(mail), Set.of());
    }

    @Override
    public Effect<Sent> find(ActionId id, Mail mail) {
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
