package org.supportpin.domain.mail;

import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;

/** The mail system: {@code mail.…} of the back office. */
public interface MailSender {

    /** The mail was handed over. */
    record Sent(EmailAddress to) {}

    /** Hands over a mail. If the system supports IDs, one mail is sent per ID and purpose. */
    CallOutcome<Sent> send(MailId id, Mail mail);

    /**
     * Finds out whether a mail was handed over. Changes nothing.
     *
     * @return {@link CallOutcome.NotDone} only if it certainly was not, {@link CallOutcome.Unknown} if the system cannot tell
     * @throws BackOfficeUnavailable if the system does not answer
     */
    CallOutcome<Sent> find(MailId id, Mail mail);
}
