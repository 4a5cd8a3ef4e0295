package org.supportpin.backoffice.mail.smtp;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.mail.RenderedMail;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.mail.MailId;
import org.supportpin.domain.mail.MailSender.Sent;

/**
 * A mail in transmission. It is either given up or has its content sent, whichever comes first. Until the content is sent, the server has
 * nothing to deliver (RFC 5321 §4.1.1.4).
 */
final class Letter extends MimeMessage {

    private enum Stage {
        BEFORE,
        SENT,
        GIVEN_UP
    }

    private static final String CHARSET = StandardCharsets.UTF_8.name();

    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.BEFORE);
    private final String messageId;

    private Letter(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static Letter of(Session session, SmtpSettings settings, MailId id, Mail mail, Instant now)
            throws MessagingException {
        var rendered = RenderedMail.of(mail);
        var domain = settings.from().domain().ascii();
        var letter = new Letter(session, "<%s.%s@%s>".formatted(id, mail.purpose(), domain));
        letter.setFrom(address(settings.from(), settings.fromName()));
        letter.setRecipient(Message.RecipientType.TO, address(mail.to(), null));
        letter.setSubject(rendered.subject(), CHARSET);
        letter.setSentDate(Date.from(now));
        // Prevents automatic replies (RFC 3834 §5).
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setContent(
                new MimeMultipart("alternative", part(rendered.text(), "plain"), part(rendered.html(), "html")));
        letter.saveChanges();
        return letter;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text.replace("\n", "\r\n"), CHARSET, subtype);
        return part;
    }

    private static InternetAddress address(EmailAddress address, @Nullable String name) throws MessagingException {
        try {
            return new InternetAddress(address.address(), name, CHARSET);
        } catch (UnsupportedEncodingException impossible) {
            throw new MessagingException("every platform has UTF-8", impossible);
        }
    }

    /** The same for the same mail, so that a server or mailbox that drops duplicates delivers it once. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    /** Called only when the server is ready for the content. */
    @Override
    public void writeTo(OutputStream out, String @Nullable [] ignoredHeaders) throws IOException, MessagingException {
        if (!stage.compareAndSet(Stage.BEFORE, Stage.SENT)) {
            throw new IOException("given up");
        }
        super.writeTo(out, ignoredHeaders);
    }

    /** Prevents the content from being sent; false if the server may already have it. */
    boolean giveUp() {
        return stage.compareAndSet(Stage.BEFORE, Stage.GIVEN_UP) || stage.get() == Stage.GIVEN_UP;
    }

    /** What became of it if the server gave no final reply. */
    CallOutcome<Sent> unanswered() {
        return giveUp() ? CallOutcome.notDone() : CallOutcome.unknown();
    }
}
