package org.supportpin.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.testing.Draw;

/** What holds for any list of changes, sensible or hostile. */
class ZonePropertiesTest {

    private static final List<String> NAMES = List.of(
            "@",
            "www",
            "shop",
            "mail",
            "new",
            "*.wild",
            "any.wild.papadopoulou.gr",
            "_sip._tcp",
            "_dmarc",
            "s1._domainkey",
            "a.b.papadopoulou.gr.",
            "δοκιμή");
    private static final List<String> FOREIGN_NAMES =
            List.of("www.allo.gr", "evilpapadopoulou.gr", "papadopoulou.gr.allo.gr", "gr.");
    private static final List<String> TYPES = List.of("A", "AAAA", "CNAME", "MX", "TXT", "SRV", "CAA");
    private static final List<String> OTHER_TYPES = List.of("NS", "SOA", "FOO");
    private static final List<String> VALUES = List.of(
            "195.251.255.1",
            "195.251.255.2",
            "10.0.0.1",
            "2a02:587::1",
            "shop.papadopoulou.gr",
            "www.papadopoulou.gr.",
            "mail.allo.gr",
            "10 mail.papadopoulou.gr",
            "10 www.papadopoulou.gr",
            "20 any.wild.papadopoulou.gr.",
            "0 .",
            "v=spf1 -all",
            "\"a\\\"\" \"\\206\\177\"",
            "0 5 80 www.papadopoulou.gr.",
            "0 5 80 new.papadopoulou.gr",
            "0 issue \"letsencrypt.org; a=b\"",
            "128 issuewild ;");

    @Test
    void whatIsAcceptedStaysTheSameStaysInsideAndLeavesTheZoneValid() {
        var accepted = new AtomicInteger();
        Draw.times(3_000, draw -> {
            var zone = Zones.usual();
            for (int action = 0; action < 4; action++) {
                var changes = draw.list(1, 3, () -> raw(draw));
                if (ZoneChanges.parse(zone.name(), changes) instanceof Checked.Valid<ZoneChanges>(var valid)) {
                    assertThat(ZoneChanges.parse(zone.name(), valid.raw())).isEqualTo(Checked.valid(valid));
                    zone = decided(zone, valid, accepted);
                }
            }
        });
        assertThat(accepted).hasValueGreaterThan(1_000);
    }

    @Test
    void everyFaultPointsToAChangeAndRepeatsNothing() {
        Draw.times(3_000, draw -> {
            var raw = draw.list(
                    1,
                    3,
                    () -> new RawChange(
                            draw.hostile(8),
                            draw.hostile(12),
                            draw.hostile(5),
                            draw.below(200_000) - 50_000,
                            draw.list(0, 3, () -> draw.hostile(12))));
            assertThat(ZoneChanges.parse(Zones.NAME, raw)).isInstanceOfSatisfying(Checked.Faulty.class, faulty -> {
                for (var fault : faulty.faults()) {
                    assertThat(((Fault) fault).pointer()).matches("/[0-2](/(op|name|type|ttl|records(/[0-2])?))?");
                }
            });
        });
    }

    private static Zone decided(Zone zone, ZoneChanges changes, AtomicInteger accepted) {
        var fingerprint = zone.fingerprint();
        var decision = ZoneRules.decide(zone, changes);
        assertThat(zone.fingerprint()).isEqualTo(fingerprint);
        return switch (decision) {
            case Verdict.Refused<ZoneEdit> _, Verdict.Faulty<ZoneEdit> _ -> zone;
            case Verdict.Accepted<ZoneEdit>(var edit) -> {
                accepted.incrementAndGet();
                var after = zone.apply(edit);
                assertValid(after);
                assertThat(edit.isPresentIn(after)).isTrue();
                assertThat(edit.recordSets()).hasSameSizeAs(changes.changes());
                assertThat(after.recordSets()).allMatch(set -> set.name().isWithin(Zones.NAME));
                assertThat(untouched(after, edit)).isEqualTo(untouched(zone, edit));
                yield after;
            }
        };
    }

    /** Told again in other words than the rules use. */
    private static void assertValid(Zone zone) {
        for (var alias : zone.recordSets()) {
            if (alias.type() == RecordType.Editable.CNAME) {
                assertThat(alias.name()).isNotEqualTo(Zones.NAME.dnsName());
                assertThat(alias.records()).hasSize(1);
                assertThat(zone.recordSets())
                        .filteredOn(set -> set.name().equals(alias.name()))
                        .containsExactly(alias);
                assertThat(zone.recordSets())
                        .filteredOn(
                                set -> set.type() == RecordType.Editable.MX || set.type() == RecordType.Editable.SRV)
                        .flatExtracting(RecordSet::records)
                        .noneMatch(value -> value.endsWith(" " + alias.name() + "."));
            }
        }
        for (var set : zone.recordSets()) {
            if (set.type() instanceof RecordType.Editable type) {
                assertThat(set.records())
                        .allSatisfy(
                                value -> assertThat(Rdata.check(type, value)).isEqualTo(Checked.valid(value)));
            }
        }
    }

    private static List<RecordSet> untouched(Zone zone, ZoneEdit edit) {
        var touched = edit.recordSets().stream().map(RecordSetEdit::key).toList();
        return zone.recordSets().stream()
                .filter(set -> !touched.contains(set.key()))
                .toList();
    }

    private static RawChange raw(Draw draw) {
        var type = draw.of(draw.chance(95) ? TYPES : OTHER_TYPES);
        var name = draw.of(draw.chance(95) ? NAMES : FOREIGN_NAMES);
        var fitting = VALUES.stream().filter(value -> fits(type, value)).toList();
        var values = draw.chance(95) && !fitting.isEmpty() ? fitting : VALUES;
        var records = draw.list(1, 2, () -> draw.chance(97) ? draw.of(values) : draw.damaged(draw.of(values)));
        var isUpsert = draw.chance(70);
        return new RawChange(
                isUpsert ? "upsert" : "delete",
                draw.chance(97) ? name : draw.damaged(name),
                type,
                draw.chance(30) ? draw.below(90_000) : null,
                isUpsert || draw.chance(20) ? records : null);
    }

    private static boolean fits(String type, String value) {
        return RecordType.of(type).orElse(null) instanceof RecordType.Editable editable
                && Rdata.check(editable, value) instanceof Checked.Valid;
    }
}
