package org.supportpin.domain.message;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.identity.LocalizedText;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.pin.Passcode;

/**
 * Mails to a customer's notice address. Like an SMS they have no link, and say what to do; unlike one they name the time. None names
 * a number or an address: it may be a stranger who reads it.
 */
public final class NoticeMail {

    private NoticeMail() {}

    /** What happened. */
    public enum About implements WireName {
        MOBILE_CHANGED,
        RULES_LOOSENED,
        /** To the address that was confirmed. */
        ADDRESS_CONFIRMED,
        /** To the address whose place another one took. */
        ADDRESS_REPLACED,
        /** To the address that was removed. */
        ADDRESS_REMOVED;

        private LocalizedText words() {
            return switch (this) {
                case MOBILE_CHANGED ->
                    new LocalizedText(
                            "Άλλαξε το κινητό για το Support PIN σας.", "The mobile for your Support PIN was changed.");
                case RULES_LOOSENED ->
                    new LocalizedText(
                            "Χαλάρωσαν οι κανόνες σας για την τηλεφωνική υποστήριξη.",
                            "Your rules for telephone support were loosened.");
                case ADDRESS_CONFIRMED ->
                    new LocalizedText(
                            "Σε αυτή τη διεύθυνση θα λαμβάνετε τις ειδοποιήσεις για το Support PIN σας.",
                            "Notices about your Support PIN will be sent to this address.");
                case ADDRESS_REPLACED ->
                    new LocalizedText(
                            "Οι ειδοποιήσεις για το Support PIN σας θα πηγαίνουν πλέον σε άλλη διεύθυνση.",
                            "Notices about your Support PIN will be sent to another address from now on.");
                case ADDRESS_REMOVED ->
                    new LocalizedText(
                            "Δεν θα λαμβάνετε πλέον σε αυτή τη διεύθυνση ειδοποιήσεις για το Support PIN σας.",
                            "Notices about your Support PIN will no longer be sent to this address.");
            };
        }
    }

    /** The code that confirms the address it is sent to. */
    public static Mail code(EmailAddress to, Language language, Passcode code, Instant until, ZoneId zone) {
        return new Mail(
                to,
                "notice-address-code",
                language.say("Ο κωδικός σας για τις ειδοποιήσεις", "Your code for notices"),
                language.say("""
                        Ο κωδικός είναι %s. Πληκτρολογήστε τον στον πίνακα ελέγχου για να λαμβάνετε εδώ τις ειδοποιήσεις για το Support PIN σας.
                        Ισχύει έως %s.

                        Μην τον δώσετε σε κανέναν. Αν δεν τον ζητήσατε εσείς, δεν χρειάζεται να κάνετε τίποτα.
                        """, """
                        The code is %s. Type it in the panel to receive notices about your Support PIN here.
                        It is valid until %s.

                        Do not share it with anyone. If you did not ask for it, you need not do anything.
                        """).formatted(code.digits(), time(until, language, zone)));
    }

    /** Tells what happened, and when. */
    public static Mail of(
            About about, EmailAddress to, Language language, Instant at, ZoneId zone, SupportPhone phone) {
        var what = about.words().in(language);
        return new Mail(
                to,
                about.text(),
                what.substring(0, what.length() - 1),
                language.say("""
                        %s
                        Έγινε στις %s, από τον πίνακα ελέγχου σας.

                        %s
                        """, """
                        %s
                        This was done on %s, in your panel.

                        %s
                        """)
                        .formatted(
                                what, time(at, language, zone), phone.ifNotYou().in(language)));
    }

    private static String time(Instant at, Language language, ZoneId zone) {
        var pattern = language.say("d/M/yyyy HH:mm (zzzz)", "d/M/yyyy HH:mm (zzzz)");
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(at.atZone(zone));
    }
}
