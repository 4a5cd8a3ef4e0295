package org.supportpin.domain.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.mail.MailId;
import org.supportpin.domain.mail.MailSender;

/** {@link MailSender} in memory. It can be made to fail. */
public final class FakeMail implements MailSender {

    private final Map<String, Mail> sent = new LinkedHashMap<>();

    /** Fails before anything is done. */
    public boolean down;

    /** Sends but does not answer. */
    public boolean losesAnswers;

    /** Cannot tell what it sent. */
    public boolean forgets;

    public List<Mail> sent() {
        return List.copyOf(sent.values());
    }

    @Override
    public CallOutcome<Sent> send(MailId id, Mail mail) {
        if (down) {
            return CallOutcome.notDone();
        }
        sent.putIfAbsent(key(id, mail), mail);
        return losesAnswers ? CallOutcome.unknown() : CallOutcome.done(new Sent(mail.to()));
    }

    @Override
    public CallOutcome<Sent> find(MailId id, Mail mail) {
        if (forgets) {
            return CallOutcome.unknown();
        }
        return sent.containsKey(key(id, mail)) ? CallOutcome.done(new Sent(mail.to())) : CallOutcome.notDone();
    }

    private static String key(MailId id, Mail mail) {
        return id.value() + "." + mail.purpose();
    }
}
