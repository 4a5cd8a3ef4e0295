package org.supportpin.backoffice.billing.whmcs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.check.Checked;

class ScalarsTest {

    /** The formats that WHMCS offers for a currency, and the one in its documentation. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$-8.67 USD|-8.67",
                "€1234.56 EUR|1234.56",
                "1,234.56 €|1234.56",
                "1.234,56 EUR|1234.56",
                "1,234 EUR|1234",
                "€0,05|0.05",
                "22.32|22.32"
            })
    void anAmountIsReadAsItIsShown(String text, String amount) {
        assertThat(Scalars.SHOWN_AMOUNT.from(Json.of(text)).orThrow()).isEqualByComparingTo(new BigDecimal(amount));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EUR", "free", "-", "9999999999999999"})
    void textWithoutAnAmountIsRejected(String text) {
        assertThat(Scalars.SHOWN_AMOUNT.from(Json.of(text))).isInstanceOf(Checked.Faulty.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1.00", "1.005", "1e3", "", "1,00", " 1"})
    void whatCannotBePaidIsNoTotal(String text) {
        assertThat(Scalars.DUE.from(Json.of(text))).isInstanceOf(Checked.Faulty.class);
    }

    @Test
    void aNumberMayBeAString() {
        assertThat(Scalars.ID.from(Json.of(7)).orThrow()).isEqualTo(7);
        assertThat(Scalars.ID.from(Json.of("7")).orThrow()).isEqualTo(7);
        assertThat(Scalars.ID.from(Json.of("07"))).isInstanceOf(Checked.Faulty.class);
        assertThat(Scalars.ID.from(Json.of("7; DROP"))).isInstanceOf(Checked.Faulty.class);
        assertThat(Scalars.OPTIONAL_ID.from(Json.Null.NULL).orThrow()).isEmpty();
        assertThat(Scalars.OPTIONAL_ID.from(Json.of(0)).orThrow()).isEmpty();
        assertThat(Scalars.OPTIONAL_ID.from(Json.of("x"))).isInstanceOf(Checked.Faulty.class);
    }

    @Test
    void phpsTruthIsRead() {
        for (var yes : new Json[] {Json.of(true), Json.of(1), Json.of("1"), Json.of("true")}) {
            assertThat(Scalars.FLAG.from(yes).orThrow()).isTrue();
        }
        for (var no : new Json[] {Json.of(false), Json.of(0), Json.of("0"), Json.of(""), Json.Null.NULL}) {
            assertThat(Scalars.FLAG.from(no).orThrow()).isFalse();
        }
    }
}
