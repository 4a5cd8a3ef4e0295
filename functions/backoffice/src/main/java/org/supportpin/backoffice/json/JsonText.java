package org.supportpin.backoffice.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.supportpin.backoffice.json.Json.Arr;
import org.supportpin.backoffice.json.Json.Bool;
import org.supportpin.backoffice.json.Json.Null;
import org.supportpin.backoffice.json.Json.Num;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.Json.Str;

/**
 * Reads and writes JSON. It reads strictly: UTF-8 without a byte order mark (RFC 8259 §8.1), no duplicate names (§4), no lone
 * surrogates (§8.2), at most 64 levels, and numbers of at most 40 characters within 1E±999.
 */
public final class JsonText {

    private static final int GREATEST_EXPONENT = 999;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxNumberLength(40)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private JsonText() {}

    /** The text is not JSON. The message says where, but never quotes it: it may be a secret. */
    public static final class MalformedJson extends Exception {
        private static final long serialVersionUID = 1;

        MalformedJson(String message) {
            super(message);
        }
    }

    /**
     * Reads one value with nothing after it.
     *
     * @param text UTF-8; decoded here, because the parser would guess UTF-16 and accept overlong forms
     */
    public static Json read(byte[] text) throws MalformedJson {
        try {
            return read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new MalformedJson("not UTF-8");
        }
    }

    public static Json read(String text) throws MalformedJson {
        try (var parser = FACTORY.createParser(text)) {
            return whole(parser);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new MalformedJson(
                    at == null ? "not JSON" : "not JSON at line " + at.getLineNr() + ", column " + at.getColumnNr());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads an object that another system sent; empty if it is anything else. */
    public static Optional<Obj> readObject(byte[] text) {
        try {
            return read(text) instanceof Obj object ? Optional.of(object) : Optional.empty();
        } catch (MalformedJson e) {
            return Optional.empty();
        }
    }

    /**
     * Reads what this class wrote.
     *
     * @throws IllegalStateException if it is not JSON
     */
    public static Json readOwn(String text) {
        try {
            return read(text);
        } catch (MalformedJson e) {
            throw new IllegalStateException("the stored text is not JSON", e);
        }
    }

    public static String write(Json json) {
        var out = new StringWriter();
        try (var generator = FACTORY.createGenerator(out)) {
            write(json, generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static Json whole(JsonParser parser) throws IOException, MalformedJson {
        if (parser.nextToken() == null) {
            throw new MalformedJson("empty");
        }
        var json = value(parser);
        if (parser.nextToken() != null) {
            throw new MalformedJson("more than one value");
        }
        return json;
    }

    private static Json value(JsonParser parser) throws IOException, MalformedJson {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                var members = new LinkedHashMap<String, Json>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    var name = text(parser.currentName());
                    parser.nextToken();
                    members.put(name, value(parser));
                }
                yield new Obj(members);
            }
            case START_ARRAY -> {
                var items = new ArrayList<Json>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield new Arr(items);
            }
            case VALUE_STRING -> new Str(text(parser.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Num(number(parser));
            case VALUE_TRUE -> new Bool(true);
            case VALUE_FALSE -> new Bool(false);
            case VALUE_NULL -> Json.Null.NULL;
            default -> throw new MalformedJson("not JSON");
        };
    }

    /** A greater exponent could stand for a number of a billion digits. */
    private static BigDecimal number(JsonParser parser) throws IOException, MalformedJson {
        try {
            var number = parser.getDecimalValue();
            if (Math.abs((long) number.scale()) <= GREATEST_EXPONENT) {
                return number;
            }
        } catch (NumberFormatException | ArithmeticException outOfRange) {
            throw new MalformedJson("a number out of range");
        }
        throw new MalformedJson("a number out of range");
    }

    private static String text(String text) throws MalformedJson {
        if (text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
            throw new MalformedJson("a lone surrogate");
        }
        return text;
    }

    private static void write(Json json, JsonGenerator out) throws IOException {
        switch (json) {
            case Obj(var members) -> {
                out.writeStartObject();
                for (var member : members.entrySet()) {
                    out.writeFieldName(member.getKey());
                    write(member.getValue(), out);
                }
                out.writeEndObject();
            }
            case Arr(var items) -> {
                out.writeStartArray();
                for (var item : items) {
                    write(item, out);
                }
                out.writeEndArray();
            }
            case Str(var value) -> out.writeString(value);
            case Num(var value) -> out.writeNumber(value);
            case Bool(var value) -> out.writeBoolean(value);
            case Null() -> out.writeNull();
        }
    }
}
