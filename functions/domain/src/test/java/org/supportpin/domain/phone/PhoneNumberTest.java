package org.supportpin.domain.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "+306912345678, 30, +30 ••• ••• ••78",
        "+35799123456, 357, +357 ••• ••• ••56",
        "+12025550123, 1, +1 ••• ••• ••23",
        "+4915112345678, 49, +49 ••• ••• ••78"
    })
    void theMaskShowsTheCountryAndTwoDigitsInOneShapeForAll(String e164, int countryCode, String masked) {
        var number = new PhoneNumber(e164);

        assertThat(number.countryCode()).isEqualTo(countryCode);
        assertThat(number.masked()).isEqualTo(masked);
    }

    @Test
    void aNumberPrintsItsMaskOnly() {
        var number = new PhoneNumber("+306912345678");

        assertThat(number).hasToString("+30 ••• ••• ••78");
        assertThat("to " + number).doesNotContain("6912345678");
        assertThat(number.e164()).isEqualTo("+306912345678");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "306912345678",
                "+",
                "+30",
                "+0306912345678",
                "+30691234567890123",
                "+30 6912345678",
                "+2101234567",
                "+9991234567",
                "+٣٠٦٩١٢٣٤٥٦٧٨"
            })
    void whatIsNotOfE164FormIsNoNumberAndIsNotRepeated(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PhoneNumber(text))
                .withMessage("not a number of E.164 form");
    }
}
