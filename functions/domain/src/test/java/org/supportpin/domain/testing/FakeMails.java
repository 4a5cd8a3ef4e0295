package org.supportpin.domain.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.mail.MailId;
import org.supportpin.domain.mail.MailSender;

/** A mail system in memory. It delivers whatever it is given, even twice, so that nobody relies on its memory. */
public class FakeMails implements MailSender {

    /** What was handed over, in order. */
    public final List<Mail> sent = new ArrayList<>();

    /** The answer to the next mail of a purpose instead, and whether the mail is sent anyway. */
    public final Map<String, Trouble> trouble = new HashMap<>();

    /** Whether it knows what was handed over. */
    public boolean tells = true;

    public record Trouble(CallOutcome<Sent> answer, boolean isSent) {}

    @Override
    public CallOutcome<Sent> send(MailId id, Mail mail) {
        var wrong = Optional.ofNullable(trouble.remove(mail.purpose()));
        if (wrong.map(Trouble::isSent).orElse(true)) {
            sent.add(mail);
        }
        return wrong.map(Trouble::answer).orElseGet(() -> CallOutcome.done(new Sent(mail.to())));
    }

    @Override
    public CallOutcome<Sent> find(MailId id, Mail mail) {
        if (!tells) {
            return CallOutcome.unknown();
        }
        return purposes().contains(mail.purpose()) ? CallOutcome.done(new Sent(mail.to())) : CallOutcome.notDone();
    }

    public List<String> purposes() {
        return sent.stream().map(Mail::purpose).toList();
    }
}
