package org.supportpin.connectorcheck;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.mail.smtp.SmtpMail;
import org.supportpin.backoffice.mail.smtp.SmtpSettings;
import org.supportpin.backoffice.mail.smtp.SmtpSettings.Tls;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.secret.SecretUnavailable;
import org.supportpin.command.Report;

/** SMTP as far as it goes without a mail: connection, EHLO, TLS, login, QUIT. */
final class Smtp {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final SmtpSettings settings;
    private final SecretStore secrets;
    private final Report report;

    Smtp(SmtpSettings settings, SecretStore secrets, Report report) {
        this.settings = settings;
        this.secrets = secrets;
        this.report = report;
    }

    /**
     * Logs in and leaves.
     *
     * @param tls with the trusted certificates; null for the JDK's
     */
    void check(SmtpMail connector, @Nullable SSLSocketFactory tls) {
        var login = settings.login();
        String password;
        try {
            password = login == null ? null : secrets.open(login.password()).reveal();
        } catch (SecretUnavailable e) {
            return; // The store has noted which is missing.
        }
        var wrongPlace = settings.network().problem(settings.host());
        if (wrongPlace.isPresent()) {
            report.problem(
                    "Nothing was sent: " + wrongPlace.get() + ".",
                    "Check host, and set \"network\" to where its address is: public, private or loopback.");
            return;
        }
        var transport = new LoginOnly(Session.getInstance(properties(connector, tls)));
        var start = System.nanoTime();
        try {
            transport.connect(settings.host(), settings.port(), login == null ? null : login.user(), password);
            connected(transport, Duration.ofNanos(System.nanoTime() - start));
        } catch (AuthenticationFailedException e) {
            report.ok("The server was reached"
                    + (settings.tls() == Tls.NONE ? "." : ", with TLS and a valid certificate."));
            report.problem(
                    "The login failed: " + Mask.message(String.valueOf(e.getMessage())) + ".",
                    "Check user and password. PLAIN or LOGIN must be allowed (after STARTTLS), and some providers want a password for applications.");
        } catch (MessagingException e) {
            failed(e);
        } finally {
            leave(transport);
        }
    }

    /** Those of the connector, but the patience of somebody who waits. */
    private static Properties properties(SmtpMail connector, @Nullable SSLSocketFactory tls) {
        var properties = connector.properties();
        properties.put("mail.smtp.connectiontimeout", String.valueOf(CONNECT.toMillis()));
        properties.put("mail.smtp.timeout", String.valueOf(ANSWER.toMillis()));
        if (tls != null) {
            properties.put("mail.smtp.ssl.socketFactory", tls);
        }
        return properties;
    }

    private void connected(LoginOnly transport, Duration took) {
        var secured = settings.tls() == Tls.NONE ? "without TLS" : "with TLS and a valid certificate";
        report.ok("The server was reached, %s, and was ready in %d ms.".formatted(secured, took.toMillis()));
        if (settings.login() == null) {
            if (transport.supportsExtension("AUTH")) {
                report.note(
                        "The server offers a login, but the settings have no user.",
                        "It may take mail from strangers only for its own domains: set user and password.");
            }
        } else if (transport.supportsExtension("AUTH")) {
            report.ok("It accepted the login.");
        } else {
            report.problem(
                    "The server asks for no login, though the settings have one, so the connector sends it nothing.",
                    "Use the submission port (587 or 465), not 25.");
        }
        report.note(
                "Whether it takes mail from the sender in from cannot be checked without sending.",
                "Send one: see “First things to try” in docs/connectors/smtp.md.");
    }

    private void failed(MessagingException e) {
        if (isBecauseOf(e, UnknownHostException.class)) {
            report.problem("The host name does not resolve.", "Check host.");
        } else if (isBecauseOf(e, ConnectException.class)) {
            report.problem(
                    "The server was not reached: no connection.",
                    "Check host and port; many networks block 25 and 587 outwards.");
        } else if (isBecauseOf(e, SSLException.class)) {
            report.problem(
                    "The TLS handshake failed.",
                    "The certificate must be valid for the host name and issued by an authority that the JDK trusts. Port 465 is for \"implicit\", 587 for \"starttls\".");
        } else if (String.valueOf(e.getMessage()).contains("STARTTLS")) {
            report.problem(
                    "The server offers no STARTTLS.", "Use another port, or \"tls\": \"implicit\" with port 465.");
        } else {
            report.problem(
                    "The server gave no usable answer: " + Mask.message(String.valueOf(e.getMessage())) + ".",
                    "Is it a mail server's submission port? Port 465 is for \"implicit\", 587 for \"starttls\".");
        }
    }

    private static boolean isBecauseOf(MessagingException e, Class<? extends Exception> cause) {
        return Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause::isInstance);
    }

    /** Whatever QUIT is answered: everything has been seen. */
    private void leave(LoginOnly transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            report.note("The server broke off the connection at QUIT.", "Nothing to do.");
        }
    }
}
