package org.supportpin.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.testing.Draw;

class EntityTagsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"k9\"",
                "W/\"k9\"",
                " \"k9\" ",
                "\"a\",\"k9\"",
                "\"a\" , W/\"k9\" ,\"b\"",
                ",, \"k9\",",
                "\"a,b\", \"k9\"",
                "\"\u00e9\", \"k9\"",
                "*",
                " * "
            })
    void aListOrAnAsteriskNamesTheTag(String header) {
        assertThat(EntityTags.name(header, "k9")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "\"\"",
                "\"foo,*,bar\"",
                "\"foo,\"k9\",bar\"",
                "\"foo, k9\"",
                "k9",
                "\"k9",
                "k9\"",
                "w/\"k9\"",
                "W/ \"k9\"",
                "W/k9",
                "\"K9\"",
                "\"k9\" \"k9\"",
                "\"k9\", *",
                "*, \"k9\"",
                "**",
                "\"*\"",
                "\"k9\";q=1",
                "\"k9\", k9",
                "\"k 9\"",
                "\"k9\"\n"
            })
    void anythingElseDoesNot(String header) {
        assertThat(EntityTags.name(header, "k9")).isFalse();
    }

    @Test
    void aLongHeaderIsReadInTime() {
        assertThat(EntityTags.name("\"a\",".repeat(100_000) + "\"k9\"", "k9")).isTrue();
        assertThat(EntityTags.name(" ".repeat(100_000) + "x", "k9")).isFalse();
        assertThat(EntityTags.name("\"" + "a".repeat(1_000_000), "k9")).isFalse();
    }

    @Test
    void noTextFails() {
        Draw.times(20_000, draw -> {
            var header = draw.chance(50) ? draw.damaged("W/\"a,b\", \"k9\" , \"c\"") : draw.hostile(45);
            assertThat(EntityTags.name(header, "no tag of any header"))
                    .isEqualTo(header.strip().equals("*"));
        });
    }
}
