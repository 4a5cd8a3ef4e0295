package org.supportpin.backoffice.http;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.check.Text;

/** A system's message for a refusal: shortened, on one line, without personal data. */
public final class VendorMessage {

    /** The rule of every refusal by a system. */
    public static final String RULE = "back-office-refused";

    private static final int LONGEST = 300;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** Telephone numbers as people and registries write them, but not IP addresses or dates. */
    private static final Pattern NUMBERS = Pattern.compile("(?:\\+[0-9]{1,3}\\.)?\\+?[0-9](?:[ ()-]?[0-9]){8,}");

    private static final Pattern MAIL_ADDRESSES = Pattern.compile("[^\\s<>\"']+@[^\\s<>\"']+");

    private VendorMessage() {}

    public static Refusal refusal(String words) {
        var line = BLANKS.matcher(Normalizer.normalize(words, Normalizer.Form.NFC))
                .replaceAll(" ")
                .codePoints()
                .filter(point -> !Text.isInvisible(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        var message =
                NUMBERS.matcher(MAIL_ADDRESSES.matcher(line).replaceAll("•••")).replaceAll("•••");
        return message.isEmpty()
                ? new Refusal(
                        RULE,
                        "The back office refused this without giving a reason.",
                        "Το σύστημα το απέρριψε χωρίς να πει τον λόγο.")
                : Refusal.untranslated(
                        RULE,
                        message.substring(
                                0,
                                message.offsetByCodePoints(
                                        0, Math.min(LONGEST, message.codePointCount(0, message.length())))));
    }
}
