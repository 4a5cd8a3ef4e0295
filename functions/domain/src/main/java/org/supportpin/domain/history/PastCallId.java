package org.supportpin.domain.history;

import java.util.Optional;
import java.util.regex.Pattern;
import org.supportpin.domain.customer.Entry.Recorded;

/**
 * A call's ID for the customer. The verification's own ID is no ID for others: it is the agent's credential.
 *
 * @param sequence that of the entry in which the caller was verified
 * @param mark the beginning of that entry's hash, so that the ID of another customer's call is not by chance one's own
 */
public record PastCallId(long sequence, String mark) {

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,11})-([0-9a-f]{16})");
    private static final int MARK = 16;

    static PastCallId of(Recorded verified) {
        return new PastCallId(verified.entry().sequence(), verified.hash().hex().substring(0, MARK));
    }

    /** Empty if the text is not in the form of {@link #text()}. */
    public static Optional<PastCallId> parse(String text) {
        var match = FORM.matcher(text);
        return match.matches()
                ? Optional.of(new PastCallId(Long.parseLong(match.group(1)), match.group(2)))
                : Optional.empty();
    }

    /** {@code <sequence>-<mark>}. */
    public String text() {
        return sequence + "-" + mark;
    }
}
