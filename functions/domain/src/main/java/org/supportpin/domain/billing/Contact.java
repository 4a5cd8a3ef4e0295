package org.supportpin.domain.billing;

import org.jspecify.annotations.Nullable;
import org.supportpin.domain.check.Text;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.mail.EmailAddress;

/**
 * A person to whom billing writes.
 *
 * @param name one line of 1–120 characters
 * @param language null if billing does not know it
 */
public record Contact(
        String name, EmailAddress email, @Nullable Language language) {

    private static final int LONGEST = 120;

    /**
     * @throws IllegalArgumentException if the name is not a valid line
     */
    public Contact {
        name = Text.line(name, 1, LONGEST).orThrow();
    }

    /** Contains no personal data in clear. */
    @Override
    public String toString() {
        return "Contact[" + email.masked() + "]";
    }
}
