package org.supportpin.domain.mail;

/**
 * One mail, in plain text. A connector that also sends HTML makes it from this text, with every value escaped.
 *
 * @param purpose distinguishes the mails of one {@link MailId}, such as {@code order-details}
 * @param subject one line
 * @param text lines, separated by line feeds
 */
public record Mail(EmailAddress to, String purpose, String subject, String text) {

    @Override
    public String toString() {
        return "Mail[" + purpose + ", " + to + "]";
    }
}
