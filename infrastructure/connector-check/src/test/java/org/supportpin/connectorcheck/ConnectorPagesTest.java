package org.supportpin.connectorcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.connectorcheck.Arguments.Option;
import org.supportpin.domain.check.Checked;

/** Each connector's page tells its limits, what to try first, and the command of the check with options that exist. */
class ConnectorPagesTest {

    static Stream<String> connectors() {
        return Pages.connectors().stream();
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void hasBothSections(String connector) {
        assertThat(Pages.section(connector, "Known limits")).as("Known limits").hasSizeGreaterThan(60);
        assertThat(Pages.section(connector, "First things to try on the real system"))
                .as("First things to try")
                .contains(Pages.command(connector))
                .contains("mvn -Pconnector-check -Dconnector=" + connector + " ");
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void itsCommandHasOptionsThatExist(String connector) {
        var options = Arrays.stream(Pages.command(connector).split(" ", -1))
                .filter(word -> word.startsWith("-D"))
                .map(word -> word.replaceFirst("^-D", "--"))
                .toList();

        assertThat(Arguments.parse(options)).as(Pages.command(connector)).isInstanceOf(Checked.Valid.class);
        assertThat(options).contains("--connector=" + connector);
    }

    @Test
    void mavenPassesEveryOption() {
        var pom = Pages.read("infrastructure/connector-check/pom.xml");

        assertThat(Option.values())
                .allSatisfy(option -> assertThat(pom)
                        .contains("<argument>--" + option.text() + "=${" + option.text() + "}</argument>")
                        .contains("<" + option.text() + " />"));
    }

    @Test
    void theCommandIsWhereOneLooksForIt() {
        assertThat(Pages.read("README.md")).contains("-Pconnector-check");
        assertThat(Pages.read("CONTRIBUTING.md")).contains("-Pconnector-check", "infrastructure/connector-check");
        assertThat(Pages.read("docs/settings.md")).contains("`-Pconnector-check`");
        assertThat(Pages.read("docs/connectors/README.md"))
                .contains("-Pconnector-check", "CONNECTOR_SECRET_SUPPORT_PIN_POWERDNS");
    }
}
