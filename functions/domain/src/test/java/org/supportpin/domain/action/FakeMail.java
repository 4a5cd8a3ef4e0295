package org.supportpin.domain.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.mail.MailSender;

/** {@link MailSender} in memory. It can be made to go wrong. */
final class FakeMail implements MailSender {

    private final Map<String, Mail> sent = new LinkedHashMap<>();

    /** Breaks down before anything is done. */
    boolean down;

    /** Sends, and never answers. */
    boolean losesAnswers;

    /** Cannot tell what it sent. */
    boolean forgets;

    List<Mail> sent() {
        return List.copyOf(sent.values());
    }

    @Override
    public Effect<Sent> send(ActionId id, Mail mail) {
        if (down) {
            return Effect.notDone();
        }
        sent.putIfAbsent(key(id, mail), mail);
        return losesAnswers ? Effect.unknown() : Effect.done(new Sent(mail.to()));
    }

    @Override
    public Effect<Sent> find(ActionId id, Mail mail) {
        if (forgets) {
            return Effect.unknown();
        }
        return sent.containsKey(key(id, mail)) ? Effect.done(new Sent(mail.to())) : Effect.notDone();
    }

    private static String key(ActionId id, Mail mail) {
        return id.value() + "." + mail.purpose();
    }
}
