package org.supportpin.domain.dns;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.dns.RecordType.Editable;

/**
 * The risk of an edit. High: any change to the values of MX records, including a new MX RRset, because it redirects mail that
 * previously went to the name's address (RFC 5321 §5.1); replacing the address of a mail server in the zone; replacing SPF, DKIM
 * or DMARC records; replacing records at the apex. Changing only a TTL is standard.
 */
final class ZoneRisk {

    private static final Set<Editable> WHERE_A_SERVER_IS = Set.of(Editable.A, Editable.AAAA, Editable.CNAME);

    private final String apex;
    private final Set<String> mailServers;

    private ZoneRisk(Zone before) {
        apex = before.name().ascii();
        mailServers = before.recordSets().stream()
                .filter(set -> set.type() == Editable.MX)
                .flatMap(set -> set.targets().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    static Risk of(Zone before, List<RecordSetEdit> edits) {
        var risk = new ZoneRisk(before);
        return edits.stream().anyMatch(risk::isHigh) ? Risk.HIGH : Risk.STANDARD;
    }

    private boolean isHigh(RecordSetEdit edit) {
        if (edit.type() == Editable.MX) {
            return edit.replaces() || edit.before() == null;
        }
        return edit.replaces() && (isAtApex(edit) || isMailServer(edit) || isMailPolicy(edit));
    }

    private boolean isAtApex(RecordSetEdit edit) {
        return edit.name().ascii().equals(apex);
    }

    private boolean isMailServer(RecordSetEdit edit) {
        return WHERE_A_SERVER_IS.contains(edit.type())
                && mailServers.contains(edit.name().ascii());
    }

    /** DKIM and DMARC are recognised by name (RFC 6376 §3.6.2.1, RFC 7489 §6.1), even as aliases; SPF by its text. */
    private static boolean isMailPolicy(RecordSetEdit edit) {
        var labels = edit.name().labels();
        return labels.contains("_domainkey") || labels.getFirst().equals("_dmarc") || isSpf(edit.before());
    }

    private static boolean isSpf(@Nullable RecordSet set) {
        return set != null
                && set.type() == Editable.TXT
                && set.records().stream()
                        .anyMatch(value -> value.toLowerCase(Locale.ROOT).startsWith("\"v=spf1"));
    }
}
