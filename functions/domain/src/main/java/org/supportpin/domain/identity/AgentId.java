package org.supportpin.domain.identity;

import java.util.regex.Pattern;
import org.supportpin.domain.check.Checked;

/**
 * The ID of a support agent at the agents' identity provider.
 *
 * @param value 1–64 characters, in the form of a {@link CustomerId}
 */
public record AgentId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:@|+~-]{1,64}");

    public AgentId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an agent id");
        }
    }

    public static Checked<AgentId> parse(String text) {
        return FORM.matcher(text).matches()
                ? Checked.valid(new AgentId(text))
                : Checked.faulty("An agent ID has 1 to 64 letters, digits or . _ : @ | + ~ -");
    }

    @Override
    public String toString() {
        return value;
    }
}
