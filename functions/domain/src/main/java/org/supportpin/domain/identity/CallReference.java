package org.supportpin.domain.identity;

import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Text;

/** The ID of a call, from the telephone system or the agent. */
public sealed interface CallReference {

    /** The label under which references are sealed. */
    String LABEL = "call";

    /**
     * As the agent gave it.
     *
     * @param value 1–64 visible characters, NFC
     */
    record Said(String value) implements CallReference {}

    /** As it is kept. */
    record Kept(SealedText text) implements CallReference {}

    static Checked<Said> parse(String text) {
        return Text.line(text, 1, 64).map(Said::new);
    }
}
