package org.supportpin.domain.mail;

import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;

/** Who delivers mail: {@code mail.…} of the back office. */
public interface MailSender {

    /** A mail was handed over. */
    record Sent(EmailAddress to) {}

    /**
     * Hands a mail over, for an action. Where the system knows mails by id, the same purpose of the same action is sent once.
     */
    CallOutcome<Sent> send(ActionId id, Mail mail);

    /**
     * Finds out whether an action's mail was handed over. Changes nothing.
     *
     * @return {@link CallOutcome.NotDone} only if it certainly was not, {@link CallOutcome.Unknown} where the system does not tell
     * @throws BackOfficeUnavailable if the system cannot be asked now
     */
    CallOutcome<Sent> find(ActionId id, Mail mail);
}
