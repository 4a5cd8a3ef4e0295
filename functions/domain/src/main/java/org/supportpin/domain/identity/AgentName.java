package org.supportpin.domain.identity;

import java.util.Optional;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.check.Text;

/**
 * A support agent's name, as customers see it during a call. Personal, so it is kept sealed.
 *
 * @param value one line of 1–40 characters, NFC
 */
public record AgentName(String value) {

    private static final int LONGEST = 40;
    private static final int LONGEST_CLAIM = 200;

    /** The name in a token. One that is too long is cut, and one that is no line of text is nobody's. */
    public static Optional<AgentName> of(String claim) {
        return Text.line(claim, 1, LONGEST_CLAIM) instanceof Valid<String>(var line)
                ? Optional.of(new AgentName(cut(line)))
                : Optional.empty();
    }

    private static String cut(String line) {
        return line.length() <= LONGEST
                ? line
                : line.substring(
                                        0,
                                        line.offsetByCodePoints(
                                                0, Math.min(LONGEST - 1, line.codePointCount(0, line.length()))))
                                .strip()
                        + "…";
    }

    @Override
    public String toString() {
        return "AgentName[redacted]";
    }
}
