package org.supportpin.functions.audit;

import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;

/** JSON in which no reader sees the end of a line. */
final class JsonLine {

    private JsonLine() {}

    /** JSON escapes line feeds already, but not the other characters at which some readers break lines. */
    static String of(Json json) {
        return JsonText.write(json)
                .replace("\u0085", "\\u0085")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
