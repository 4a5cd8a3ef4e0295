package org.supportpin.backoffice.hosting.plesk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.xml.XmlBuilder;
import org.supportpin.domain.dns.RecordSet;
import org.supportpin.domain.dns.RecordSetEdit;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DomainName;

/**
 * A zone that a Plesk server is the primary of.
 *
 * @param site Plesk's id of the site
 * @param ttl in seconds, of every record: the API knows none of a record's own
 */
record PleskZone(String site, DomainName name, CustomerId holder, int ttl, List<PleskRecord> records) {

    PleskZone {
        records = List.copyOf(records);
    }

    /** Removals and additions, each of them one operation. */
    record Steps(List<Consumer<XmlBuilder>> removals, List<Consumer<XmlBuilder>> additions) {}

    /** The zone of the domain; empty where two records are not of one zone. */
    Optional<Zone> zone() {
        var values = records.stream()
                .collect(Collectors.groupingBy(
                        PleskRecord::key,
                        LinkedHashMap::new,
                        Collectors.mapping(PleskRecord::rdata, Collectors.toList())));
        try {
            return Optional.of(new Zone(
                    name,
                    holder,
                    values.entrySet().stream()
                            .map(set -> new RecordSet(
                                    set.getKey().name(), set.getKey().type(), ttl, set.getValue()))
                            .toList()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether an RRset is one that this zone could hold after a change. */
    boolean canHold(RecordSet set) {
        return set.ttl() == ttl
                && set.records().stream()
                        .allMatch(rdata ->
                                PleskRecord.add(site, name, set.key(), rdata).isPresent());
    }

    /** What makes the RRsets of edits what they shall be after them. */
    Steps towards(List<RecordSetEdit> edits) {
        return steps(edits, RecordSetEdit::after);
    }

    /** What makes them what they were before. */
    Steps back(List<RecordSetEdit> edits) {
        return steps(edits, RecordSetEdit::before);
    }

    /** Which of the two an RRset shall be; null where there shall be none. */
    @FunctionalInterface
    private interface Wanted {
        @Nullable RecordSet of(RecordSetEdit edit);
    }

    private Steps steps(List<RecordSetEdit> edits, Wanted wanted) {
        var removals = new ArrayList<Consumer<XmlBuilder>>();
        var additions = new ArrayList<Consumer<XmlBuilder>>();
        for (var edit : edits) {
            var set = wanted.of(edit);
            var missing = new ArrayList<>(set == null ? List.of() : set.records());
            for (var record : records) {
                if (record.key().equals(edit.key()) && !missing.remove(record.rdata())) {
                    removals.add(remove -> remove.element("filter", filter -> filter.text("id", record.id())));
                }
            }
            missing.forEach(
                    rdata -> PleskRecord.add(site, name, edit.key(), rdata).ifPresent(additions::add));
        }
        return new Steps(removals, additions);
    }
}
