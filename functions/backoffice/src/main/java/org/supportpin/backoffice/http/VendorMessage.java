package org.supportpin.backoffice.http;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.check.Text;

/** What a system says when it says no: its own words, shortened, on one line, without what nobody may read in a record. */
public final class VendorMessage {

    /** The rule of every refusal that is the system's own. */
    public static final String RULE = "back-office-refused";

    private static final int LONGEST = 300;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    /** Telephone numbers, as people and registries write them; addresses of the Internet and dates stay. */
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
        var told =
                NUMBERS.matcher(MAIL_ADDRESSES.matcher(line).replaceAll("•••")).replaceAll("•••");
        return new Refusal(
                RULE,
                told.isEmpty()
                        ? "The system behind the action said no, and did not say why."
                        : told.substring(
                                0,
                                told.offsetByCodePoints(0, Math.min(LONGEST, told.codePointCount(0, told.length())))));
    }
}
