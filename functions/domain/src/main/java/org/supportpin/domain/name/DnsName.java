package org.supportpin.domain.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.supportpin.domain.check.Checked;

/**
 * A name in the DNS, wider than {@link DomainName}: one label is enough, {@code _} is a letter (RFC 8552), the leftmost
 * label may be {@code *} (RFC 4592), and hyphens may stand anywhere inside a label.
 *
 * @param ascii A-labels, lower case, no trailing dot; at most 253 characters, 63 in a label; never the root
 */
public record DnsName(String ascii) {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?");
    private static final Pattern HOST_LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?");
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");
    private static final Pattern ALL_DIGITS = Pattern.compile("[0-9]+|0x[0-9a-f]*");
    private static final String WILDCARD = "*";

    private static final String FORM =
            "Give a DNS name of letters, digits, hyphens and underscores; * may be the whole first label.";

    /**
     * Takes a name back from where it was stored; {@link #parse} judges what comes from outside.
     *
     * @throws IllegalArgumentException if it is not just what {@link #parse} makes of it
     */
    public DnsName {
        if (ascii.endsWith(".") || !canonical(ascii).equals(Checked.valid(ascii))) {
            throw new IllegalArgumentException("not a DNS name in A-labels");
        }
    }

    /** Judges a name in Unicode or A-labels, with or without the trailing dot. International labels as in {@link DomainName}. */
    public static Checked<DnsName> parse(String text) {
        return canonical(text).map(DnsName::new);
    }

    /** For people. */
    public String unicode() {
        return Idna.toUnicode(ascii);
    }

    /** The A-labels, leftmost first. */
    public List<String> labels() {
        return Idna.labels(ascii);
    }

    /** Whether this is {@code zone} or lies below it, label by label. */
    public boolean isWithin(DomainName zone) {
        return isWithin(ascii, zone.ascii());
    }

    /** Whether this is {@code other} or lies below it, label by label. */
    public boolean isWithin(DnsName other) {
        return isWithin(ascii, other.ascii);
    }

    /** Whether a machine can bear it (RFC 1123 §2.1): two labels or more, no {@code _}, no {@code *}, not an address. */
    public boolean isHost() {
        return isQualified()
                && labels().stream().allMatch(label -> HOST_LABEL.matcher(label).matches());
    }

    /** Whether it can stand alone as a target: two labels or more, no {@code *}, and nothing that reads as an address. */
    public boolean isQualified() {
        var labels = labels();
        return labels.size() >= 2
                && !labels.getFirst().equals(WILDCARD)
                && !ALL_DIGITS.matcher(labels.getLast()).matches();
    }

    @Override
    public String toString() {
        return ascii;
    }

    static boolean isWithin(String ascii, String zone) {
        return ascii.equals(zone) || ascii.endsWith("." + zone);
    }

    private static Checked<String> canonical(String text) {
        var problem = Idna.problemOfText(text);
        if (problem.isPresent()) {
            return Checked.faulty(problem.get());
        }
        var given = Idna.labels(Idna.withoutTrailingDot(text));
        var labels = new ArrayList<String>();
        for (int i = 0; i < given.size(); i++) {
            switch (label(given.get(i), i == 0)) {
                case Checked.Faulty<String>(var faults) -> {
                    return Checked.faulty(faults);
                }
                case Checked.Valid<String>(var label) -> labels.add(label);
            }
        }
        var ascii = String.join(".", labels);
        return ascii.length() <= Idna.LONGEST_NAME
                ? Checked.valid(ascii)
                : Checked.faulty("Give a shorter name: 253 characters at most.");
    }

    private static Checked<String> label(String given, boolean leftmost) {
        var label = given.toLowerCase(Locale.ROOT);
        if (!ASCII.matcher(given).matches() || label.startsWith(Idna.ACE_PREFIX)) {
            return Idna.toAscii(given);
        }
        if (leftmost && label.equals(WILDCARD)) {
            return Checked.valid(label);
        }
        return label.length() <= Idna.LONGEST_LABEL && LABEL.matcher(label).matches()
                ? Checked.valid(label)
                : Checked.faulty(FORM);
    }
}
