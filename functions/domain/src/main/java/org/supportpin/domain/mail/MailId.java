package org.supportpin.domain.mail;

import java.util.regex.Pattern;
import org.supportpin.domain.action.ActionId;

/**
 * What a mail is sent for: an action, or a notice. With the mail's purpose it tells the mail system which mail it is, so that none is
 * sent twice.
 *
 * @param value 24 characters of base64url; an action's ID for its mails
 */
public record MailId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{24}");

    public MailId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a mail's id");
        }
    }

    /** Of an action's mails. */
    public static MailId of(ActionId action) {
        return new MailId(action.value());
    }

    @Override
    public String toString() {
        return value;
    }
}
