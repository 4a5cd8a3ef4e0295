package org.supportpin.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.testing.Draw;

class AcceptTest {

    private static final List<String> OFFERED = List.of("application/json", "application/x-ndjson", "text/csv");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/csv | text/csv",
                "TEXT/CSV | text/csv",
                " text/csv ; header=present | text/csv",
                "text/* | text/csv",
                "application/* | application/json",
                "*/* | application/json",
                "text/html, text/csv | text/csv",
                "text/csv, */* | application/json",
                "text/csv, */*;q=0.1 | text/csv",
                "application/json;q=0.5, text/csv;q=0.6 | text/csv",
                "application/json;q=0.999, text/csv;Q=1.000 | text/csv",
                "*/*, application/json;q=0, application/*;q=0 | text/csv",
                "text/*;q=0.2, text/csv;q=0.9, application/x-ndjson;q=0.5 | text/csv",
                "text/csv;q=0.1, text/csv, application/json;q=0.5 | text/csv",
                ", ,text/csv | text/csv",
                "application/json, application/x-ndjson, text/csv | application/json"
            })
    void theClosestRangeDecidesAndTheGreatestWeightWins(String header, String type) {
        assertThat(Accept.preferred(header, OFFERED)).contains(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                ";",
                "/",
                "text/html",
                "csv",
                "*",
                "text/csv;q=0",
                "text/csv;q=0.000",
                "text/csv;q=2",
                "text/csv;q=-1",
                "text/csv;q=",
                "text/csv;q=0.1234",
                "text/csv;q=x",
                "*/*;q=0",
                "text/csvx",
                "xtext/csv"
            })
    void whatNamesNoneIsNone(String header) {
        assertThat(Accept.preferred(header, OFFERED)).isEmpty();
    }

    @Test
    void noHeaderMakesItFail() {
        Draw.times(500, draw -> {
            var header = draw.chance(60) ? draw.damaged("text/csv;q=0.5, application/*;q=0.1, */*") : draw.hostile(40);

            assertThat(OFFERED)
                    .containsAll(Accept.preferred(header, OFFERED).stream().toList());
        });
    }
}
