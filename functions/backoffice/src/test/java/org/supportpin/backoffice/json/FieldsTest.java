package org.supportpin.backoffice.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.check.Text;

class FieldsTest {

    /** An object with every kind of member. */
    record Asked(
            String domain, List<Item> changes, @Nullable String note) {}

    record Item(String name, int ttl) {}

    private static final Read<Item> ITEM = Read.object(fields -> {
        var name = fields.required("name", Read.text(text -> Text.line(text, 1, 5)));
        var ttl = fields.required("ttl", Read.integer(60, 86400));
        return fields.make(() -> new Item(name.get(), ttl.get()));
    });

    private static final Read<Asked> ASKED = Read.object(fields -> {
        var domain = fields.required("domain", Read.string());
        var changes = fields.required("changes", Read.list(ITEM, 1, 3));
        var note = fields.optional("note", Read.string());
        return fields.make(() -> new Asked(domain.get(), changes.get(), note.orNull()));
    });

    private static Checked<Asked> read(String text) {
        return ASKED.from(JsonText.readOwn(text));
    }

    private static List<Fault> faults(Checked<?> checked) {
        return checked instanceof Faulty<?>(var faults) ? faults : List.of();
    }

    private static List<String> pointers(String text) {
        return faults(read(text)).stream().map(Fault::pointer).toList();
    }

    @Test
    void whatIsRightIsMade() {
        assertThat(read("{\"changes\":[{\"ttl\":60,\"name\":\"a\"}],\"domain\":\"x.gr\"}"))
                .isEqualTo(new Valid<>(new Asked("x.gr", List.of(new Item("a", 60)), null)));
        assertThat(read("{\"changes\":[{\"ttl\":6e1,\"name\":\"a\"}],\"domain\":\"x.gr\",\"note\":\"n\"}"))
                .isEqualTo(new Valid<>(new Asked("x.gr", List.of(new Item("a", 60)), "n")));
    }

    @Test
    void allFaultsAreReportedTogetherEachWithItsPlace() {
        assertThat(pointers("""
                        {"domain": 7,
                         "changes": [{"name": "a", "ttl": 59}, {"name": "abcdef", "ttl": 60, "typ/e~": 1}, 5],
                         "note": null,
                         "nota": "x"}"""))
                .containsExactly(
                        "/domain",
                        "/changes/0/ttl",
                        "/changes/1/name",
                        "/changes/1/typ~1e~0",
                        "/changes/2",
                        "/note",
                        "/nota");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(faults(read("{}")))
                .containsExactly(
                        new Fault("/domain", "This member is required.", "Το πεδίο είναι υποχρεωτικό."),
                        new Fault("/changes", "This member is required.", "Το πεδίο είναι υποχρεωτικό."));
    }

    @Test
    void aMisspeltMemberIsNeverIgnored() {
        assertThat(faults(read("{\"changes\":[{\"ttl\":60,\"name\":\"a\"}],\"domain\":\"x.gr\",\"Note\":\"n\"}")))
                .containsExactly(
                        new Fault("/Note", "This member is unknown; remove it.", "Άγνωστο πεδίο: αφαιρέστε το."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"482913", "a+306912345678", "maria@example.gr", "two\\nlines"})
    void aNameThatMayBeASecretIsNotRepeated(String name) {
        assertThat(faults(read("{\"changes\":[{\"ttl\":60,\"name\":\"a\"}],\"domain\":\"x.gr\",\"" + name + "\":1}")))
                .containsExactly(new Fault(
                        "",
                        "The object has a member with an unknown name; remove it.",
                        "Υπάρχει πεδίο με άγνωστο όνομα: αφαιρέστε το."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"x\"", "1", "true"})
    void onlyAnObjectIsAnObject(String text) {
        assertThat(faults(read(text)))
                .containsExactly(new Fault("", "Enter a JSON object.", "Δώστε αντικείμενο JSON."));
    }

    /** A value may be a PIN, so no message repeats it. */
    @Test
    void noMessageRepeatsTheValue() {
        var faults = faults(read("{\"domain\":482913,\"changes\":\"482913\",\"note\":482913}"));

        assertThat(faults).hasSize(3).noneMatch(fault -> fault.toString().contains("482913"));
    }

    @Test
    void theSupplierRunsOnlyWhereNothingWasWrong() {
        var fields = new Fields((Json.Obj) JsonText.readOwn("{\"a\":1}"));
        var member = fields.required("a", Read.string());

        assertThat(fields.isSound()).isFalse();
        assertThatIllegalStateException().isThrownBy(member::get);
        assertThat(member.orNull()).isNull();
        assertThat(fields.make(() -> {
                    throw new AssertionError("made in spite of a fault");
                }))
                .isInstanceOf(Faulty.class);
    }

    @Test
    void aFaultOfSeveralMembersTogetherIsReportedToo() {
        var fields = new Fields((Json.Obj) JsonText.readOwn("{\"a\":2,\"b\":1}"));
        fields.required("a", Read.integer(0, 9));
        fields.required("b", Read.integer(0, 9));

        assertThat(fields.isSound()).isTrue();
        assertThat(fields.fault(new Fault("/b", "Not below a.")).make(() -> 1))
                .isEqualTo(Checked.faulty(List.of(new Fault("/b", "Not below a."))));
    }

    @Nested
    class Kinds {

        @ParameterizedTest
        @CsvSource({
            "0, true",
            "9, true",
            "9.0, true",
            "90e-1, true",
            "-1, false",
            "10, false",
            "1.5, false",
            "1e9, false",
            "'\"5\"', false",
            "true, false",
            "null, false"
        })
        void aWholeNumberWithinBounds(String text, boolean taken) {
            assertThat(Read.integer(0, 9).from(JsonText.readOwn(text)) instanceof Valid)
                    .isEqualTo(taken);
        }

        @ParameterizedTest
        @CsvSource({"true, true", "false, true", "0, false", "'\"true\"', false", "null, false"})
        void aFlag(String text, boolean taken) {
            assertThat(Read.bool().from(JsonText.readOwn(text)) instanceof Valid)
                    .isEqualTo(taken);
        }

        @ParameterizedTest
        @CsvSource({"[], false", "[1], true", "'[1,2]', true", "'[1,2,3]', false", "{}, false", "1, false"})
        void aListOfSoMany(String text, boolean taken) {
            assertThat(Read.list(Read.json(), 1, 2).from(JsonText.readOwn(text)) instanceof Valid)
                    .isEqualTo(taken);
        }
    }

    @Test
    void anotherSystemsAnswerMaySayMore() {
        Read<Item> lenient = Read.object(fields -> {
            var name = fields.takingOthers().required("name", Read.string());
            return fields.make(() -> new Item(name.get(), 60));
        });

        assertThat(lenient.from(JsonText.readOwn("{\"name\":\"a\",\"x\":1}")))
                .isEqualTo(new Valid<>(new Item("a", 60)));
        assertThat(lenient.from(JsonText.readOwn("{\"x\":1}"))).isInstanceOf(Faulty.class);
    }
}
