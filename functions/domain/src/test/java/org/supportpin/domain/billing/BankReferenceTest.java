package org.supportpin.domain.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BankReferenceTest {

    /** Published examples of ISO 11649 references. */
    @ParameterizedTest
    @CsvSource({"539007547034, RF18539007547034", "2348236, RF332348236", "G72UUR, RF45G72UUR", "18K5, RF6518K5"})
    void theCheckDigitsAreThoseOfTheStandard(String number, String reference) {
        assertThat(BankReference.of(number).value()).isEqualTo(reference);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RF19539007547034",
                "RF18539007547043",
                "FR18539007547034",
                "RF18",
                "RF18 5390 0754 7034",
                "rf18539007547034",
                "RF181234567890123456789012",
                ""
            })
    void anythingElseIsNoReference(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new BankReference(text));
    }

    @Test
    void peopleReadItInGroupsOfFour() {
        assertThat(new BankReference("RF18539007547034").printed()).isEqualTo("RF18 5390 0754 7034");
    }

    @Test
    void everyNumberGetsDigitsThatCheck() {
        for (int i = 0; i < 2000; i++) {
            var reference = BankReference.of("907531%015d".formatted(i));
            assertThat(reference.value()).hasSize(25);
        }
    }

    @Nested
    class Account {

        @Test
        void anIbanIsTakenWithBlanksAndChecked() {
            var account = new BankAccount("Hoster A.E.", "GR16 0110 1250 0000 0001 2300 695");

            assertThat(account.iban()).isEqualTo("GR1601101250000000012300695");
            assertThat(account.printed()).isEqualTo("GR16 0110 1250 0000 0001 2300 695");
        }

        @ParameterizedTest
        @ValueSource(strings = {"GR1701101250000000012300695", "GR1601101250000000012300659", "GR16", ""})
        void aMistypedIbanIsRefused(String iban) {
            assertThatIllegalArgumentException().isThrownBy(() -> new BankAccount("Hoster A.E.", iban));
        }
    }
}
