package org.supportpin.backoffice.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.check.Fault;

/** A rule for partial results: lists of numbers that must be even, in objects with a name. */
class PartialResultTest {

    private record Row(String name, List<Integer> numbers) {}

    private static final Row NO_ROW = new Row("", List.of());

    private static final Read<List<Row>> ROWS = PartialResult.judged(
            PartialResult.list(PartialResult.object(NO_ROW, PartialResultTest::row), 1, 3), PartialResultTest::rule);

    @Test
    void whatIsRightPassesOnToTheRule() {
        assertThat(ROWS.from(json("[{'name': 'a', 'numbers': [2, 4]}, {'name': 'b'}]")))
                .isEqualTo(Checked.valid(List.of(new Row("a", List.of(2, 4)), new Row("b", List.of()))));
    }

    @Test
    void theRuleAloneFindsFaults() {
        assertThat(pointers("[{'numbers': [2, 3]}]")).containsExactly("/0/name", "/0/numbers/1");
    }

    @Test
    void faultsOfTheJsonDoNotHideThoseOfTheRule() {
        assertThat(pointers("[{'name': 'a', 'other': 1}, {'name': 'b', 'numbers': [3]}]"))
                .containsExactlyInAnyOrder("/0/other", "/1/numbers/0");
        assertThat(pointers("[{'other': 1}, {'name': 'b', 'numbers': ['x', 3]}]"))
                .containsExactlyInAnyOrder("/0/other", "/0/name", "/1/numbers/0", "/1/numbers/1");
    }

    @Test
    void noFaultIsReportedTwice() {
        assertThat(pointers("[{'name': 5, 'numbers': ['x']}, {'name': 'b', 'numbers': 'x'}, 'row']"))
                .containsExactlyInAnyOrder("/0/name", "/0/numbers/0", "/1/numbers", "/2");
    }

    /** {@code /10} is not below {@code /1}, and {@code /0/names} is not below {@code /0/name}. */
    @Test
    void aPlaceIsComparedPartByPart() {
        var partly = new PartialResult<>("", List.of(new Fault("/1", "reported")));

        assertThat(partly.judge(_ -> Checked.faulty(
                        List.of(new Fault("/10", "new"), new Fault("/1/a", "old"), new Fault("", "whole")))))
                .isEqualTo(Checked.faulty(
                        List.of(new Fault("/1", "reported"), new Fault("/10", "new"), new Fault("", "whole"))));
    }

    @Test
    void aListOfTheWrongLengthIsOneFault() {
        assertThat(pointers("[]")).containsExactly("");
        assertThat(pointers("[{}, {}, {}, {}]")).containsExactly("");
        assertThat(pointers("{}")).containsExactly("");
    }

    private static PartialResult<Row> row(Fields fields) {
        var name = fields.optional("name", Read.string());
        var numbers =
                fields.optionalPartly("numbers", PartialResult.list(PartialResult.or(-1, Read.integer(0, 9)), 0, 9));
        return fields.partly(() -> new Row(
                Objects.requireNonNullElse(name.orNull(), ""),
                Objects.requireNonNullElse(numbers.orNull(), List.<Integer>of())));
    }

    private static Checked<List<Row>> rule(List<Row> rows) {
        var faults = new ArrayList<Fault>();
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).name().isEmpty()) {
                faults.add(new Fault("/name", "Enter a name.").within(row));
            }
            for (int i = 0; i < rows.get(row).numbers().size(); i++) {
                if (rows.get(row).numbers().get(i) % 2 != 0) {
                    faults.add(new Fault("", "Enter an even number.")
                            .within(i)
                            .within("numbers")
                            .within(row));
                }
            }
        }
        return faults.isEmpty() ? Checked.valid(rows) : Checked.faulty(faults);
    }

    private static List<String> pointers(String text) {
        return ROWS.from(json(text)) instanceof Faulty<List<Row>>(var faults)
                ? faults.stream().map(Fault::pointer).toList()
                : List.of();
    }

    private static Json json(String text) {
        return JsonText.readOwn(text.replace('\'', '"'));
    }
}
