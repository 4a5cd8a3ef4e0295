package org.supportpin.local.gateway;

import java.math.BigDecimal;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.supportpin.backoffice.json.Json;

/** Claims as API Gateway passes them to functions: as texts of any claim's value. */
final class ClaimText {

    private static final int MOST_DIGITS = 100;

    private ClaimText() {}

    static Map<String, String> of(Json claims) {
        var texts = new TreeMap<String, String>();
        claims.members().entrySet().forEach(claim -> {
            if (!claim.getValue().isNull()) {
                texts.put(claim.getKey(), text(claim.getValue()));
            }
        });
        return texts;
    }

    /** Without an exponent, unless that would be too long: 1e999 is a number too. */
    private static String digits(BigDecimal number) {
        return Math.abs((long) number.scale()) > MOST_DIGITS ? number.toString() : number.toPlainString();
    }

    /** {@code [a b]} for a list, {@code map[k:v]} for an object, digits for a number. */
    private static String text(Json value) {
        if (value instanceof Json.Arr) {
            var list = new StringJoiner(" ", "[", "]");
            value.items().forEach(item -> list.add(text(item)));
            return list.toString();
        }
        if (value instanceof Json.Obj) {
            var map = new StringJoiner(" ", "map[", "]");
            of(value).forEach((name, text) -> map.add(name + ":" + text));
            return map.toString();
        }
        return value instanceof Json.Num(var number) ? digits(number) : value.asText();
    }
}
