package org.supportpin.domain.dns;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.supportpin.domain.name.DnsName;

/**
 * All records of one name and type (RRset, RFC 2181 §5). An RRset has no order, so the values are kept sorted and without
 * duplicates.
 *
 * @param name the owner, absolute
 * @param ttl in seconds, 0 to 2^31 - 1 (RFC 2181 §8); what an action may set is narrower
 * @param records RDATA in canonical presentation form: TXT quoted, targets absolute and lower case, addresses in canonical
 *     spelling. Values of editable types are converted to that form. At least one
 */
public record RecordSet(DnsName name, RecordType type, int ttl, List<String> records) {

    static final Comparator<RecordSet> ORDER =
            Comparator.comparing((RecordSet set) -> set.name.ascii()).thenComparing(set -> set.type.text());

    /** The key of an RRset. */
    public record Key(DnsName name, RecordType type) {

        @Override
        public String toString() {
            return name + " " + type.text();
        }
    }

    public RecordSet {
        records = canonical(type, records);
        if (ttl < 0 || records.isEmpty()) {
            throw new IllegalArgumentException("an RRset has a TTL of 0 or more and at least one record");
        }
    }

    public Key key() {
        return new Key(name, type);
    }

    static List<String> canonical(RecordType type, List<String> records) {
        return records.stream()
                .map(value -> Rdata.canonical(type, value))
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether an action may change it. */
    public boolean isEditable() {
        return type instanceof RecordType.Editable;
    }

    /** The records as people read them: in TXT, text as such, not as escaped octets. They read back as the same records. */
    public List<String> legible() {
        return type == RecordType.Editable.TXT
                ? records.stream().map(Rdata::legible).toList()
                : records;
    }

    /** Whether it is the same to whoever asks: texts cut into other pieces are the same texts. */
    boolean isSameAs(RecordSet other) {
        return key().equals(other.key()) && ttl == other.ttl && texts().equals(other.texts());
    }

    /** Whether it has exactly these values, canonical: in any order, and with texts cut in any way. */
    boolean hasValues(List<String> values) {
        return texts().equals(new RecordSet(name, type, ttl, values).texts());
    }

    /** The value that is the same as this one to whoever asks. */
    Optional<String> find(String value) {
        var asked = Rdata.asked(type, Rdata.canonical(type, value));
        return records.stream()
                .filter(each -> Rdata.asked(type, each).equals(asked))
                .findFirst();
    }

    private List<String> texts() {
        return records.stream()
                .map(value -> Rdata.asked(type, value))
                .distinct()
                .sorted()
                .toList();
    }

    /** The targets of the records, without the trailing dot; empty for types without a target. */
    List<String> targets() {
        return switch (type) {
            case RecordType.Editable.CNAME, RecordType.Editable.MX, RecordType.Editable.SRV ->
                records.stream()
                        .map(value -> value.substring(value.lastIndexOf(' ') + 1))
                        .filter(target -> target.length() > 1 && target.endsWith("."))
                        .map(ZoneResolver::name)
                        .toList();
            case RecordType.Other(var text)
            when text.equals("NS") -> records.stream().map(ZoneResolver::name).toList();
            default -> List.of();
        };
    }
}
