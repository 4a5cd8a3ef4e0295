package org.supportpin.domain.dns;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.supportpin.domain.check.WireName;
import org.xbill.DNS.Type;

/** The type of a record: one that may be edited over the telephone, or another that a zone holds. */
public sealed interface RecordType {

    /** The mnemonic of the IANA registry, upper case, such as {@code MX}. */
    String text();

    /** The types that an action may change. */
    enum Editable implements RecordType, WireName {
        A,
        AAAA,
        CNAME,
        MX,
        TXT,
        SRV,
        CAA;

        @Override
        public String text() {
            return name();
        }
    }

    /** Every other type: SOA, NS, DS, DNSKEY, and what a server calls a type of its own. */
    record Other(String text) implements RecordType {

        private static final Pattern FORM = Pattern.compile("[A-Z0-9-]{1,32}");

        public Other {
            if (!FORM.matcher(text).matches() || editable(text).isPresent()) {
                throw new IllegalArgumentException("not a type of the other kind");
            }
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** The type that a request names, in any case; empty where the DNS knows none by that name. */
    static Optional<RecordType> of(String text) {
        var mnemonic = text.toUpperCase(Locale.ROOT);
        return Other.FORM.matcher(mnemonic).matches() && Type.value(mnemonic) >= 0
                ? Optional.of(inZone(mnemonic))
                : Optional.empty();
    }

    /**
     * The type of something that is in a zone, which may be of a server's own invention, such as {@code ALIAS}.
     *
     * @throws IllegalArgumentException if it is not 1–32 letters, digits and hyphens
     */
    static RecordType inZone(String text) {
        var mnemonic = text.toUpperCase(Locale.ROOT);
        return editable(mnemonic).<RecordType>map(type -> type).orElseGet(() -> new Other(mnemonic));
    }

    private static Optional<Editable> editable(String mnemonic) {
        return WireName.find(Editable.values(), mnemonic);
    }
}
