package org.supportpin.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.supportpin.local.testing.Trees;

/** The console's modules that need no page: schema to form, form to JSON, pointer to field, words, search. */
class ConsoleLogicBrowserTest extends PageTest {

    private record Row(String module, String code, String expected) {}

    private static Stream<Row> rows() {
        return resource("console-logic.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" \\| ", 3))
                .map(parts -> new Row(parts[0], parts[1], parts[2]));
    }

    static String resource(String name) {
        try (var in = Objects.requireNonNull(ConsoleLogicBrowserTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void eachModuleGivesWhatTheTableSays() {
        var page = open("/console/");
        var catalogue = stack.call("GET", "/v1/agent/actions", "", stack.token("agent", "agent-logic", "{}"))
                .path("actions")
                .toString();
        var soft = new SoftAssertions();

        rows().forEach(row -> {
            var script = """
                    async (catalogue) => {
                      const m = await import("/console/%s.js");
                      const form = await import("/console/form.js");
                      const actions = JSON.parse(catalogue);
                      const action = (name) => actions.find((each) => each.name === name);
                      return JSON.stringify(%s);
                    }""".formatted(row.module(), row.code());
            soft.assertThat(Trees.read(String.valueOf(page.evaluate(script, catalogue))))
                    .as(row.code())
                    .isEqualTo(Trees.read(row.expected()));
        });

        soft.assertAll();
    }
}
