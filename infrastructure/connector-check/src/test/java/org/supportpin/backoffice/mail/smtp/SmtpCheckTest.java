package org.supportpin.backoffice.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpin.connectorcheck.Command;
import org.supportpin.domain.testing.SelfSigned;

/** The connector check against a mail server that notes every command. */
class SmtpCheckTest {

    @TempDir
    private Path folder;

    private Command command;
    private @Nullable SmtpStub stub;

    @BeforeEach
    void prepare() {
        command = new Command(folder).trusting(SelfSigned.context().getSocketFactory());
    }

    /** No mail transaction ever began, whatever happened. */
    @AfterEach
    void noMailWasSent() throws Exception {
        if (stub != null) {
            assertThat(stub.contents()).isEmpty();
            assertThat(stub.said())
                    .noneMatch(line -> line.toUpperCase(Locale.ROOT).matches("(MAIL|RCPT|DATA|BDAT).*"));
            stub.close();
        }
    }

    private SmtpStub server(@Nullable SSLContext tls) {
        stub = SmtpStub.start(tls);
        return stub;
    }

    private static String settings(int port, String tls) {
        return """
                {"host": "127.0.0.1", "port": %d, "tls": "%s", "network": "loopback", "user": "support-pin",
                 "password": "ssm:/support-pin/key", "from": "support@hoster.gr"}
                """.formatted(port, tls);
    }

    @Test
    void allIsWell() {
        var server = server(SelfSigned.context());

        command.run("smtp", settings(server.port(), "starttls"))
                .fits()
                .says("The server was reached, with TLS and a valid certificate", "It accepted the login.");
        assertThat(server.said()).last().isEqualTo("QUIT");
        assertThat(server.said().stream().map(line -> line.split(" ", 2)[0]))
                .containsExactly("EHLO", "STARTTLS", "EHLO", "AUTH", "QUIT");
    }

    @Test
    void thePasswordIsWrong() {
        var server = server(SelfSigned.context()).on("AUTH", "535 5.7.8 no, support@hoster.gr");

        command.run("smtp", settings(server.port(), "starttls"))
                .doesNotFit("The login failed: “535 5.7.8 no, •••”.")
                .doesNotSay("support@hoster.gr");
    }

    @Test
    void nothingListens() {
        command.run("smtp", settings(1, "starttls")).doesNotFit("The server was not reached: no connection.");
    }

    @Test
    void theSettingsAreWrong() {
        command.run("smtp", "{\"host\": \"mail.example.gr\", \"user\": \"x\", \"tls\": \"none\"}")
                .doesNotFit(
                        "MAIL_SETTINGS/from is wrong: ",
                        "MAIL_SETTINGS/tls is wrong: ",
                        "MAIL_SETTINGS/user is wrong: ");
    }

    @Test
    void thereIsNoStarttls() {
        command.run("smtp", settings(server(null).port(), "starttls")).doesNotFit("The server offers no STARTTLS.");
    }

    @Test
    void theCertificateIsNotTrusted() {
        var server = server(SelfSigned.contextOfAnother());

        command.run("smtp", settings(server.port(), "starttls")).doesNotFit("The TLS handshake failed.");
    }

    @Test
    void itAsksForNoLogin() {
        var server = server(null).on("EHLO", "250 fine");

        command.run("smtp", settings(server.port(), "none")).doesNotFit("The server asks for no login");
    }

    @Test
    void itIsInAnotherNetwork() {
        var server = server(SelfSigned.context());

        command.run("smtp", settings(server.port(), "starttls").replace("loopback", "public"))
                .doesNotFit("the host is not in the configured network");
        assertThat(server.said()).isEmpty();
    }

    @Test
    void itCannotSend() {
        var server = Objects.requireNonNull(server(null));

        Command.refusesToSend(server.port());
        assertThat(server.said()).anyMatch(line -> line.startsWith("EHLO"));
    }
}
