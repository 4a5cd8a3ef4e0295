package org.supportpin.domain.message;

import java.util.regex.Pattern;
import org.supportpin.domain.identity.LocalizedText;

/**
 * The hosting company's telephone number, as notices name it.
 *
 * @param shown digits and blanks, perhaps after a plus sign, 3–16 characters; empty if notices name no number
 */
public record SupportPhone(String shown) {

    private static final Pattern FORM = Pattern.compile("|\\+?[0-9][0-9 ]{1,13}[0-9]");

    /** Notices say "call us", and name no number. */
    public static final SupportPhone NONE = new SupportPhone("");

    public SupportPhone {
        if (!FORM.matcher(shown).matches()) {
            throw new IllegalArgumentException(
                    "enter digits and blanks, at most 16 characters, such as +30 210 1234567");
        }
    }

    /** What to do, after the sentence that says what happened. */
    LocalizedText ifNotYou() {
        return shown.isEmpty()
                ? new LocalizedText(
                        "Δεν ήσασταν εσείς; Καλέστε μας, πείτε ΣΤΟΠ.", "If it was not you: call us, say STOP.")
                : LocalizedText.each(language -> language.say(
                                "Δεν ήσασταν εσείς; Καλέστε μας στο %s, πείτε ΣΤΟΠ.",
                                "If it was not you: call us at %s, say STOP.")
                        .formatted(shown));
    }

    /** The same in fewer words, after what was requested. */
    LocalizedText ifNotWanted() {
        return shown.isEmpty()
                ? new LocalizedText("Αν όχι, καλέστε μας, πείτε ΣΤΟΠ.", "If not, call us, say STOP.")
                : LocalizedText.each(
                        language -> language.say("Αν όχι, πείτε ΣΤΟΠ στο %s.", "If not, call %s, say STOP.")
                                .formatted(shown));
    }
}
