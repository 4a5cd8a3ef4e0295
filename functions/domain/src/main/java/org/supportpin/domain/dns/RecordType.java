package org.supportpin.domain.dns;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.supportpin.domain.check.WireName;
import org.xbill.DNS.Type;

/** The type of a record: one that may be edited by phone, or any other that a zone contains. */
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

    /** Every other type: SOA, NS, DS, DNSKEY, and a server's own types. */
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

    /** The type with this name, in any case; empty if the DNS has no such type. */
    static Optional<RecordType> of(String text) {
        var mnemonic = text.toUpperCase(Locale.ROOT);
        return Other.FORM.matcher(mnemonic).matches() && Type.value(mnemonic) >= 0
                ? Optional.of(inZone(mnemonic))
                : Optional.empty();
    }

    /**
     * The type of an existing record, which may be a server's own type, such as {@code ALIAS}.
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
