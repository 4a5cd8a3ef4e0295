package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FunctionsTest {

    private final Template template = new Template();

    @Test
    void theyRunOnJava25AndArm() {
        assertThat(template.globals().path("Runtime").asText()).isEqualTo("java25");
        assertThat(Template.texts(template.globals().path("Architectures"))).containsExactly("arm64");
        assertThat(template.functions())
                .allSatisfy((id, function) -> assertThat(
                                function.has("Runtime") || function.has("Architectures") || function.has("CodeUri"))
                        .isFalse());
    }

    @Test
    void theyGiveUpInTenSeconds() {
        assertThat(template.globals().path("Timeout").asInt()).isEqualTo(10);
        assertThat(template.functions().values()).noneMatch(function -> function.has("Timeout"));
    }

    /** Row 23: a load on the panel cannot starve a telephone call. */
    @Test
    void concurrencyIsReservedForVerificationAlone() {
        assertThat(template.functions())
                .allSatisfy((id, function) -> assertThat(function.has("ReservedConcurrentExecutions"))
                        .isEqualTo(id.equals("VerificationFunction")));
    }
}
