package org.supportpin.backoffice.mail.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.FutureTask;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.http.VendorMessage;
import org.supportpin.backoffice.mail.smtp.SmtpSettings.Tls;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.secret.SecretUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.mail.MailId;
import org.supportpin.domain.mail.MailSender;

/**
 * {@link MailSender} by SMTP, with one connection and one transaction per mail. A mail is sent once the server has taken responsibility
 * for it. A server cannot be asked later, so an unknown outcome stays unknown.
 */
public final class SmtpMail implements MailSender {

    /** Replies to failed authentication (RFC 4954 §6). */
    private static final Set<Integer> NOT_LET_IN = Set.of(530, 534, 535, 538);

    private final SmtpSettings settings;
    private final SecretStore secrets;
    private final Clock clock;
    private final SmtpTimeouts timeouts;
    private final @Nullable SSLSocketFactory tls;

    public SmtpMail(SmtpSettings settings, SecretStore secrets, Clock clock, SmtpTimeouts timeouts) {
        this(settings, secrets, clock, timeouts, null);
    }

    /**
     * @param tls with the trusted certificates; null for the JDK's
     */
    SmtpMail(
            SmtpSettings settings,
            SecretStore secrets,
            Clock clock,
            SmtpTimeouts timeouts,
            @Nullable SSLSocketFactory tls) {
        this.settings = settings;
        this.secrets = secrets;
        this.clock = clock;
        this.timeouts = timeouts;
        this.tls = tls;
    }

    @Override
    public CallOutcome<Sent> send(MailId id, Mail mail) {
        var login = settings.login();
        String password;
        try {
            password = login == null ? null : secrets.open(login.password()).reveal();
        } catch (SecretUnavailable e) {
            return CallOutcome.notDone();
        }
        var session = Session.getInstance(properties());
        Letter letter;
        try {
            letter = Letter.of(session, settings, id, mail, clock.instant());
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail could not be composed");
        }
        return timeouts.await(new FutureTask<>(() -> exchange(session, letter, mail, password)), letter);
    }

    @Override
    public CallOutcome<Sent> find(MailId id, Mail mail) {
        return CallOutcome.unknown();
    }

    private CallOutcome<Sent> exchange(Session session, Letter letter, Mail mail, @Nullable String password)
            throws MessagingException {
        if (settings.network().problem(settings.host()).isPresent()) {
            return CallOutcome.notDone();
        }
        var transport = (SMTPTransport) session.getTransport("smtp");
        var login = settings.login();
        try {
            transport.connect(settings.host(), settings.port(), login == null ? null : login.user(), password);
        } catch (MessagingException e) {
            return CallOutcome.notDone();
        }
        if (login != null && !transport.supportsExtension("AUTH")) {
            // A server that does not ask for the password is not the configured one.
            leave(transport);
            return CallOutcome.notDone();
        }
        try {
            transport.sendMessage(letter, letter.getAllRecipients());
            return CallOutcome.done(new Sent(mail.to()));
        } catch (MessagingException e) {
            return failed(letter, e);
        } finally {
            leave(transport);
        }
    }

    private static CallOutcome<Sent> failed(Letter letter, MessagingException e) {
        var reply = reply(e).filter(each -> each.code() >= 400);
        if (reply.isEmpty()) {
            return letter.unanswered();
        }
        var isRefusal =
                reply.get().code() >= 500 && !NOT_LET_IN.contains(reply.get().code());
        return isRefusal ? CallOutcome.refused(VendorMessage.refusal(reply.get().words())) : CallOutcome.notDone();
    }

    /** The connection is closed even if {@code QUIT} fails. The outcome of the mail is known before. */
    private static void leave(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // The outcome does not depend on it.
        }
    }

    private record Reply(int code, String words) {}

    /** The server's reply in the innermost exception, which is the one about the recipient. */
    private static Optional<Reply> reply(MessagingException e) {
        var inner = e.getNextException() instanceof MessagingException next ? reply(next) : Optional.<Reply>empty();
        return inner.or(() -> switch (e) {
            case SMTPAddressFailedException address ->
                Optional.of(new Reply(address.getReturnCode(), String.valueOf(address.getMessage())));
            case SMTPSendFailedException send ->
                Optional.of(new Reply(send.getReturnCode(), String.valueOf(send.getMessage())));
            default -> Optional.empty();
        });
    }

    /** Of a session with the server, for the mail library; without the password. */
    public Properties properties() {
        var properties = new Properties();
        properties.put(
                "mail.smtp.connectiontimeout", String.valueOf(timeouts.connect().toMillis()));
        properties.put("mail.smtp.timeout", String.valueOf(timeouts.taken().toMillis()));
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.localhost", settings.from().domain().ascii());
        properties.put("mail.smtp.from", settings.from().address());
        properties.put("mail.smtp.auth", String.valueOf(settings.login() != null));
        properties.put("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        properties.put("mail.smtp.ssl.enable", String.valueOf(settings.tls() == Tls.IMPLICIT));
        properties.put("mail.smtp.starttls.enable", String.valueOf(settings.tls() == Tls.STARTTLS));
        properties.put("mail.smtp.starttls.required", String.valueOf(settings.tls() == Tls.STARTTLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put("mail.smtp.socketFactory.fallback", "false");
        if (tls != null) {
            properties.put("mail.smtp.ssl.socketFactory", tls);
        }
        return properties;
    }
}
