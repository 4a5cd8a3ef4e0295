package org.supportpin.domain.mail;

import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;

/** The mail system: {@code mail.…} of the back office. */
public interface MailSender {

    /** The mail was handed over. */
    record Sent(EmailAddress to) {}

    /** Hands over a mail for an action. If the system supports IDs, one mail is sent per action and purpose. */
    CallOutcome<Sent> send(ActionId id, Mail mail);

    /**
     * Finds out whether an action's mail was handed over. Changes nothing.
     *
     * @return {@link CallOutcome.NotDone} only if it certainly was not, {@link CallOutcome.Unknown} if the system cannot tell
     * @throws BackOfficeUnavailable if the system does not answer
     */
    CallOutcome<Sent> find(ActionId id, Mail mail);
}
