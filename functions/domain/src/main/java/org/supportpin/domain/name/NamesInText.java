package org.supportpin.domain.name;

import com.ibm.icu.lang.UScript;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.supportpin.domain.check.Checked;

/** Domain names within a text for people, in their own letters. */
public final class NamesInText {

    private static final Pattern A_LABEL =
            Pattern.compile("(?<![A-Za-z0-9-])xn--[a-z0-9-]{1,59}", Pattern.CASE_INSENSITIVE);

    /** What customers and agents here read, so that no letter passes for another one. */
    private static final Set<Integer> READ = Set.of(UScript.GREEK, UScript.LATIN, UScript.COMMON, UScript.INHERITED);

    private NamesInText() {}

    /**
     * The text with each A-label decoded: {@code xn--xxabhm1c.gr A} becomes {@code νόμος.gr A}. A label stays as it is if it does not
     * survive a round trip, would not be accepted as a name, or has letters other than Greek and Latin ones, which may look alike.
     */
    public static String unicode(String text) {
        return A_LABEL.matcher(text).replaceAll(found -> Matcher.quoteReplacement(label(found.group())));
    }

    private static String label(String given) {
        var label = Idna.toUnicode(given);
        var isName = Idna.toAscii(label) instanceof Checked.Valid<String>(var ascii) && ascii.equalsIgnoreCase(given);
        return isName && label.codePoints().map(UScript::getScript).allMatch(READ::contains) ? label : given;
    }
}
