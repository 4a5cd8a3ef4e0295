package org.supportpin.domain.identity;

import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Text;

/**
 * The ID of a call, from the telephone system or the agent.
 *
 * @param value 1–64 visible characters, NFC
 */
public record CallReference(String value) {

    public static Checked<CallReference> parse(String text) {
        return Text.line(text, 1, 64).map(CallReference::new);
    }
}
