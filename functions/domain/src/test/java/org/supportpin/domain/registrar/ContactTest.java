package org.supportpin.domain.registrar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.supportpin.domain.registrar.Domains.GIORGOS;
import static org.supportpin.domain.registrar.Domains.MARIA;
import static org.supportpin.domain.registrar.Domains.MARIA_ID;
import static org.supportpin.domain.registrar.Domains.usual;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.check.Checked;

class ContactTest {

    @Test
    void nothingPersonalIsPrinted() {
        assertThat(usual().toString() + MARIA + MARIA.details())
                .contains("Μ•••", "m•••@e•••.gr", "••67")
                .doesNotContain("Μαρία", "Παπαδοπούλου", "maria", "2101234");
    }

    @Test
    void aNameIsNormalisedAndMaskedToItsFirstLetter() {
        assertThat(PersonName.parse(" Α\u0301ννα Δήμου ").orThrow()).isEqualTo(new PersonName("Άννα Δήμου"));
        assertThat(new PersonName("Άννα Δήμου").masked()).isEqualTo("Ά•••");
        assertThat(new PersonName("\ud835\udc9c & Co").masked()).isEqualTo("\ud835\udc9c•••");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "a\u202eb", "a\u200bb", "a\u0000"})
    void noNames(String text) {
        assertThat(PersonName.parse(text)).isInstanceOf(Checked.Faulty.class);
    }

    @Test
    void aNameHasHundredCharactersAtMost() {
        assertThat(PersonName.parse("α".repeat(255))).isInstanceOf(Checked.Valid.class);
        assertThat(PersonName.parse("α".repeat(256))).isInstanceOf(Checked.Faulty.class);
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonName("α".repeat(256)));
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonName(" α"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "con 1", "con/1", "κον-1", "con-1\n"})
    void noContactIds(String text) {
        assertThat(ContactId.parse(text)).isInstanceOf(Checked.Faulty.class);
        assertThatIllegalArgumentException().isThrownBy(() -> new ContactId(text));
    }

    @Test
    void aContactOfACustomersListIsNotThatCustomer() {
        assertThat(MARIA.isPerson(MARIA_ID)).isTrue();
        assertThat(GIORGOS.listedUnder()).isEqualTo(MARIA_ID);
        assertThat(GIORGOS.isPerson(MARIA_ID)).isFalse();
    }
}
