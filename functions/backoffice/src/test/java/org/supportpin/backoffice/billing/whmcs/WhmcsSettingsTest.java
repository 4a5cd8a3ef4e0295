package org.supportpin.backoffice.billing.whmcs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.domain.billing.ProductId;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.money.Money;

class WhmcsSettingsTest {

    private static final String LEAST = """
            {"url": "https://billing.example.gr/whmcs", "identifier": "ssm:/support-pin/id", "secret": "ssm:/support-pin/secret",
             "paymentMethod": "banktransfer", "addedVat": "24", "products": [{"id": "1", "upgrades": ["2"]}, {"id": "2"}]}""";

    private static Checked<WhmcsSettings> read(String text) {
        return WhmcsSettings.READ.from(JsonText.readOwn(text));
    }

    @Test
    void theLeastIsEnough() {
        var settings = read(LEAST).orThrow();

        assertThat(settings.access().identifier()).isEqualTo(new SecretReference("/support-pin/id"));
        assertThat(settings.access().accessKey()).isNull();
        assertThat(settings.currency()).isEqualTo(Money.EUR);
        assertThat(settings.products())
                .isEqualTo(Map.of(
                        new ProductId("1"), Set.of(new ProductId("2")),
                        new ProductId("2"), Set.of()));
        assertThat(settings.reference().of(345).value()).endsWith("345").hasSize(7);
        assertThat(settings.price(new BigDecimal("0.99"))).contains(Money.euros("1.23"));
        assertThat(settings.price(new BigDecimal("-1.00"))).isEmpty();
    }

    @Test
    void whatIsGivenCounts() {
        var settings = read(LEAST.replace("\"24\"", "\"0\"")
                        .replace(
                                "{\"url\"",
                                "{\"accessKey\": \"ssm:/support-pin/access\", \"currency\": \"USD\", \"referencePrefix\": \"907531\","
                                        + " \"referenceDigits\": 15, \"url\""))
                .orThrow();

        assertThat(settings.access().accessKey()).isEqualTo(new SecretReference("/support-pin/access"));
        assertThat(settings.currency().getCurrencyCode()).isEqualTo("USD");
        assertThat(settings.reference().of(345).value())
                .endsWith("907531000000000000345")
                .hasSize(25);
        assertThat(settings.price(new BigDecimal("10.00")).orElseThrow().amount())
                .isEqualTo("10.00");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("\"https:", "\"http:", "/url"),
                Arguments.of("ssm:/support-pin/id", "hunter2", "/identifier"),
                Arguments.of("ssm:/support-pin/secret", "hunter2", "/secret"),
                Arguments.of("\"banktransfer\"", "\"bank transfer&x=1\"", "/paymentMethod"),
                Arguments.of("\"24\"", "\"-24\"", "/addedVat"),
                Arguments.of("\"24\"", "24", "/addedVat"),
                Arguments.of("\"upgrades\": [\"2\"]", "\"upgrades\": [\"pro\"]", "/products/0/upgrades/0"),
                Arguments.of("\"id\": \"1\"", "\"id\": \"01\"", "/products/0/id"),
                Arguments.of("{\"url\"", "{\"currency\": \"JPY\", \"url\"", "/currency"),
                Arguments.of("{\"url\"", "{\"currency\": \"Euro\", \"url\"", "/currency"),
                Arguments.of("{\"url\"", "{\"referencePrefix\": \"rf-1\", \"url\"", "/referencePrefix"),
                Arguments.of(
                        "{\"url\"",
                        "{\"referencePrefix\": \"907531\", \"referenceDigits\": 16, \"url\"",
                        "/referenceDigits"),
                Arguments.of("{\"url\"", "{\"acceptOrders\": true, \"url\"", "/acceptOrders"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultNamesItsPlaceAndNeverRepeatsTheValue(String what, String with, String place) {
        assertThat(LEAST).contains(what);
        var faults = read(LEAST.replace(what, with)) instanceof Checked.Faulty<WhmcsSettings>(var found)
                ? found
                : List.<Fault>of();

        assertThat(faults).extracting(Fault::pointer).containsExactly(place);
        assertThat(faults.getFirst().message()).doesNotContain("hunter2", with);
    }
}
