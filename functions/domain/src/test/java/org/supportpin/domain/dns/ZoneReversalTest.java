package org.supportpin.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Reversal;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.testing.Undone;
import org.supportpin.domain.testing.Verdicts;

/** Takes edits of a zone back. */
class ZoneReversalTest {

    private final FakeZones zones = new FakeZones();

    ZoneReversalTest() {
        zones.zone = Zones.usual();
    }

    private ZoneEdit done(RawChange... changes) {
        var parsed = ZoneChanges.parse(Zones.NAME, List.of(changes)).orThrow();
        var edit = Verdicts.accepted(ZoneRules.decide(zones.there(), parsed));
        zones.zone = zones.there().apply(edit);
        return edit;
    }

    private Reversal<ZoneEdit> reverse(ZoneEdit done) {
        return ZoneReversal.of(zones, Zones.HOLDER, done);
    }

    private void undo(ZoneEdit done) {
        zones.zone = zones.there().apply(Undone.plan(reverse(done)));
    }

    @Test
    void everythingIsAsItWasItsTtlToo() {
        var before = zones.there();
        var done = done(
                Zones.upsert(60, "shop", "A", "195.251.255.9"),
                Zones.upsert("new", "A", "195.251.255.9"),
                Zones.delete("www", "CNAME"),
                Zones.upsert("www", "A", "195.251.255.9"));

        undo(done);

        assertThat(zones.there()).isEqualTo(before);
    }

    /** Values and a TTL that nobody may request were there, and so may be again. */
    @Test
    void whatCouldNotBeRequestedComesBack() {
        var old = new RecordSet(Zones.name("old"), RecordType.Editable.A, 5, List.of("10.0.0.1"));
        zones.set(old);
        var done = done(Zones.upsert(300, "old", "A", "195.251.255.9"));

        undo(done);

        assertThat(zones.there().find(old.key())).contains(old);
    }

    @Test
    void itsRiskIsThatOfItsOwnEffect() {
        assertThat(Undone.proposal(reverse(done(Zones.upsert("new", "A", "195.251.255.9"))))
                        .risk())
                .isEqualTo(Risk.STANDARD);
        assertThat(Undone.proposal(reverse(done(Zones.upsert("mail", "A", "195.251.255.9"))))
                        .risk())
                .isEqualTo(Risk.HIGH);
    }

    @Test
    void whatHasChangedSinceIsToldAndNothingElse() {
        var done = done(
                Zones.upsert("shop", "A", "195.251.255.9"),
                Zones.upsert("new", "A", "195.251.255.9"),
                Zones.upsert("other", "A", "195.251.255.9"));
        done(Zones.upsert(60, "new", "A", "195.251.255.9"), Zones.delete("shop", "A"));

        assertThat(Undone.changes(reverse(done)))
                .containsExactly(
                        new Difference("shop.papadopoulou.gr A", "195.251.255.9 (TTL 7200)", null),
                        new Difference("new.papadopoulou.gr A", "195.251.255.9 (TTL 7200)", "195.251.255.9 (TTL 60)"));
    }

    /** What the edit did not change may be anything now, also what it asked for in vain. */
    @Test
    void theRestOfTheZoneMayHaveChanged() {
        var done = done(Zones.upsert("new", "A", "195.251.255.9"), Zones.upsert("mail", "A", "195.251.255.2"));
        done(Zones.upsert("mail", "A", "195.251.255.7"), Zones.upsert("more", "A", "195.251.255.9"));
        var more = zones.there().find(Zones.key("more", "A"));

        undo(done);

        assertThat(zones.there().find(Zones.key("new", "A"))).isEmpty();
        assertThat(zones.there().find(Zones.key("more", "A"))).isEqualTo(more).isPresent();
        assertThat(zones.there().find(Zones.key("mail", "A")).orElseThrow().records())
                .containsExactly("195.251.255.7");
    }

    /** www was an alias, and became an address; since, it has got a text, beside which no alias can be. */
    @Test
    void aZoneThatWouldBeBrokenIsRefused() {
        var done = done(Zones.delete("www", "CNAME"), Zones.upsert("www", "A", "195.251.255.9"));
        done(Zones.upsert("www", "TXT", "hello"));

        assertThat(reverse(done)).isInstanceOfSatisfying(Reversal.Forbidden.class, forbidden -> {
            assertThat(forbidden.refusal().rule()).isEqualTo("cname-conflict");
            assertThat(forbidden.refusal().detail()).contains("www.papadopoulou.gr", "TXT");
            assertThat(forbidden.refusal().greek()).contains("www.papadopoulou.gr", "TXT");
        });
    }

    /** The records would never be seen: shop is a zone of its own now. */
    @Test
    void whatWouldBeHiddenByAnotherZoneIsRefused() {
        var done = done(Zones.delete("shop", "A"), Zones.delete("_sip._tcp", "SRV"));
        zones.set(Zones.set("shop", "NS", "ns1.other.gr.", "ns2.other.gr."));

        assertThat(Undone.rule(reverse(done))).isEqualTo("name-occluded");
    }

    @Test
    void anotherCustomersZoneIsNotThere() {
        var done = done(Zones.upsert("new", "A", "195.251.255.9"));

        assertThat(Undone.rule(ZoneReversal.of(zones, new CustomerId("1002"), done)))
                .isEqualTo("zone-not-hosted-here");
        zones.zone = null;
        assertThat(Undone.rule(reverse(done))).isEqualTo("zone-not-hosted-here");
    }

    @Test
    void whatChangedNothingHasNothingToUndo() {
        var done = done(Zones.upsert("shop", "A", "195.251.255.3", "195.251.255.4"));

        assertThat(Undone.rule(reverse(done))).isEqualTo("nothing-to-undo");
    }

    @Test
    void aSystemThatIsDownIsNotGuessed() {
        var done = done(Zones.upsert("new", "A", "195.251.255.9"));
        zones.isDown = true;

        assertThatExceptionOfType(BackOfficeUnavailable.class).isThrownBy(() -> reverse(done));
    }
}
