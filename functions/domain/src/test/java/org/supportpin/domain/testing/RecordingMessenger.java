package org.supportpin.domain.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.supportpin.domain.message.Messenger;
import org.supportpin.domain.message.SmsText;
import org.supportpin.domain.phone.PhoneNumber;

/** Delivers to a list. */
public final class RecordingMessenger implements Messenger {

    private final List<Sms> sent = new CopyOnWriteArrayList<>();

    /** An SMS in clear, as the mobile shows it. */
    public record Sms(String to, String text) {}

    @Override
    public void send(PhoneNumber to, SmsText text) {
        sent.add(new Sms(to.e164(), text.reveal()));
    }

    /** All SMS so far, oldest first. */
    public List<Sms> sent() {
        return List.copyOf(sent);
    }
}
