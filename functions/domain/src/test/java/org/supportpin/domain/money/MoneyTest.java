package org.supportpin.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.identity.Language;

class MoneyTest {

    @Test
    void anAmountHasTwoDecimalsHoweverItIsWritten() {
        assertThat(Money.euros("73.7")).isEqualTo(Money.euros("73.70"));
        assertThat(Money.euros("1E+2").amount()).isEqualTo("100.00");
        assertThat(Money.euros("0").amount()).isEqualTo("0.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "0.001", "73.785"})
    void nothingBelowZeroAndNoFractionOfACent(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.euros(value));
    }

    @Test
    void aCurrencyWithoutCentsIsNotTaken() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(BigDecimal.TEN, Currency.getInstance("JPY")));
    }

    @Test
    void peopleReadItInTheirLanguage() {
        assertThat(Money.euros("1073.78").in(Language.GREEK)).isEqualTo("1073,78 €");
        assertThat(Money.euros("1073.78").in(Language.ENGLISH)).isEqualTo("€1073.78");
        var dollars = new Money(new BigDecimal("5.00"), Currency.getInstance("USD"));
        assertThat(dollars.in(Language.GREEK)).isEqualTo("5,00 USD");
        assertThat(dollars.in(Language.ENGLISH)).isEqualTo("USD 5.00");
    }
}
