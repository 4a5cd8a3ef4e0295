package org.supportpin.domain.mail;

/**
 * One mail, in plain text. A connector that sends HTML too makes it from this, with every value escaped.
 *
 * @param purpose tells the mails of one action apart, such as {@code order-details}
 * @param subject one line
 * @param text lines, separated by line feeds
 */
public record Mail(EmailAddress to, String purpose, String subject, String text) {

    @Override
    public String toString() {
        return "Mail[" + purpose + ", " + to + "]";
    }
}
