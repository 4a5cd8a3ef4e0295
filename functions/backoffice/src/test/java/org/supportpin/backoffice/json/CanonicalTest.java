package org.supportpin.backoffice.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1,\"b\":2} | { \"b\" : 2, \"a\" : 1 } | true",
                "{\"a\":{\"x\":1,\"y\":[1.0]}} | {\"a\":{\"y\":[1],\"x\":1e0}} | true",
                "{\"a\":\"\\u0041\"} | {\"a\":\"A\"} | true",
                "{\"a\":100} | {\"a\":1e2} | true",
                "{\"a\":0} | {\"a\":0.00} | true",
                "{\"a\":[1,2]} | {\"a\":[2,1]} | false",
                "{\"a\":1} | {\"a\":\"1\"} | false",
                "{\"a\":1} | {\"A\":1} | false",
                "{\"a\":null} | {} | false"
            })
    void whatMeansTheSameHashesTheSame(String one, String other, boolean same) {
        assertThat(Canonical.hash(JsonText.readOwn(one)).equals(Canonical.hash(JsonText.readOwn(other))))
                .isEqualTo(same);
    }
}
