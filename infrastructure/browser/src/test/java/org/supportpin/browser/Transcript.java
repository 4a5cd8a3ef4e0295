package org.supportpin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.supportpin.local.contract.ProjectFiles;

/**
 * What a screen reader finds, step by step, as docs/screen-reader.md has it. Where the system property {@code supportpin.screenshots}
 * is set, it is written there anew.
 */
final class Transcript {

    private static final Path DOCUMENT = ProjectFiles.root().resolve("docs/screen-reader.md");
    private static final String BEGIN = "<!-- transcript -->\n";
    private static final String END = "<!-- end -->";

    private final StringBuilder text = new StringBuilder();

    /** The accessibility tree of a part of the page; what differs from run to run is always the same here. */
    Transcript step(String what, Locator part) {
        var tree = part.ariaSnapshot()
                .replaceAll("\\d{1,2} \\p{L}+ \\d{4}, \\d{1,2}:\\d{2}", "22 Νοε 2026, 14:30")
                .replaceAll("\\d{1,2}:\\d{2}", "14:30")
                .replaceAll("\\d \\d \\d[,.]? \\d \\d \\d", "0 4 8, 2 1 3")
                .replaceAll("\\b\\d{3} \\d{3}\\b", "048 213")
                .replaceAll("agent-console-\\d+", "agent-7");
        text.append("### ")
                .append(what)
                .append("\n```yaml\n")
                .append(tree.strip())
                .append("\n```\n\n");
        return this;
    }

    void isAsWritten() {
        try {
            var document = Files.readString(DOCUMENT);
            int from = document.indexOf(BEGIN) + BEGIN.length();
            int to = document.indexOf(END);
            if (Boolean.getBoolean("supportpin.screenshots")) {
                Files.writeString(DOCUMENT, document.substring(0, from) + text + document.substring(to));
            } else {
                assertThat(document.substring(from, to)).isEqualTo(text.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
