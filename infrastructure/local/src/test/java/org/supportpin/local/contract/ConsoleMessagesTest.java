package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** web/console/messages.js translates the service's sentences by their text, so each of its patterns must match one. */
class ConsoleMessagesTest {

    private static final Pattern PATTERN = Pattern.compile("^  \\[/(.+)/[a-z]*, [\"']", Pattern.MULTILINE);

    /** A value between two parts of a sentence: {@code "Enter " + min + " to "}. */
    private static final Pattern VALUE = Pattern.compile("\"\\s*\\+\\s*[\\w.()]+\\s*\\+\\s*\"");

    private static final Pattern LINE_BREAK = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    @Test
    void eachPatternMatchesASentenceOfTheService() throws IOException {
        var script = Files.readString(ProjectFiles.root().resolve("web/console/messages.js"));
        var patterns = PATTERN.matcher(script)
                .results()
                .map(found -> Pattern.compile(found.group(1)))
                .toList();
        var sentences = sentences();

        assertThat(patterns).hasSize(6);
        assertThat(patterns)
                .allSatisfy(pattern -> assertThat(sentences)
                        .as(pattern.pattern())
                        .anyMatch(sentence -> pattern.matcher(sentence).find()));
    }

    private static List<String> sentences() throws IOException {
        var sentences = new ArrayList<String>();
        try (var files = Files.walk(ProjectFiles.root().resolve("functions"))) {
            for (var file : files.filter(each -> each.toString().matches(".*/src/main/java/.*\\.java"))
                    .toList()) {
                var whole = LINE_BREAK.matcher(Files.readString(file)).replaceAll("");
                LITERAL.matcher(VALUE.matcher(whole).replaceAll("7"))
                        .results()
                        .forEach(found -> sentences.add(found.group(1)));
            }
        }
        return sentences;
    }
}
