package org.supportpin.backoffice.mail;

import java.util.regex.Pattern;
import org.supportpin.domain.mail.Mail;

/**
 * A mail in plain text and HTML. Control characters are replaced with spaces, so that no value can end a line or a header.
 *
 * @param subject one line
 * @param text lines, separated by line feeds
 * @param html a whole document, in which the text is escaped
 */
public record RenderedMail(String subject, String text, String html) {

    private static final Pattern IN_LINES = Pattern.compile("[\\p{Cntrl}&&[^\n]]");
    private static final Pattern IN_A_LINE = Pattern.compile("[\\p{Cntrl}\u0085\u2028\u2029]+");

    public static RenderedMail of(Mail mail) {
        var subject = IN_A_LINE.matcher(mail.subject()).replaceAll(" ");
        var text = IN_LINES.matcher(mail.text()).replaceAll(" ");
        return new RenderedMail(subject, text, HtmlMail.of(subject, text));
    }

    /** Without the contents. */
    @Override
    public String toString() {
        return "RenderedMail[" + text.length() + " characters]";
    }
}
