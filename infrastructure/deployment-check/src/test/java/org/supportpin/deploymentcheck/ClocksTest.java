package org.supportpin.deploymentcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.command.Report;

/** What time others have, behind caches too. The stage's answers have the real time, so this machine's is moved. */
class ClocksTest {

    private final Stage stage = new Stage();
    private final Report report = new Report("fits", "does not fit");
    private final Deployed deployed =
            new Deployed(Arguments.parse(stage.options()).orThrow(), Optional.empty());

    @AfterEach
    void stop() {
        stage.close();
    }

    /** To which each answer was given so many seconds ago. */
    private static Web web(long ago) {
        return new Web(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(ago)), Web.PATIENCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"240", "240, 17", " 240 "})
    void anAnswerThatACacheKeptHasItsAge(String age) throws InterruptedException {
        stage.headers.put("Age", List.of(age));

        new Service(web(240), deployed, report).look();

        assertThat(report.lines())
                .anyMatch(line -> line.contains("have the same time"))
                .noneMatch(line -> line.contains("apart"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-240", "240.0", "four minutes", "99999999999999999999"})
    void anAgeThatIsNoneIsIgnored(String age) throws InterruptedException {
        stage.headers.put("Age", List.of(age));

        new Service(web(240), deployed, report).look();

        assertThat(String.join("\n", report.lines())).containsPattern("service's are 24[0-9] seconds apart");
    }

    @ParameterizedTest
    @CsvSource({"0, 9[0-9]", "-45, 4[5-9]|5[0-4]"})
    void theIssuersClockIsComparedWithTheServices(long service, String apart) throws InterruptedException {
        new Issuer(web(90), Realm.PANEL, deployed, report).look(Optional.of(Duration.ofSeconds(service)));

        assertThat(String.join("\n", report.lines()))
                .containsPattern("The clocks of the issuer of a customer and of the service are (" + apart
                        + ") seconds apart\\.");
    }

    @Test
    void anIssuerBehindACacheHasItsAgeToo() throws InterruptedException {
        stage.headers.put("Age", List.of("3600"));

        new Issuer(web(3600), Realm.PANEL, deployed, report).look(Optional.of(Duration.ZERO));

        assertThat(report.lines()).noneMatch(line -> line.contains("apart"));
    }
}
