package org.supportpin.domain.registrar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.domain.registrar.Domains.ELENI;
import static org.supportpin.domain.registrar.Domains.ELENI_ID;
import static org.supportpin.domain.registrar.Domains.MARIA;
import static org.supportpin.domain.registrar.Domains.MARIA_ID;
import static org.supportpin.domain.registrar.Domains.NIKOS;
import static org.supportpin.domain.registrar.Domains.domain;
import static org.supportpin.domain.registrar.Domains.rule;
import static org.supportpin.domain.registrar.Domains.usual;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.domain.registrar.RegisteredDomain.Status;

class DomainRulesTest {

    @Nested
    class WhoseItIs {

        @Test
        void itsOwnersItsAdministratorsAndTheAccounts() {
            assertThat(domain("a.gr", ELENI, ELENI).isKnownTo(MARIA_ID)).isTrue();
            assertThat(domain("a.gr", ELENI, NIKOS).isKnownTo(ELENI_ID)).isTrue();
            assertThat(domain("a.gr", NIKOS, ELENI).isKnownTo(ELENI_ID)).isTrue();
        }

        @Test
        void nobodyElses() {
            assertThat(usual().isKnownTo(ELENI_ID)).isFalse();
        }

        @Test
        void nobodysOnceItWasRecalled() {
            assertThat(usual().with(Status.RECALLED).isKnownTo(MARIA_ID)).isFalse();
        }
    }

    @Nested
    class NameserversAre {

        @Test
        void forTheOwner() {
            assertThat(rule(DomainRules.againstNameservers(domain("a.gr", MARIA, NIKOS), MARIA_ID)))
                    .isEqualTo("none");
        }

        @Test
        void forTheAdministrator() {
            assertThat(rule(DomainRules.againstNameservers(domain("a.gr", NIKOS, MARIA), MARIA_ID)))
                    .isEqualTo("none");
        }

        @Test
        void notForTheAccountAlone() {
            assertThat(rule(DomainRules.againstNameservers(domain("a.gr", ELENI, NIKOS), MARIA_ID)))
                    .isEqualTo("caller-not-administrator");
        }

        @ParameterizedTest
        @CsvSource({
            "ACTIVE, none",
            "PENDING, domain-pending",
            "LOCKED, domain-locked",
            "DELEGATION_LOCKED, domain-locked",
            "RECALLED, domain-not-found"
        })
        void asTheStatusSays(Status status, String rule) {
            assertThat(rule(DomainRules.againstNameservers(usual().with(status), MARIA_ID)))
                    .isEqualTo(rule);
        }
    }
}
