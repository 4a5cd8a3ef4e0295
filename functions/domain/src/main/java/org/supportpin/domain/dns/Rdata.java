package org.supportpin.domain.dns;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Text;
import org.supportpin.domain.dns.RecordType.Editable;
import org.supportpin.domain.name.DnsName;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** RDATA in presentation form (RFC 1035 §5.1): what may be requested, and the canonical form of what exists. */
final class Rdata {

    /** A value of 4096 octets, each written as an escape of four characters, its quotation marks and spaces. */
    static final int LONGEST_TEXT = 17_000;

    /** dnsjava drops comments and joins what is in parentheses, so such a value is not canonical outside quoted text. */
    private static final Pattern DROPPED_OR_JOINED = Pattern.compile("[;()]");

    /** A whole line of a zone file in place of a value. */
    private static final Pattern FROM_ZONE_FILE =
            Pattern.compile("(?:^| )IN +(?:A|AAAA|CNAME|MX|SRV|CAA)(?: |$)", Pattern.CASE_INSENSITIVE);

    /** Before the target of MX and SRV. */
    private static final Pattern NUMBERS = Pattern.compile("(?:[0-9]++ ++){1,3}");

    private static final Pattern ESCAPE = Pattern.compile("\\\\.");

    private Rdata() {}

    /**
     * Checks a requested value and returns its canonical form, as dnsjava parses and serialises it. Control characters and line
     * breaks are refused first, because dnsjava drops what follows them.
     */
    static Checked<String> check(Editable type, String text) {
        return switch (readable(type, text)) {
            case Checked.Faulty<String> faulty -> faulty;
            case Checked.Valid<String>(var line) -> checkLine(type, line);
        };
    }

    /**
     * Whether a value can be read at all: one line of bounded length without invisible characters. What is in quotation marks in a TXT
     * value stays as it is, octet for octet; all other text is normalised (NFC).
     */
    static Checked<String> readable(Editable type, String text) {
        return type == Editable.TXT && text.stripLeading().startsWith("\"")
                ? TxtRdata.withoutControls(Text.verbatim(text, 1, LONGEST_TEXT))
                : Text.line(text, 1, LONGEST_TEXT);
    }

    /** What a canonical value says to whoever asks: a text cut into other strings is the same text. */
    static String asked(RecordType type, String canonical) {
        return type == Editable.TXT && canonical.startsWith("\"") ? canonical.replace("\" \"", "") : canonical;
    }

    /** A canonical TXT value as one text, with escapes. */
    static String joined(String canonical) {
        return canonical.replace("\" \"", "").replace("\"", "");
    }

    /**
     * The canonical form of a value that is already in a zone. It need not be one that a request may contain. A value that cannot
     * be parsed without loss stays as it is, because it is only compared and sent back unchanged.
     */
    static String canonical(RecordType type, String text) {
        return switch (type) {
            case RecordType.Other _ -> text;
            case Editable editable ->
                switch (check(editable, text)) {
                    case Checked.Valid<String>(var value) -> value;
                    case Checked.Faulty<String> _ ->
                        Optional.of(text)
                                .filter(_ ->
                                        editable == Editable.TXT && readable(editable, text) instanceof Checked.Valid)
                                .flatMap(TxtRdata::strings)
                                .map(TxtRdata::canonical)
                                .or(() -> leniently(editable, text))
                                .orElse(text);
                };
        };
    }

    /** A canonical TXT value with its text as such, if that reads back as the same value; else as it is. */
    static String legible(String canonical) {
        return TxtRdata.legible(canonical)
                .filter(text -> canonical(Editable.TXT, text).equals(canonical))
                .orElse(canonical);
    }

    private static Checked<String> checkLine(Editable type, String line) {
        if (type != Editable.TXT && FROM_ZONE_FILE.matcher(line).find()) {
            return Checked.faulty(
                    "Enter the value alone, without the name, TTL, IN and type before it.",
                    "Δώστε μόνο την τιμή, χωρίς το όνομα, το TTL, το IN και τον τύπο μπροστά της.");
        }
        var checked = switch (type) {
            case A -> PublicAddresses.ipv4(line);
            case AAAA -> PublicAddresses.ipv6(line);
            case CNAME -> TargetRdata.cname(line);
            case MX -> TargetRdata.mx(line);
            case TXT -> TxtRdata.check(line);
            case SRV -> TargetRdata.srv(line);
            case CAA -> CaaRdata.check(line);
        };
        return switch (checked) {
            case Checked.Faulty<String> faulty -> faulty;
            case Checked.Valid<String> valid
            when type == Editable.CAA -> valid; // longer than dnsjava reads (RFC 8659 §4.1.1)
            case Checked.Valid<String>(var value) ->
                reserialised(type, value)
                        .map(Checked::valid)
                        .orElseGet(() -> Checked.faulty(
                                "Enter a value in the format of the record's type.",
                                "Δώστε τιμή με τη μορφή που έχει ο τύπος της εγγραφής."));
        };
    }

    private static Optional<String> leniently(Editable type, String text) {
        var spelled = switch (type) {
            case CNAME, MX, SRV -> withSpelledTarget(text);
            case A, AAAA, TXT, CAA -> text;
        };
        var isLossy = spelled.codePoints().anyMatch(Text::isInvisible)
                || DROPPED_OR_JOINED.matcher(spelled).find()
                || (type == Editable.TXT && !spelled.startsWith("\""));
        return isLossy ? Optional.empty() : reserialised(type, spelled);
    }

    /** With the octets of the target in one spelling (RFC 1035 §5.1), so that nothing in it looks like a comment or parentheses. */
    private static String withSpelledTarget(String text) {
        var numbers = NUMBERS.matcher(text);
        var start = numbers.lookingAt() ? numbers.end() : 0;
        var target = text.substring(start);
        return ESCAPE.matcher(target).replaceAll("").indexOf(' ') < 0
                        && target.endsWith(".")
                        && DnsName.inZone(target) instanceof Checked.Valid<DnsName>(var name)
                ? text.substring(0, start) + name + "."
                : text;
    }

    private static Optional<String> reserialised(Editable type, String text) {
        try {
            var record = Record.fromString(Name.root, Type.value(type.text()), DClass.IN, 0, text, Name.root);
            return Optional.of(
                    switch (type) {
                        case AAAA ->
                            Ipv6Text.of(((AAAARecord) record).getAddress().getAddress());
                        case CNAME, MX, SRV -> record.rdataToString().toLowerCase(Locale.ROOT);
                        case A, CAA -> record.rdataToString();
                        case TXT -> TxtRdata.canonical(((TXTRecord) record).getStringsAsByteArrays());
                    });
        } catch (IOException notOfThisType) {
            return Optional.empty();
        }
    }
}
