package org.supportpin.backoffice.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.backoffice.http.Network;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.mail.smtp.SmtpSettings.Tls;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Fault;

class SmtpSettingsTest {

    @Test
    void oneHostAndOneSenderAreEnough() {
        var read = SmtpSettings.READ.from(JsonText.readOwn("""
                {"host": "email-smtp.eu-central-1.amazonaws.com", "from": "support@hoster.gr"}""")).orThrow();

        assertThat(read.port()).isEqualTo(587);
        assertThat(read.tls()).isEqualTo(Tls.STARTTLS);
        assertThat(read.network()).isEqualTo(Network.PUBLIC);
        assertThat(read.login()).isNull();
    }

    @Test
    void implicitTlsHasItsOwnPort() {
        var read = SmtpSettings.READ.from(JsonText.readOwn("""
                {"host": "mail.hoster.gr", "tls": "implicit", "user": "u", "password": "ssm:/support-pin/smtp",
                 "from": "support@hoster.gr", "fromName": "Hoster"}""")).orThrow();

        assertThat(read.port()).isEqualTo(465);
        assertThat(read.login()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/tls      | \"tls\": \"none\"",
                "/tls      | \"tls\": \"none\", \"network\": \"private\"",
                "/tls      | \"tls\": \"maybe\"",
                "/user     | \"user\": \"u\"",
                "/user     | \"password\": \"ssm:/support-pin/smtp\"",
                "/password | \"user\": \"u\", \"password\": \"hunter2\"",
                "/port     | \"port\": 0",
                "/fromName | \"fromName\": \"two\\nlines\"",
                "/other    | \"other\": 1"
            })
    void everyFaultIsReported(String pointer, String member) {
        var json = "{\"host\": \"mail.hoster.gr\", \"from\": \"support@hoster.gr\", " + member + "}";

        var read = SmtpSettings.READ.from(JsonText.readOwn(json));

        assertThat(read).isInstanceOf(Checked.Faulty.class);
        assertThat(((Checked.Faulty<SmtpSettings>) read).faults())
                .extracting(Fault::pointer)
                .containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource({"a b", "https://mail.hoster.gr", "mail.hoster.gr/x", "user@mail", "-x"})
    void theHostIsAName(String host) {
        var read = SmtpSettings.READ.from(
                JsonText.readOwn("{\"host\": \"%s\", \"from\": \"support@hoster.gr\"}".formatted(host)));

        assertThat(read).isInstanceOf(Checked.Faulty.class);
        assertThat(((Checked.Faulty<SmtpSettings>) read).faults())
                .extracting(Fault::message)
                .noneMatch(message -> message.contains(host));
    }
}
