package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.supportpin.domain.identity.AgentName;

class AgentNameTest {

    @Test
    void aTokensNameIsTakenAsOneLine() {
        assertThat(AgentName.of("  Μαρία Παπαδοπούλου ").map(AgentName::value)).contains("Μαρία Παπαδοπούλου");
    }

    @Test
    void aLongOneIsCutAndALineOfNothingIsNobodys() {
        assertThat(AgentName.of("x".repeat(100)).map(AgentName::value)).contains("x".repeat(39) + "…");
        assertThat(AgentName.of("😀".repeat(50)).map(AgentName::value))
                .hasValueSatisfying(
                        name -> assertThat(name.codePoints().count()).isLessThanOrEqualTo(40));
        assertThat(AgentName.of("")).isEmpty();
        assertThat(AgentName.of("a\nb")).isEmpty();
        assertThat(AgentName.of("x".repeat(201))).isEmpty();
    }

    @Test
    void itDoesNotPrintItself() {
        assertThat(AgentName.of("Μαρία").orElseThrow().toString()).doesNotContain("Μαρία");
    }
}
