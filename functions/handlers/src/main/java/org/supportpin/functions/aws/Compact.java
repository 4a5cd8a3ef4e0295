package org.supportpin.functions.aws;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Arr;
import org.supportpin.backoffice.json.Json.Num;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.Json.Str;
import org.supportpin.domain.action.ActionHashes;
import org.supportpin.domain.action.Gates;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.identity.SealedText;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.PinCounter;

/** Rows of values, which keep an entry within one write unit. Instants are milliseconds since the epoch. */
final class Compact {

    private Compact() {}

    static Json at(@Nullable Instant instant) {
        return instant == null ? Json.Null.NULL : Json.of(instant.toEpochMilli());
    }

    /** 43 characters of base64url. */
    static Json hash(Hash hash) {
        return Json.of(Base64.getUrlEncoder().withoutPadding().encodeToString(hash.bytes()));
    }

    static Hash hash(Json json) {
        return new Hash(HexFormat.of().formatHex(Base64.getUrlDecoder().decode(text(json))));
    }

    static Arr row(Json... values) {
        return new Arr(List.of(values));
    }

    /** The key's version, and the sealed bytes. */
    static Json sealed(@Nullable SealedText text) {
        return text == null
                ? Json.Null.NULL
                : row(
                        Json.of(text.keyVersion()),
                        Json.of(Base64.getUrlEncoder().withoutPadding().encodeToString(text.bytes())));
    }

    /** What only the PIN key opens. */
    static Json shown(@Nullable Ciphertext text) {
        return text == null
                ? Json.Null.NULL
                : Json.of(Base64.getUrlEncoder().withoutPadding().encodeToString(text.bytes()));
    }

    static @Nullable Ciphertext shownOrNull(Json json) {
        return json instanceof Str(var value)
                ? new Ciphertext(Base64.getUrlDecoder().decode(value))
                : null;
    }

    /** Without the nulls at its end. */
    static Arr trimmed(Stream<Json> values) {
        var kept = new ArrayList<>(values.toList());
        while (!kept.isEmpty() && kept.getLast() instanceof Json.Null) {
            kept.removeLast();
        }
        return new Arr(kept);
    }

    static Arr instants(List<Instant> instants) {
        return Json.array(instants, Compact::at);
    }

    /** A row, read value by value in the order of writing. */
    static final class Row {
        private final List<Json> values;
        private int next;

        Row(Json json) {
            this.values = json instanceof Arr(var items) ? items : List.of();
        }

        String text() {
            return Compact.text(take());
        }

        @Nullable String textOrNull() {
            return take() instanceof Str(var value) ? value : null;
        }

        long number() {
            return Compact.number(take());
        }

        int integer() {
            return Math.toIntExact(number());
        }

        int integerOr(int otherwise) {
            return take() instanceof Num(var value) ? value.intValueExact() : otherwise;
        }

        Instant instant() {
            return Instant.ofEpochMilli(number());
        }

        @Nullable Instant instantOrNull() {
            return take() instanceof Num(var value) ? Instant.ofEpochMilli(value.longValueExact()) : null;
        }

        @Nullable SealedText sealedOrNull() {
            if (!(take() instanceof Arr row)) {
                return null;
            }
            var in = new Row(row);
            return SealedText.stored(in.integer(), Base64.getUrlDecoder().decode(in.text()));
        }

        @Nullable Ciphertext shownOrNull() {
            return Compact.shownOrNull(take());
        }

        @Nullable PinCounter counterOrNull() {
            var step = take();
            var generation = take();
            return step instanceof Num
                    ? new PinCounter(Compact.number(step), Math.toIntExact(Compact.number(generation)))
                    : null;
        }

        ActionHashes hashes() {
            return new ActionHashes(Compact.hash(take()), Compact.hash(take()));
        }

        Row row() {
            return new Row(take());
        }

        /** The rest of the row. */
        Stream<String> texts() {
            return values.stream().skip(next).map(Compact::text);
        }

        Stream<Row> rows() {
            return take() instanceof Arr(var items) ? items.stream().map(Row::new) : Stream.of();
        }

        boolean hasMore() {
            return next < values.size();
        }

        @Nullable Gates gatesOrNull() {
            return take() instanceof Arr row ? GatesJson.read(row) : null;
        }

        Json take() {
            return next < values.size() ? values.get(next++) : Json.Null.NULL;
        }
    }

    static <T> List<T> list(Obj object, String name, Function<Json, T> each) {
        return object
                .get(name)
                .map(json -> json instanceof Arr(var items) ? items : List.<Json>of())
                .orElse(List.of())
                .stream()
                .map(each)
                .toList();
    }

    static List<Instant> instants(Json list) {
        return list instanceof Arr(var items)
                ? items.stream().map(each -> Instant.ofEpochMilli(number(each))).toList()
                : List.of();
    }

    static List<Instant> instants(Obj object, String name) {
        return list(object, name, json -> Instant.ofEpochMilli(number(json)));
    }

    static long number(Json json) {
        if (json instanceof Num(BigDecimal value)) {
            return value.longValueExact();
        }
        throw unreadable();
    }

    static String text(Json json) {
        if (json instanceof Str(var value)) {
            return value;
        }
        throw unreadable();
    }

    static IllegalStateException unreadable() {
        return new IllegalStateException("a stored item has a format that this version cannot read");
    }
}
