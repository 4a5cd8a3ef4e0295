package org.supportpin.domain.message;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.pin.Passcode;

/**
 * The text of an SMS. Each fits one segment: 70 characters where one of them needs UCS-2, as Greek does, else 160 septets
 * (3GPP TS 23.038). No link, and no hint for auto-fill: a PIN is spoken, never typed on a page.
 */
public final class SmsText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final String text;

    private SmsText(String text) {
        this.text = text;
    }

    /** What is sent. It may bear a PIN or code, so it goes nowhere but to the {@link Messenger}. */
    public String reveal() {
        return text;
    }

    /**
     * The PIN, and until when it is accepted.
     *
     * @param until told in the hoster's own zone, rounded down to the minute
     */
    public static SmsText pin(Language language, Passcode pin, Instant until, ZoneId zone) {
        var time = TIME.format(until.atZone(zone));
        return new SmsText(
                switch (language) {
                    case GREEK -> "PIN %s έως %s. Πείτε το μόνο αν καλέσατε ΕΣΕΙΣ εμάς.".formatted(pin.digits(), time);
                    case ENGLISH ->
                        "Support PIN %s, valid until %s. Tell it only if YOU called us.".formatted(pin.digits(), time);
                });
    }

    /** The code that confirms a mobile. */
    public static SmsText confirmation(Language language, Passcode code) {
        return new SmsText(
                switch (language) {
                    case GREEK -> "Κωδικός %s για το κινητό σας. Μην τον πείτε σε κανέναν.".formatted(code.digits());
                    case ENGLISH ->
                        "Code %s confirms your mobile in the panel. Tell it to nobody.".formatted(code.digits());
                });
    }

    /** To the old mobile, when another one took its place. */
    public static SmsText mobileReplaced(Language language) {
        return new SmsText(
                switch (language) {
                    case GREEK -> "Το κινητό για το Support PIN άλλαξε. Δεν το κάνατε εσείς; Καλέστε μας.";
                    case ENGLISH -> "The mobile for your Support PIN was changed. If that was not you, call us now.";
                });
    }

    /** After a high-risk action. The details stand in the panel. */
    public static SmsText actionDone(Language language) {
        return new SmsText(
                switch (language) {
                    case GREEK -> "Έγινε αλλαγή με κλήση σας. Δεν καλέσατε εσείς; Καλέστε μας τώρα.";
                    case ENGLISH ->
                        "A change was made on your phone request. See Activity in the panel; if it was not you, call us.";
                });
    }

    @Override
    public String toString() {
        return "SmsText[redacted]";
    }
}
