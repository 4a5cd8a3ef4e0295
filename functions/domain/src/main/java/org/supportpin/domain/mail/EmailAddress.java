package org.supportpin.domain.mail;

import java.util.regex.Pattern;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.name.DomainName;

/**
 * An email address. {@code toString} does not reveal it; only {@link #address()} does.
 *
 * @param local the part before the at sign, a dot-atom (RFC 5322 §3.2.3) of 1–64 characters
 * @param domain the part after it
 */
public record EmailAddress(String local, DomainName domain) {

    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final int LONGEST_LOCAL = 64;
    private static final String HOW = "Enter an email address, for example name@example.gr.";
    private static final String GREEK = "Δώστε μια διεύθυνση email, για παράδειγμα name@example.gr.";

    public EmailAddress {
        if (local.length() > LONGEST_LOCAL || !LOCAL.matcher(local).matches()) {
            throw new IllegalArgumentException("not the local part of an e-mail address");
        }
    }

    /** Checks what was typed. No message repeats it. */
    public static Checked<EmailAddress> parse(String text) {
        var at = text.lastIndexOf('@');
        var local = at < 0 ? "" : text.substring(0, at);
        if (local.length() > LONGEST_LOCAL || !LOCAL.matcher(local).matches()) {
            return Checked.faulty(HOW, GREEK);
        }
        return switch (DomainName.parse(text.substring(at + 1))) {
            case Checked.Valid<DomainName>(var domain) -> Checked.valid(new EmailAddress(local, domain));
            case Checked.Faulty<DomainName>(var _) -> Checked.faulty(HOW, GREEK);
        };
    }

    public String address() {
        return local + "@" + domain.ascii();
    }

    /** The masked form: {@code m•••@e•••.gr}. */
    public String masked() {
        return local.charAt(0) + "•••@" + domain.ascii().charAt(0) + "•••." + domain.tld();
    }

    @Override
    public String toString() {
        return masked();
    }
}
