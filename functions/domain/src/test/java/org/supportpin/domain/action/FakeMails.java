package org.supportpin.domain.action;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.mail.MailSender;

/** A mail system in memory. It hands over whatever it is given, twice too, so that nobody relies on its memory. */
final class FakeMails implements MailSender {

    /** What was handed over, in order. */
    final List<Mail> sent = new ArrayList<>();

    /** What the next mail of a purpose is answered with instead, and whether it goes out all the same. */
    final Map<String, Trouble> trouble = new HashMap<>();

    /** Whether it can say what was handed over. */
    boolean tells = true;

    record Trouble(Effect<Sent> answer, boolean isSent) {}

    @Override
    public Effect<Sent> send(ActionId id, Mail mail) {
        var wrong = Optional.ofNullable(trouble.remove(mail.purpose()));
        if (wrong.map(Trouble::isSent).orElse(true)) {
            sent.add(mail);
        }
        return wrong.map(Trouble::answer).orElseGet(() -> Effect.done(new Sent(mail.to())));
    }

    @Override
    public Effect<Sent> find(ActionId id, Mail mail) {
        if (!tells) {
            return Effect.unknown();
        }
        return purposes().contains(mail.purpose()) ? Effect.done(new Sent(mail.to())) : Effect.notDone();
    }

    List<String> purposes() {
        return sent.stream().map(Mail::purpose).toList();
    }
}
