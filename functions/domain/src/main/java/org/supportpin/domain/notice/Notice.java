package org.supportpin.domain.notice;

import org.supportpin.domain.message.SmsText;
import org.supportpin.domain.phone.PhoneNumber;

/** A notice in clear: to whom, and what. It is stored only sealed. */
public sealed interface Notice {

    /** By SMS. */
    record BySms(PhoneNumber to, SmsText text) implements Notice {}

    /** The channel that delivers it. */
    default Channel channel() {
        return switch (this) {
            case BySms _ -> Channel.SMS;
        };
    }

    /** What is sealed: one line for each part, the text last. */
    default String reveal() {
        return switch (this) {
            case BySms(var to, var text) -> String.join("\n", Channel.SMS.text(), to.e164(), text.reveal());
        };
    }

    /**
     * Restores a notice from what {@link #reveal} returned.
     *
     * @throws IllegalArgumentException if it was something else
     */
    static Notice restored(String revealed) {
        var parts = revealed.split("\n", 3);
        if (parts.length == 3 && parts[0].equals(Channel.SMS.text())) {
            return new BySms(new PhoneNumber(parts[1]), SmsText.restored(parts[2]));
        }
        throw new IllegalArgumentException("not a notice");
    }
}
