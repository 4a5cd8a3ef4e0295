package org.supportpin.functions.aws;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where a scan continues, as a text of base64url and a dot. */
final class ScanPosition {

    private ScanPosition() {}

    /** After this item, or after the item with this key. */
    static String after(Map<String, AttributeValue> item) {
        return encode(Table.text(item, Table.PK)) + "." + encode(Table.text(item, Table.SK));
    }

    static Map<String, AttributeValue> key(String position) {
        int dot = position.indexOf('.');
        return Map.of(
                Table.PK,
                Table.text(decode(position.substring(0, dot))),
                Table.SK,
                Table.text(decode(position.substring(dot + 1))));
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
