package org.supportpin.domain.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GreekFormsTest {

    @ParameterizedTest
    @CsvSource({
        "νομος.gr, νόμος.gr",
        "νόμοσ.gr, νόμος.gr",
        "νομοσ.gr, νόμος.gr",
        "νόμος.gr, νομος.gr",
        "νομός.gr, νόμος.gr",
        "ΝΕΑ.gr, νέα.gr",
        "μαϊου.gr, μαΐου.gr",
        "πλοιο-24.gr, πλοίο-24.gr"
    })
    void theRegisteredOneIsAmongThem(String typed, String registered) {
        var name = DomainName.parse(typed).orThrow();

        assertThat(GreekForms.of(name))
                .contains(DomainName.parse(registered).orThrow())
                .doesNotContain(name)
                .hasSizeLessThan(2 * typed.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nea.gr", "www.νόμος.gr", "νόμος.com", "νόμος.ελ", "123.gr"})
    void otherNamesHaveNone(String name) {
        assertThat(GreekForms.of(DomainName.parse(name).orThrow())).isEmpty();
    }
}
