package org.supportpin.domain.message;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.IntFunction;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.identity.LocalizedText;
import org.supportpin.domain.pin.Passcode;

/**
 * The text of an SMS. Each fits one segment: 70 characters if any of them needs UCS-2, as Greek does, else 160 septets (3GPP TS
 * 23.038); what bears the values of an action, and a notice, fits two, of 67 or 153. It has no link and no autofill hint: a PIN is spoken, never typed on a page.
 */
public final class SmsText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** Two concatenated segments of UCS-2. */
    public static final int TWO_SEGMENTS = 2 * 67;

    private final String text;

    SmsText(String text) {
        this.text = text;
    }

    /** The text to send. It may contain a PIN or code, so it must go only to the {@link Messenger}. */
    public String reveal() {
        return text;
    }

    /**
     * The PIN and how long it is accepted.
     *
     * @param until shown in the hosting company's time zone, rounded down to the minute
     */
    public static SmsText pin(Language language, Passcode pin, Instant until, ZoneId zone) {
        return new SmsText(language.say(
                        "PIN %s, ισχύει έως %s. Πείτε το μόνο αν μας καλέσατε ΕΣΕΙΣ.",
                        "Support PIN %s, valid until %s. Give it only if YOU called us.")
                .formatted(pin.digits(), TIME.format(until.atZone(zone))));
    }

    /** The code that confirms a mobile. */
    public static SmsText confirmation(Language language, Passcode code) {
        return new SmsText(language.say(
                        "Κωδικός %s για το κινητό σας. Μην τον δώσετε σε κανέναν.",
                        "Code %s confirms your mobile in the panel. Do not share it with anyone.")
                .formatted(code.digits()));
    }

    /**
     * The code that consents to one deed.
     *
     * @param deed in one or two words
     * @param values what it changes, in so many characters
     */
    public static SmsText consent(Language language, Passcode code, LocalizedText deed, IntFunction<String> values) {
        var digits = code.digits().substring(0, 3) + " " + code.digits().substring(3);
        return inTwoSegments(
                language.say("%s για %s: ", "%s for %s: ").formatted(digits, deed.in(language)),
                values,
                language.say(". Πείτε το ΜΟΝΟ αν το ζητήσατε ΕΣΕΙΣ.", ". Say it ONLY if YOU asked for this."));
    }

    /** However the values are written, UCS-2 is allowed for: they are not known to be in the GSM alphabet. */
    static SmsText inTwoSegments(String before, IntFunction<String> values, String after) {
        return new SmsText(before + values.apply(TWO_SEGMENTS - before.length() - after.length()) + after);
    }

    /** To the old mobile, after it was replaced. */
    public static SmsText mobileReplaced(Language language, SupportPhone phone) {
        return happened(
                new LocalizedText(
                        "Άλλαξε το κινητό για το Support PIN.", "The mobile for your Support PIN was changed."),
                language,
                phone);
    }

    /** After the customer's own rules for telephone support were loosened. */
    public static SmsText policyLoosened(Language language, SupportPhone phone) {
        return happened(
                new LocalizedText(
                        "Χαλάρωσαν οι κανόνες του Support PIN.", "Your rules for telephone support were loosened."),
                language,
                phone);
    }

    /** After the notice address was confirmed, replaced or removed. */
    public static SmsText addressChanged(Language language, SupportPhone phone) {
        return happened(
                new LocalizedText(
                        "Άλλαξε το email για το Support PIN.",
                        "The email address for notices about your Support PIN was changed."),
                language,
                phone);
    }

    /**
     * After a high-risk action.
     *
     * @param deed that it was done, in two or three words
     * @param values what it changed, in so many characters; empty if it changed nothing
     */
    public static SmsText actionDone(
            Language language, LocalizedText deed, IntFunction<String> values, SupportPhone phone) {
        return inTwoSegments(
                deed.in(language),
                room -> {
                    var told = values.apply(room - 2);
                    return told.isEmpty() ? "" : ": " + told;
                },
                ". " + phone.ifNotYou().in(language));
    }

    private static SmsText happened(LocalizedText what, Language language, SupportPhone phone) {
        return new SmsText(what.in(language) + " " + phone.ifNotYou().in(language));
    }

    /**
     * The hosting company is about to ring.
     *
     * @param reason at most 20 characters
     * @param until when the announcement ends
     */
    public static SmsText announcedCall(Language language, LocalizedText reason, Instant until, ZoneId zone) {
        return new SmsText(language.say(
                        "Θα σας καλέσουμε έως %s: %s. Μη δώσετε PIN.",
                        "We will call you by %s: %s. The panel shows who is calling. We will not ask for your PIN.")
                .formatted(TIME.format(until.atZone(zone)), reason.in(language)));
    }

    /** Restores a text from what {@link #reveal} returned. */
    public static SmsText restored(String revealed) {
        return new SmsText(revealed);
    }

    @Override
    public String toString() {
        return "SmsText[redacted]";
    }
}
