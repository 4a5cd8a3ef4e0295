package org.supportpin.backoffice.hosting.plesk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.xml.XmlBuilder;
import org.supportpin.domain.dns.RecordSet;
import org.supportpin.domain.dns.RecordSetEdit;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DomainName;

/**
 * A zone whose primary is a Plesk server.
 *
 * @param site Plesk's id of the site
 * @param ttl in seconds, of every record: the API has no TTL per record
 */
record PleskZone(String site, DomainName name, CustomerId holder, int ttl, List<PleskRecord> records) {

    PleskZone {
        records = List.copyOf(records);
    }

    record Steps(List<Consumer<XmlBuilder>> removals, List<Consumer<XmlBuilder>> additions) {}

    /** The domain's zone; empty if the records do not form one. */
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

    /** Whether an RRset can be written to this zone. */
    boolean canHold(RecordSet set) {
        return set.ttl() == ttl
                && set.records().stream()
                        .allMatch(rdata ->
                                PleskRecord.add(site, name, set.key(), rdata).isPresent());
    }

    /** The steps that apply edits. */
    Steps towards(List<RecordSetEdit> edits) {
        return steps(edits, RecordSetEdit::after);
    }

    /** The steps that undo edits. */
    Steps back(List<RecordSetEdit> edits) {
        return steps(edits, RecordSetEdit::before);
    }

    private Steps steps(List<RecordSetEdit> edits, Function<RecordSetEdit, @Nullable RecordSet> target) {
        var removals = new ArrayList<Consumer<XmlBuilder>>();
        var additions = new ArrayList<Consumer<XmlBuilder>>();
        for (var edit : edits) {
            var set = target.apply(edit);
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
