package org.supportpin.functions.aws;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Str;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item as a stream's record has it: DynamoDB's own JSON of attribute values. */
final class StreamImage {

    private StreamImage() {}

    /** Throws a {@link RuntimeException} if it is no item. */
    static Map<String, AttributeValue> read(Json image) {
        var item = new HashMap<String, AttributeValue>();
        image.members().forEach((name, value) -> item.put(name, value(value)));
        return item;
    }

    private static AttributeValue value(Json json) {
        var members = json.members();
        if (members.size() != 1) {
            throw Compact.unreadable();
        }
        var type = members.keySet().iterator().next();
        var value = json.path(type);
        return switch (type) {
            case "S" -> AttributeValue.fromS(text(value));
            case "N" -> AttributeValue.fromN(text(value));
            case "B" -> AttributeValue.fromB(bytes(value));
            case "BOOL" -> AttributeValue.fromBool(value.equals(Json.of(true)));
            case "NULL" -> AttributeValue.fromNul(true);
            case "L" ->
                AttributeValue.fromL(
                        value.items().stream().map(StreamImage::value).toList());
            case "M" -> AttributeValue.fromM(read(value));
            case "SS" -> AttributeValue.fromSs(texts(value));
            case "NS" -> AttributeValue.fromNs(texts(value));
            case "BS" ->
                AttributeValue.fromBs(
                        value.items().stream().map(StreamImage::bytes).toList());
            default -> throw Compact.unreadable();
        };
    }

    private static List<String> texts(Json json) {
        return json.items().stream().map(StreamImage::text).toList();
    }

    private static String text(Json json) {
        if (json instanceof Str(var text)) {
            return text;
        }
        throw Compact.unreadable();
    }

    private static SdkBytes bytes(Json json) {
        return SdkBytes.fromByteArrayUnsafe(Base64.getDecoder().decode(text(json)));
    }
}
