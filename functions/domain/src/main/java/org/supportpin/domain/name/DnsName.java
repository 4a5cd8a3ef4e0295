package org.supportpin.domain.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.supportpin.domain.check.Checked;

/**
 * A name in the DNS, more general than {@link DomainName}. A zone may hold any name, so {@link #inZone} reads all of them; {@link
 * #parse} accepts the names that may be asked for: of one label or more, with {@code _} (RFC 8552), with {@code *} as the leftmost label
 * (RFC 4592), and with hyphens anywhere inside a label.
 *
 * @param ascii A-labels, lower case, no trailing dot; 1 to 63 octets in a label, 255 in all; never the root. Octets other than visible
 *     ASCII, and those that mean something in master files, are {@code \DDD} (RFC 1035 §5.1), so that each full stop separates labels
 */
public record DnsName(String ascii) {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?");
    private static final Pattern HOST_LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?");
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");
    private static final Pattern ALL_DIGITS = Pattern.compile("[0-9]+|0x[0-9a-f]*");
    private static final String WILDCARD = "*";

    /**
     * Restores a stored name. {@link #parse} checks input.
     *
     * @throws IllegalArgumentException if {@link #inZone} would not return it unchanged
     */
    public DnsName {
        if (!ZoneName.canonical(ascii).equals(Checked.valid(ascii))) {
            throw new IllegalArgumentException("not a DNS name in A-labels");
        }
    }

    /**
     * The name of records that are there already, in the form of master files, with or without the trailing dot. It may hold any octets
     * (RFC 2181 §11): whoever only reads a zone does not judge its names.
     */
    public static Checked<DnsName> inZone(String text) {
        return ZoneName.canonical(text).map(DnsName::new);
    }

    /**
     * Checks a name in Unicode or A-labels, with or without the trailing dot. International labels are handled as in {@link
     * DomainName}.
     */
    public static Checked<DnsName> parse(String text) {
        return canonical(text).map(DnsName::new);
    }

    /** For display. An A-label that no request may contain stays as it is, because it could look like another name. */
    public String unicode() {
        return labels().stream()
                .map(label -> Idna.toAscii(label) instanceof Checked.Valid ? Idna.toUnicode(label) : label)
                .collect(Collectors.joining("."));
    }

    /** The A-labels, leftmost first. */
    public List<String> labels() {
        return Idna.labels(ascii);
    }

    /** Whether this is {@code zone} or is below it, compared label by label. */
    public boolean isWithin(DomainName zone) {
        return isWithin(ascii, zone.ascii());
    }

    /** Whether this is {@code other} or is below it, compared label by label. */
    public boolean isWithin(DnsName other) {
        return isWithin(ascii, other.ascii);
    }

    /** Whether it can be a host name (RFC 1123 §2.1): at least two labels, no {@code _}, no {@code *}, not an address. */
    public boolean isHost() {
        return isQualified()
                && labels().stream().allMatch(label -> HOST_LABEL.matcher(label).matches());
    }

    /** Whether it can be a complete target: at least two labels, no {@code *}, and nothing that looks like an address. */
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
        return ascii.length() <= Idna.LONGEST_NAME ? Checked.valid(ascii) : Checked.faulty(NameFaults.TOO_LONG);
    }

    private static Checked<String> label(String given, boolean leftmost) {
        var label = given.toLowerCase(Locale.ROOT);
        if (!ASCII.matcher(given).matches() || label.startsWith(Idna.ACE_PREFIX)) {
            return Idna.toAscii(given);
        }
        if (leftmost && label.equals(WILDCARD)) {
            return Checked.valid(label);
        }
        if (label.length() > Idna.LONGEST_LABEL) {
            return Checked.faulty(NameFaults.labelTooLong(label.length()));
        }
        return LABEL.matcher(label).matches() ? Checked.valid(label) : Checked.faulty(NameFaults.NO_DNS_NAME);
    }
}
