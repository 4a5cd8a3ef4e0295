package org.supportpin.backoffice.json;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.json.Json.Arr;
import org.supportpin.backoffice.json.Json.Bool;
import org.supportpin.backoffice.json.Json.Num;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.Json.Str;
import org.supportpin.backoffice.json.JsonText.MalformedJson;

class JsonTextTest {

    private static void assertMalformed(byte[] text) {
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> JsonText.read(text))
                .withMessageNotContaining("482913");
    }

    private static void assertMalformed(String text) {
        assertMalformed(text.getBytes(UTF_8));
    }

    @Nested
    class Reading {

        @Test
        void everyKindOfValueIsRead() throws MalformedJson {
            var read = JsonText.read(
                    " {\"b\": [1, -2.50, 1e3, true, false, null, \"ά\\n\\u0000\\ud83d\\ude42\"], \"a\": {}} ");

            assertThat(read)
                    .isEqualTo(Json.object()
                            .put(
                                    "b",
                                    new Arr(List.of(
                                            new Num(new BigDecimal("1")),
                                            new Num(new BigDecimal("-2.50")),
                                            new Num(new BigDecimal("1E+3")),
                                            new Bool(true),
                                            new Bool(false),
                                            Json.Null.NULL,
                                            new Str("ά\n\0🙂"))))
                            .put("a", new Obj(Map.of()))
                            .build());
            assertThat(((Obj) read).members().keySet()).containsExactly("b", "a");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "{",
                    "}",
                    "[1",
                    "[1,]",
                    "{\"a\":1,}",
                    "{a:1}",
                    "{'a':1}",
                    "{\"a\" 1}",
                    "{\"a\":}",
                    "01",
                    "+1",
                    "1.",
                    ".5",
                    "0x10",
                    "NaN",
                    "Infinity",
                    "nul",
                    "True",
                    "\"482913",
                    "\"a\nb\"",
                    "\"a\0b\"",
                    "\"\\x41\"",
                    "// c\n1",
                    "/* c */ 1",
                    "1\0",
                    "\0 1"
                })
        void whatIsNotJsonIsRefused(String text) {
            assertMalformed(text);
        }

        /** RFC 8259 §4: it is unpredictable which of the two would count. */
        @ParameterizedTest
        @ValueSource(
                strings = {"{\"pin\":1,\"pin\":1}", "{\"a\":1,\"\\u0061\":2}", "[{\"b\":{\"a\":1,\"c\":2,\"a\":3}}]"})
        void duplicateNamesAreRefused(String text) {
            assertMalformed(text);
        }

        @ParameterizedTest
        @ValueSource(strings = {"{} {}", "1 2", "{}482913", "[],", "\"a\"\"b\"", "{}}", "null null"})
        void nothingMayFollow(String text) {
            assertMalformed(text);
        }

        @ParameterizedTest
        @CsvSource({"1, true", "64, true", "65, false", "10000, false"})
        void sixtyFourLevelsAreTheMost(int levels, boolean read) throws MalformedJson {
            var lists = "[".repeat(levels) + "]".repeat(levels);
            var objects = "{\"a\":".repeat(levels) + "1" + "}".repeat(levels);
            if (read) {
                assertThat(JsonText.read(lists)).isInstanceOf(Arr.class);
                assertThat(JsonText.read(objects)).isInstanceOf(Obj.class);
            } else {
                assertMalformed(lists);
                assertMalformed(objects);
            }
        }

        /** RFC 8259 §8.2: they have no UTF-8 form and no agreed meaning. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"\\ud800\"",
                    "\"\\udc00\"",
                    "\"\\udc00\\ud800\"",
                    "\"a\\ud83dx\"",
                    "{\"\\ud800\":1}",
                    "[{\"a\":\"\\udfff\"}]"
                })
        void loneSurrogatesAreRefused(String text) {
            assertMalformed(text);
        }

        @Test
        void aLoneSurrogateInAStringOfOursIsRefusedAndNotReplaced() {
            assertThatExceptionOfType(MalformedJson.class).isThrownBy(() -> JsonText.read("\"\ud800\""));
            assertThatExceptionOfType(MalformedJson.class).isThrownBy(() -> JsonText.read("{\"\udc00\":1}"));
        }

        /** A stray byte, a truncated sequence, overlong forms of a quote and of NUL, an encoded surrogate, a code point beyond U+10FFFF. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "22ff22",
                    "22c322",
                    "22ce",
                    "22c0a222",
                    "22c08022",
                    "22eda08022",
                    "22f490808022",
                    "2280",
                    "22e0808022",
                    "22f800000022"
                })
        void whatIsNotUtf8IsRefused(String hex) {
            assertMalformed(HexFormat.of().parseHex(hex));
        }

        /** RFC 8259 §8.1: UTF-8 without a byte order mark. */
        @Test
        void anotherEncodingIsRefused() {
            assertMalformed("{\"a\":1}".getBytes(UTF_16BE));
            assertMalformed("\ufeff{\"a\":1}");
        }

        @Test
        void aNumberMayHaveFortyCharactersAndNoMore() throws MalformedJson {
            assertThat(JsonText.read("1".repeat(40))).isEqualTo(new Num(new BigDecimal("1".repeat(40))));
            assertMalformed("1".repeat(41));
            assertMalformed("-0." + "1".repeat(60));
            assertMalformed("1e" + "9".repeat(60));
        }

        @ParameterizedTest
        @CsvSource({"1e999, true", "-1.5E+998, true", "1e-999, true", "1e1000, false", "1e-1000, false"})
        void anExponentIsWithinAThousand(String text, boolean read) throws MalformedJson {
            if (read) {
                assertThat(JsonText.write(Canonical.of(JsonText.read(text)))).hasSizeLessThan(20);
            } else {
                assertMalformed(text);
            }
        }

        /** Written out, they have a billion digits or more; the greatest do not even fit a BigDecimal. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "1e999999999",
                    "-1e-999999999",
                    "1E+2147483647",
                    "10e2147483648",
                    "1e-2147483648",
                    "1e99999999999",
                    "1e-99999999999"
                })
        void anExponentBeyondAllBoundsIsRefused(String text) {
            assertMalformed(text);
        }

        @Test
        void theMessageSaysWhereAndNeverWhat() {
            assertThatExceptionOfType(MalformedJson.class)
                    .isThrownBy(() -> JsonText.read("{\"pin\":\n \"482913\" x}"))
                    .withMessage("not JSON at line 2, column 11");
            assertThatExceptionOfType(MalformedJson.class)
                    .isThrownBy(() -> JsonText.read("{\"482913\":1,\"482913\":1}"))
                    .withMessageNotContaining("482913");
        }

        @Test
        void whatWasStoredMustBeJson() {
            assertThat(JsonText.readOwn("[]")).isEqualTo(new Arr(List.of()));
            assertThatIllegalStateException()
                    .isThrownBy(() -> JsonText.readOwn("[482913"))
                    .withMessage("the stored text is not JSON");
        }
    }

    @Nested
    class Writing {

        @Test
        void membersKeepTheirOrder() {
            assertThat(JsonText.write(Json.object()
                            .put("b", 1)
                            .put("a", true)
                            .put("c", "\"\\\n\0ά🙂")
                            .putIfPresent("d", (String) null)
                            .putIfPresent("e", (Json) null)
                            .put("f", Json.of((String) null))
                            .build()))
                    .isEqualTo("{\"b\":1,\"a\":true,\"c\":\"\\\"\\\\\\n\\u0000ά🙂\",\"f\":null}");
        }

        @Test
        void whatIsWrittenIsReadAsItWas() throws MalformedJson {
            for (long seed = 1; seed <= 500; seed++) {
                var json = any(new Random(seed), 0);
                assertThat(JsonText.read(JsonText.write(json)))
                        .as("seed " + seed)
                        .isEqualTo(json);
                assertThat(JsonText.read(JsonText.write(json).getBytes(UTF_8)))
                        .as("seed " + seed)
                        .isEqualTo(json);
                assertThat(Canonical.hash(JsonText.readOwn(JsonText.write(Canonical.of(json)))))
                        .as("seed " + seed)
                        .isEqualTo(Canonical.hash(json));
            }
        }
    }

    private static Json any(Random random, int depth) {
        return switch (random.nextInt(depth > 4 ? 5 : 7)) {
            case 0 -> Json.Null.NULL;
            case 1 -> new Bool(random.nextBoolean());
            case 2 -> new Num(new BigDecimal(new BigInteger(60, random), random.nextInt(40) - 20));
            case 3 -> Json.of(random.nextLong());
            case 4 -> new Str(text(random));
            case 5 -> {
                var items = new ArrayList<Json>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    items.add(any(random, depth + 1));
                }
                yield new Arr(items);
            }
            default -> {
                var members = new LinkedHashMap<String, Json>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    members.put(text(random), any(random, depth + 1));
                }
                yield new Obj(members);
            }
        };
    }

    /** Every code point except surrogates may occur. */
    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            int point = random.nextInt(random.nextBoolean() ? 0x80 : Character.MAX_CODE_POINT + 1);
            if (Character.getType(point) != Character.SURROGATE) {
                text.appendCodePoint(point);
            }
        }
        return text.toString();
    }
}
