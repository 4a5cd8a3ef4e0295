package org.supportpin.domain.mail;

/** How a function's mail gets to the mail system. */
public sealed interface MailRoute {

    /** The function calls the mail system: there is time for its answer. */
    record Direct(MailSender sender) implements MailRoute {}

    /** The mail system needs longer than a request has: a mail is queued, and the outbox's schedule sends it. */
    record ByOutbox() implements MailRoute {}
}
