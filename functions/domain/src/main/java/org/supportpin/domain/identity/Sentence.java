package org.supportpin.domain.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text with values, such as {@code Order %s was paid.}, that recognises the texts made of it. */
final class Sentence {

    private static final Pattern VALUE = Pattern.compile("%(?:\\d\\$)?[sd]");

    /** With fewer letters around its values, a text says too little to be recognised. */
    private static final int FEWEST_LETTERS = 8;

    private final String template;
    private final String beginning;
    private final int letters;
    private @Nullable Pattern pattern;

    Sentence(String template) {
        this.template = template;
        var parts = VALUE.split(template, -1);
        this.beginning = parts[0].replace("%%", "%");
        this.letters = (int)
                String.join("", parts).codePoints().filter(Character::isLetter).count();
    }

    static boolean hasValues(String template) {
        return VALUE.matcher(template).find();
    }

    String template() {
        return template;
    }

    int letters() {
        return letters;
    }

    boolean isTelling() {
        return letters >= FEWEST_LETTERS;
    }

    /** The values in a text that was made of this one. */
    Optional<List<String>> values(String text) {
        if (!text.startsWith(beginning)) {
            return Optional.empty();
        }
        var matcher = pattern().matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var values = new ArrayList<String>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            values.add(matcher.group(i));
        }
        return Optional.of(values);
    }

    /** Made when it is first needed: most sentences never are. */
    private Pattern pattern() {
        var made = pattern;
        if (made == null) {
            var regex = new StringBuilder();
            for (var part : VALUE.split(template, -1)) {
                regex.append(regex.isEmpty() ? "" : "(.+?)").append(Pattern.quote(part.replace("%%", "%")));
            }
            made = Pattern.compile(regex.toString(), Pattern.DOTALL);
            pattern = made;
        }
        return made;
    }
}
