package org.supportpin.domain.name;

import java.util.List;
import java.util.regex.Pattern;
import org.supportpin.domain.check.Checked;

/**
 * A name that can be registered or be a host's name: at least two labels of letters, digits and hyphens.
 *
 * @param ascii A-labels (RFC 5890 §2.3.2.1), lower case, no trailing dot; at most 253 characters, 63 in a label
 */
public record DomainName(String ascii) {

    /** RFC 3696 §2: no top-level domain is all digits, so no address is mistaken for a name. */
    private static final Pattern TOP_LEVEL = Pattern.compile("[a-z]{2,63}|xn--[a-z0-9-]+");

    /**
     * Restores a stored name. {@link #parse} checks input.
     *
     * @throws IllegalArgumentException if {@link #parse} would not return it unchanged
     */
    public DomainName {
        if (!Idna.toAscii(ascii).equals(Checked.valid(ascii)) || !isWhole(ascii)) {
            throw new IllegalArgumentException("not a domain name in A-labels");
        }
    }

    /**
     * Checks a name in Unicode or A-labels, with or without the trailing dot. Refuses a label of mixed alphabets, a separator
     * other than the full stop, invisible characters, an {@code xn--} label that does not survive a round trip, and a capital
     * sigma at the end of a word, which UTS #46 would turn into another name.
     */
    public static Checked<DomainName> parse(String text) {
        return switch (Idna.toAscii(text)) {
            case Checked.Faulty<String>(var faults) -> Checked.faulty(faults);
            case Checked.Valid<String>(var ascii) ->
                isWhole(ascii) ? Checked.valid(new DomainName(ascii)) : Checked.faulty(NameFaults.NOT_WHOLE);
        };
    }

    /** For display: {@code νόμος.gr}. */
    public String unicode() {
        return Idna.toUnicode(ascii);
    }

    /** The A-labels, from the leftmost to the top-level domain. */
    public List<String> labels() {
        return Idna.labels(ascii);
    }

    /** The last label: {@code gr}, or {@code xn--qxam} for {@code .ελ}. */
    public String tld() {
        return labels().getLast();
    }

    /**
     * Whether this is {@code zone} or is below it, compared label by label: {@code evilexample.gr} is not within {@code
     * example.gr}.
     */
    public boolean isWithin(DomainName zone) {
        return DnsName.isWithin(ascii, zone.ascii);
    }

    /** The same name as the owner of DNS records. */
    public DnsName dnsName() {
        return new DnsName(ascii);
    }

    @Override
    public String toString() {
        return ascii;
    }

    private static boolean isWhole(String ascii) {
        var labels = Idna.labels(ascii);
        return labels.size() >= 2 && TOP_LEVEL.matcher(labels.getLast()).matches();
    }
}
