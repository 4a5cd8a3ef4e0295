package org.supportpin.domain.billing;

import org.jspecify.annotations.Nullable;
import org.supportpin.domain.check.Text;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;

/**
 * Who a customer is, as far as an agent must know.
 *
 * @param name one line of 1–120 characters
 * @param language null if billing does not know it
 */
public record AccountHolder(
        CustomerId customer, String name, @Nullable Language language) {

    private static final int LONGEST = 120;

    /**
     * @throws IllegalArgumentException if the name is not a valid line
     */
    public AccountHolder {
        name = Text.line(name, 1, LONGEST).orThrow();
    }

    /** Omits the name, which is personal. */
    @Override
    public String toString() {
        return "AccountHolder[" + customer + "]";
    }
}
