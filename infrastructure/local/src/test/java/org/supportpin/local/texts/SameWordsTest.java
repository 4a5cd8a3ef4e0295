package org.supportpin.local.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.customer.CallReason;
import org.supportpin.domain.identity.LocalizedText;
import org.supportpin.local.contract.ProjectFiles;

/** What agent and customer both read has the same words on both sides. */
class SameWordsTest {

    private static final Pattern TEXT =
            Pattern.compile("\"([\\w.-]+)\":\\s*\\{\\s*el: \"([^\"]+)\",\\s*en: \"([^\"]+)\"");
    private static final String REASON = "reason.";

    private static Map<String, LocalizedText> texts(String file) {
        var all = new TreeMap<String, LocalizedText>();
        TEXT.matcher(ProjectFiles.text(ProjectFiles.root().resolve(file)))
                .results()
                .forEach(each -> all.put(each.group(1), new LocalizedText(each.group(2), each.group(3))));
        return all;
    }

    private static LocalizedText title(ActionName action) {
        var title = ProjectFiles.json(ProjectFiles.root()
                        .resolve("functions/handlers/src/main/resources/org/supportpin/functions/action/%s.json"
                                .formatted(action.text())))
                .path("title");
        return new LocalizedText(title.path("el").asText(), title.path("en").asText());
    }

    /** The customer's pages, and receipts, stand alone: they cannot ask for the agents' catalogue. */
    @ParameterizedTest
    @ValueSource(strings = {"web/shared/actions.js", "web/receipt/texts.js"})
    void anActionIsCalledAsInTheCatalogue(String file) {
        var titles = Stream.of(ActionName.values()).collect(Collectors.toMap(ActionName::text, SameWordsTest::title));

        assertThat(texts(file)).containsAllEntriesOf(titles);
    }

    /** The agent picks what the customer will read. */
    @Test
    void aReasonIsGivenInTheCustomersWords() {
        var reasons = new HashMap<String, LocalizedText>();
        texts("web/console/texts-account.js").forEach((key, text) -> {
            if (key.startsWith(REASON)) {
                reasons.put(key.substring(REASON.length()), text);
            }
        });

        assertThat(reasons)
                .isEqualTo(
                        Stream.of(CallReason.values()).collect(Collectors.toMap(CallReason::text, CallReason::title)));
    }
}
