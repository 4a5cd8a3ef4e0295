package org.supportpin.domain.registrar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.domain.registrar.Domains.ELENI;
import static org.supportpin.domain.registrar.Domains.MARIA;
import static org.supportpin.domain.registrar.Domains.MARIA_ID;
import static org.supportpin.domain.registrar.Domains.NIKOS;
import static org.supportpin.domain.registrar.Domains.SUBMITTED;
import static org.supportpin.domain.registrar.Domains.domain;
import static org.supportpin.domain.registrar.Domains.rule;
import static org.supportpin.domain.registrar.Domains.usual;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.RegisteredDomain.Status;
import org.supportpin.domain.registrar.RegisteredDomain.Submission;

class RecallRulesTest {

    private static final Instant NOW = SUBMITTED.plus(Duration.ofDays(1));

    @Nested
    class Names {

        @ParameterizedTest
        @ValueSource(
                strings = {"nea.gr", "NEA.GR", "νόμος.gr", "nea.com.gr", "sxoleio.edu.gr", "νόμος.ελ", "x.xn--qxam"})
        void ofTheGreekRegistry(String name) {
            assertThat(rule(RecallRules.against(DomainName.parse(name).orThrow())))
                    .isEqualTo("none");
        }

        @ParameterizedTest
        @ValueSource(strings = {"nea.com", "gr.com", "nea.eu", "nea.ευ", "nea.gr.com", "nea.agr", "nea.green"})
        void ofOthers(String name) {
            assertThat(rule(RecallRules.against(DomainName.parse(name).orThrow())))
                    .isEqualTo("not-a-gr-domain");
        }
    }

    @Nested
    class TheWindow {

        @ParameterizedTest
        @CsvSource({
            "PT0S, none",
            "PT0.001S, none",
            "PT119H59M59.999S, none",
            "PT120H, none",
            "PT120H0.001S, recall-window-over",
            "PT9600H, recall-window-over"
        })
        void is120HoursWithItsLastInstant(Duration later, String rule) {
            assertThat(rule(RecallRules.against(usual(), MARIA_ID, SUBMITTED.plus(later))))
                    .isEqualTo(rule);
        }

        @Test
        void isOpenAlsoWhileTheRegistrysClockIsAheadOfOurs() {
            assertThat(rule(RecallRules.against(usual(), MARIA_ID, SUBMITTED.minusSeconds(5))))
                    .isEqualTo("none");
        }

        @ParameterizedTest
        @EnumSource(names = "FIRST_REGISTRATION", mode = EnumSource.Mode.EXCLUDE)
        void isOnlyForAFirstRegistration(Submission.Kind kind) {
            assertThat(rule(RecallRules.against(domain("a.gr", MARIA, MARIA, kind), MARIA_ID, NOW)))
                    .isEqualTo("recall-window-over");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, none",
        "PENDING, none",
        "LOCKED, domain-locked",
        "DELEGATION_LOCKED, none",
        "RECALLED, domain-not-found"
    })
    void theStatusDecidesToo(Status status, String rule) {
        assertThat(rule(RecallRules.against(usual().with(status), MARIA_ID, NOW)))
                .isEqualTo(rule);
    }

    @Test
    void aLockedDomainWhoseWindowIsOverIsRefusedForTheWindow() {
        assertThat(rule(RecallRules.against(
                        usual().with(Status.LOCKED), MARIA_ID, SUBMITTED.plus(Duration.ofDays(200)))))
                .isEqualTo("recall-window-over");
    }

    @Test
    void itIsForTheOwnerAndTheAdministratorAndNotForTheAccount() {
        assertThat(rule(RecallRules.against(domain("a.gr", MARIA, NIKOS), MARIA_ID, NOW)))
                .isEqualTo("none");
        assertThat(rule(RecallRules.against(domain("a.gr", NIKOS, MARIA), MARIA_ID, NOW)))
                .isEqualTo("none");
        assertThat(rule(RecallRules.against(domain("a.gr", ELENI, NIKOS), MARIA_ID, NOW)))
                .isEqualTo("caller-not-administrator");
    }
}
