package org.supportpin.connectorcheck;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.util.Locale;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** An SMTP client that can greet, secure, log in and leave, and nothing else: no mail transaction ever begins (RFC 5321 §3.3). */
final class LoginOnly extends SMTPTransport {

    private static final Set<String> COMMANDS = Set.of("EHLO", "HELO", "STARTTLS", "AUTH", "NOOP", "QUIT");

    LoginOnly(Session session) {
        super(session, new URLName("smtp", null, -1, null, null, null));
    }

    /** Every command passes here; what is sent in answer to a server's challenge (RFC 4954 §4) is none. */
    @Override
    protected void sendCommand(String command) throws MessagingException {
        if (!COMMANDS.contains(command.split(" ", 2)[0].toUpperCase(Locale.ROOT))) {
            throw new MessagingException("the connector check sends no mail");
        }
        super.sendCommand(command);
    }

    @Override
    public synchronized void sendMessage(Message message, Address[] recipients) throws MessagingException {
        throw new MessagingException("the connector check sends no mail");
    }
}
