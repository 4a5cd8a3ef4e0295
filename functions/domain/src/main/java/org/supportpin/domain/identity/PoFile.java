package org.supportpin.domain.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a file in gettext's format (PO), which translators' tools write: {@code msgid} has the English text, {@code msgstr} the words for
 * it, each a string or several that belong together. Comments, and entries without words, are passed over. Plurals and contexts are
 * not used. The entry for the empty text is the header, whose lines are fields.
 */
final class PoFile {

    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    private final String name;
    private final Map<String, String> words = new LinkedHashMap<>();
    private String header = "";
    private final StringBuilder english = new StringBuilder();
    private final StringBuilder said = new StringBuilder();
    private StringBuilder current = said;
    private int number;

    private PoFile(String name) {
        this.name = name;
    }

    /**
     * @param name in what is thrown
     * @throws IllegalStateException with file and line, if the text is no such file
     */
    static PoFile of(String name, String text) {
        var file = new PoFile(name);
        text.lines().forEach(file::line);
        file.end();
        return file;
    }

    /** By the English text. */
    Map<String, String> words() {
        return words;
    }

    /** What the header says in a field; empty if it has none. */
    String header(String field) {
        return header.lines()
                .filter(line -> line.startsWith(field + ":"))
                .map(line -> line.substring(field.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    private void line(String line) {
        number++;
        var rest = line.strip();
        if (rest.isEmpty() || rest.startsWith("#")) {
            return;
        }
        if (rest.startsWith("msgid ")) {
            end();
            current = english;
        } else if (rest.startsWith("msgstr ")) {
            current = said;
        }
        current.append(string(rest.startsWith("\"") ? rest : rest.substring(rest.indexOf(' ') + 1)));
    }

    private String string(String quoted) {
        if (quoted.length() < 2 || !quoted.startsWith("\"") || !quoted.endsWith("\"")) {
            throw new IllegalStateException("%s:%d is not msgid, msgstr or a string".formatted(name, number));
        }
        return ESCAPE.matcher(quoted.substring(1, quoted.length() - 1))
                .replaceAll(
                        escaped -> Matcher.quoteReplacement(escaped.group(1).equals("n") ? "\n" : escaped.group(1)));
    }

    private void end() {
        if (english.isEmpty() && header.isEmpty()) {
            header = said.toString();
        }
        if (!english.isEmpty() && !said.isEmpty() && words.put(english.toString(), said.toString()) != null) {
            throw new IllegalStateException("%s:%d ends a text that the file has twice".formatted(name, number));
        }
        english.setLength(0);
        said.setLength(0);
    }
}
