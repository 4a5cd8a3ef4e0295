package org.supportpin.functions.audit;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;

/**
 * Events as comma-separated values (RFC 4180): a header, every value in quotation marks, lines that end with CR LF. An agent, and so a
 * caller, chooses some of the values, and whoever opens the file may do so with a spreadsheet: nothing in it becomes a formula there.
 */
final class ChainCsv {

    private static final List<String> COLUMNS = List.of(
            "sequence", "at", "type", "actorKind", "actorId", "callReference", "details", "previousHash", "hash");

    /**
     * Where a spreadsheet may see the start of a formula, also in the forms of East Asian width and behind spaces: at the start of a
     * value, after a semicolon, which separates values where a comma is the decimal sign, and after whatever ends a line. An
     * apostrophe that is there already counts too, so that every one that was put in can be taken out again.
     */
    private static final Pattern FORMULA = Pattern.compile(
            "(?:^|(?<=[;\\t\\n\\r\\x0b\\x0c\\x85\\u2028\\u2029]))(?=[\\s\\p{Z}\\p{Cf}]*+[=+@'\\-\\uff1d\\uff0b\\uff20\\uff0d])");

    private ChainCsv() {}

    /** The events with a header, in UTF-8 without a byte order mark. */
    static String of(List<Obj> events) {
        return Stream.concat(Stream.of(COLUMNS), events.stream().map(ChainCsv::values))
                .map(ChainCsv::line)
                .collect(Collectors.joining());
    }

    private static List<String> values(Obj event) {
        var actor = event.path("actor");
        return List.of(
                event.path("sequence").asText(),
                event.path("at").asText(),
                event.path("type").asText(),
                actor.path("kind").asText(),
                actor.path("id").asText(),
                actor.path("callReference").asText(),
                details(event.path("details")),
                event.path("previousHash").asText(),
                event.path("hash").asText());
    }

    /** JSON, in which a semicolon may be written as an escape, so that no spreadsheet splits it. */
    private static String details(Json details) {
        return details.isNull() ? "" : JsonLine.of(details).replace(";", "\\u003b");
    }

    private static String line(List<String> values) {
        return values.stream().map(ChainCsv::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String value) {
        return '"' + FORMULA.matcher(value).replaceAll("'").replace("\"", "\"\"") + '"';
    }
}
