package org.supportpin.domain.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.check.Checked.Valid;

class CheckedTest {

    @Test
    void aValidValueIsChangedAndAFaultyOneKeepsItsFaults() {
        var faults = List.of(new Fault("/a", "Give a."), new Fault("/b", "Give b."));

        assertThat(Checked.valid(2).map(value -> value + 1)).isEqualTo(new Valid<>(3));
        assertThat(Checked.<Integer>faulty(faults).map(value -> value + 1)).isEqualTo(new Faulty<>(faults));
    }

    @Test
    void aConstantIsTakenOutOrSaysWhatIsWrong() {
        assertThat(Checked.valid("x").orThrow()).isEqualTo("x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checked.faulty("Give a name.").orThrow())
                .withMessage("Give a name.");
    }

    @Test
    void nothingIsFaultyWithoutAFault() {
        assertThatIllegalArgumentException().isThrownBy(() -> Checked.faulty(List.of()));
    }

    @Test
    void faultsAreNotChangedAfterwards() {
        var faults = new ArrayList<>(List.of(new Fault("", "Give one.")));
        var faulty = new Faulty<String>(faults);

        faults.add(new Fault("", "Give another."));

        assertThat(faulty.faults()).containsExactly(new Fault("", "Give one."));
    }
}
