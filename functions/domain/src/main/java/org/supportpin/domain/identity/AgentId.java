package org.supportpin.domain.identity;

import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.TextForm;

/**
 * The ID of a support agent at the agents' identity provider.
 *
 * @param value 1–64 characters, in the form of a {@link CustomerId}
 */
public record AgentId(String value) {

    private static final TextForm FORM =
            TextForm.of("[A-Za-z0-9._:@|+~-]{1,64}", "An agent ID has 1 to 64 letters, digits or . _ : @ | + ~ -");

    public AgentId {
        FORM.require(value);
    }

    public static Checked<AgentId> parse(String text) {
        return FORM.parse(text, AgentId::new);
    }

    @Override
    public String toString() {
        return value;
    }
}
