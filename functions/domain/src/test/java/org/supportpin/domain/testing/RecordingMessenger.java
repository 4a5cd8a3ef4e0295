package org.supportpin.domain.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.supportpin.domain.message.Handover;
import org.supportpin.domain.message.Messenger;
import org.supportpin.domain.message.SmsText;
import org.supportpin.domain.phone.PhoneNumber;

/** Delivers to a list. */
public final class RecordingMessenger implements Messenger {

    private final List<Sms> sent = new CopyOnWriteArrayList<>();
    private final Deque<Handover> next = new ArrayDeque<>();
    private Handover usual = new Handover.Taken();

    /** An SMS in clear, as the mobile shows it. */
    public record Sms(String to, String text) {}

    /** What becomes of the next SMS; later ones are taken. An unanswered one is delivered. */
    public synchronized void next(Handover... handovers) {
        next.addAll(List.of(handovers));
    }

    /** What becomes of every SMS from now on. */
    public synchronized void always(Handover handover) {
        usual = handover;
    }

    @Override
    public synchronized Handover send(PhoneNumber to, SmsText text) {
        var handover = next.isEmpty() ? usual : next.remove();
        if (handover instanceof Handover.Taken || handover instanceof Handover.Unanswered) {
            sent.add(new Sms(to.e164(), text.reveal()));
        }
        return handover;
    }

    /** All SMS so far, oldest first. */
    public List<Sms> sent() {
        return List.copyOf(sent);
    }
}
