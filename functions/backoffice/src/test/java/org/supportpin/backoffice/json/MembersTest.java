package org.supportpin.backoffice.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.check.WireName;

class MembersTest {

    enum Colour implements WireName {
        LIGHT_BLUE,
        RED
    }

    record Flag(
            Colour colour,
            List<Integer> stripes,
            @Nullable String motto,
            @Nullable Colour rim,
            @Nullable Flag old) {}

    private static final ObjectCodec<Flag> FLAG = MembersTest::flag;

    private static Checked<Flag> flag(Members<Flag> members) {
        var colour = members.required("colour", Codec.oneOf(Colour.values()), Flag::colour);
        var stripes = members.required("stripes", Codec.integer(1, 9).list(1, 3), Flag::stripes);
        var motto = members.optional("motto", Codec.string(), Flag::motto);
        var rim = members.nullable("rim", Codec.oneOf(Colour.values()), Flag::rim);
        var old = members.optional("old", FLAG, Flag::old);
        return members.make(() -> new Flag(colour.get(), stripes.get(), motto.orNull(), rim.orNull(), old.orNull()));
    }

    private static final Flag PLAIN = new Flag(Colour.RED, List.of(1), null, null, null);
    private static final Flag FULL = new Flag(Colour.LIGHT_BLUE, List.of(9, 1, 1), "Ελευθερία", Colour.RED, PLAIN);

    @Test
    void membersAreWrittenInTheirOrderAndThoseWithoutAValueAreLeftOutOrNull() {
        assertThat(JsonText.write(FLAG.write(FULL)))
                .isEqualTo("{\"colour\":\"light-blue\",\"stripes\":[9,1,1],\"motto\":\"Ελευθερία\",\"rim\":\"red\","
                        + "\"old\":{\"colour\":\"red\",\"stripes\":[1],\"rim\":null}}");
    }

    @Test
    void whatIsWrittenIsReadBack() {
        assertThat(List.of(PLAIN, FULL))
                .allSatisfy(flag -> assertThat(FLAG.from(FLAG.write(flag))).isEqualTo(Checked.valid(flag)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {}                                                              | /colour /stripes /rim
            {'colour': 'RED', 'stripes': [], 'rim': 5}                      | /colour /stripes /rim
            {'colour': null, 'stripes': [0, 1, 'x'], 'rim': null}           | /colour /stripes/0 /stripes/2
            {'colour': 'red', 'stripes': [1], 'rim': null, 'motto': null}   | /motto
            {'colour': 'red', 'stripes': [1], 'rim': null, 'old': {'colour': 'red', 'stripes': [1]}} | /old/rim
            {'colour': 'red', 'stripes': [1], 'rim': null, 'size': 1}       | /size
            []                                                              | ~~
            """)
    void everyFaultIsAtItsPlace(String text, String pointers) {
        assertThat(FLAG.from(JsonText.readOwn(text.replace('\'', '"'))))
                .isInstanceOfSatisfying(
                        Checked.Faulty.class,
                        faulty -> assertThat(((Checked.Faulty<?>) faulty).faults())
                                .extracting(Fault::pointer)
                                .containsExactly(pointers.split(" ", -1)));
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        assertThat(Codec.oneOf(Colour.values()).from(Json.of("blue")))
                .isEqualTo(Checked.faulty("Enter light-blue or red.", "Δώστε light-blue ή red."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13-01", "22.11.2026", ""})
    void whatAConstructorRefusesIsAFault(String text) {
        assertThat(Texts.DAY.from(Json.of(text))).isEqualTo(Checked.faulty("Enter a date, for example 2026-11-22."));
    }

    /** Members may depend on an earlier one. */
    @Test
    void aMemberThatOthersDependOnHasItsValueInBothModes() {
        ObjectCodec<Flag> dependent = members -> {
            var colour = members.required("colour", Codec.oneOf(Colour.values()), Flag::colour);
            if (colour.orNull() == null) {
                return members.faulty();
            }
            var stripes =
                    members.required(colour.get().text(), Codec.integer(1, 9).list(1, 3), Flag::stripes);
            return members.make(() -> new Flag(colour.get(), stripes.get(), null, null, null));
        };

        assertThat(JsonText.write(dependent.write(PLAIN))).isEqualTo("{\"colour\":\"red\",\"red\":[1]}");
        assertThat(dependent.from(dependent.write(PLAIN))).isEqualTo(Checked.valid(PLAIN));
        assertThat(dependent.from(JsonText.readOwn("{\"colour\": \"green\"}"))).isInstanceOf(Checked.Faulty.class);
    }
}
