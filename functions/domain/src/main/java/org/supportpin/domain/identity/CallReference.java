package org.supportpin.domain.identity;

import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Text;

/**
 * The call in which something was asked for, as the telephone system or the agent names it.
 *
 * @param value 1–64 characters, NFC, none invisible
 */
public record CallReference(String value) {

    public static Checked<CallReference> parse(String text) {
        return Text.line(text, 1, 64).map(CallReference::new);
    }
}
