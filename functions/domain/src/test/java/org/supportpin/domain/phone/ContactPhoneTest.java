package org.supportpin.domain.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.check.Checked;

class ContactPhoneTest {

    @ParameterizedTest
    @CsvSource({
        "+302101234567, +302101234567",
        "210 123 4567, +302101234567",
        "0030 2310-234567, +302310234567",
        "6912345678, +306912345678",
        "+35722123456, +35722123456",
        "+44 20 7946 0018, +442079460018",
        "+1 202 555 0123, +12025550123",
        "+308001234567, +308001234567",
        "+800 1234 5678, +80012345678"
    })
    void anyNumberThatExistsInAnyCountry(String text, String e164) {
        assertThat(ContactPhone.parse(text)).isEqualTo(Checked.valid(new PhoneNumber(e164)));
    }

    @ParameterizedTest
    @CsvSource({
        "+30210123456, exists",
        "+3021012345678, exists",
        "+302001234567, exists",
        "6012345678, exists",
        "+309091234567, premium-rate",
        "9011234567, premium-rate",
        "+999691234567, without an extension",
        "302101234567, without an extension",
        "112, without an extension",
        "+302101234567 ext. 5, without an extension",
        "٢١٠١٢٣٤٥٦٧, without an extension",
        "'', without an extension"
    })
    void noOther(String text, String reason) {
        assertThat(ContactPhone.parse(text))
                .isInstanceOfSatisfying(
                        Checked.Faulty.class,
                        faulty -> assertThat(faulty.faults().toString()).contains(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+302101234567", "+442079460018", "+80012345678"})
    void whatAContactMayHaveMayGetNoSmsForThat(String text) {
        assertThat(PhoneNumbers.ofDefaultRegions().parse(text)).isInstanceOf(Checked.Faulty.class);
    }

    @Test
    void aLongTextIsNotEvenRead() {
        assertThat(ContactPhone.parse("9".repeat(1_000_000))).isInstanceOf(Checked.Faulty.class);
    }
}
