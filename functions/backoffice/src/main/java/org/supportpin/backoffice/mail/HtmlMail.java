package org.supportpin.backoffice.mail;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.supportpin.domain.identity.Language;

/**
 * HTML of a mail's plain text: a part for each language with its paragraphs, and a table for a paragraph whose lines all have the form
 * {@code name: value}. Everything but the markup of this class is escaped, here and nowhere else.
 */
final class HtmlMail {

    /** The separator of the parts: a line of hyphens. */
    private static final Pattern RULE = Pattern.compile("\n*(?m:^)-{3,}\n+");

    private static final Pattern BLANK_LINES = Pattern.compile("\n{2,}");
    private static final String NAMED = ": ";

    private HtmlMail() {}

    static String of(String subject, String text) {
        return """
                <!DOCTYPE html>
                <html>
                <head><meta charset="utf-8"/><title>%s</title></head>
                <body style="max-width:40em;font:16px/1.5 sans-serif">
                %s
                </body>
                </html>
                """.formatted(
                escaped(subject),
                Arrays.stream(RULE.split(text.strip())).map(HtmlMail::part).collect(Collectors.joining("\n<hr/>\n")));
    }

    private static String part(String text) {
        return Arrays.stream(BLANK_LINES.split(text.strip()))
                .map(paragraph -> paragraph(paragraph.split("\n", -1)))
                .collect(Collectors.joining("\n", "<div lang=\"%s\">\n".formatted(language(text)), "\n</div>"));
    }

    /** A part starts with the service's own words, which show the language: those of a file, else Greek letters or Latin ones. */
    private static String language(String text) {
        return Language.ofText(text.lines().findFirst().orElse(""))
                .map(Language::tag)
                .orElseGet(() -> ofScript(text));
    }

    private static String ofScript(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character.UnicodeScript::of)
                .findFirst()
                .map(script -> script == Character.UnicodeScript.GREEK ? "el" : "en")
                .orElse("en");
    }

    private static String paragraph(String... lines) {
        var areNamed = lines.length > 1 && Arrays.stream(lines).allMatch(line -> line.indexOf(NAMED) > 0);
        return areNamed
                ? Arrays.stream(lines).map(HtmlMail::row).collect(Collectors.joining("\n", "<table>\n", "\n</table>"))
                : Arrays.stream(lines).map(HtmlMail::escaped).collect(Collectors.joining("<br/>\n", "<p>", "</p>"));
    }

    private static String row(String line) {
        var end = line.indexOf(NAMED);
        return "<tr><th scope=\"row\" style=\"text-align:left;padding-right:1em\">%s</th><td>%s</td></tr>"
                .formatted(escaped(line.substring(0, end)), escaped(line.substring(end + NAMED.length())));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
