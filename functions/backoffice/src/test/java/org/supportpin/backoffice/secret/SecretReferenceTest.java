package org.supportpin.backoffice.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.check.Checked;

class SecretReferenceTest {

    @Test
    void aReferenceNamesAParameter() {
        assertThat(SecretReference.parse("ssm:/support-pin/powerdns").orThrow().name())
                .isEqualTo("/support-pin/powerdns");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hunter2-canary", "ssm:hunter2-canary", "ssm:", "ssm:/", "ssm:/a/", "ssm:/a b", "/a", "SSM:/a"})
    void aSecretInTheSettingsIsRefusedAndNotRepeated(String text) {
        assertThat(SecretReference.parse(text))
                .isInstanceOfSatisfying(
                        Checked.Faulty.class,
                        faulty -> assertThat(faulty.toString())
                                .contains("never the secret itself")
                                .doesNotContain("hunter2"));
    }

    @Test
    void aSecretDoesNotPrintItself() {
        assertThat(new Secret("hunter2")).hasToString("Secret[redacted]");
        assertThat(new Secret("hunter2").reveal()).isEqualTo("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hunter2\n", "hunter2\r\nX: y", "hunter2\u0000"})
    void whatWouldEndALineIsNoSecret(String value) {
        assertThatExceptionOfType(SecretUnavailable.class)
                .isThrownBy(() -> new Secret(value))
                .satisfies(e -> assertThat(e).message().doesNotContain("hunter2"));
    }
}
