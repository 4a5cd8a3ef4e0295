package org.supportpin.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.domain.dns.Zones.accepted;
import static org.supportpin.domain.dns.Zones.delete;
import static org.supportpin.domain.dns.Zones.set;
import static org.supportpin.domain.dns.Zones.upsert;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.domain.action.Risk;

class ZoneRiskTest {

    private static final Zone ZONE =
            Zones.with(Zones.usual(), set("news", "TXT", "v=spf1 -all"), set("s2._domainkey", "CNAME", "s2.esp.gr."));

    static Stream<RawChange> high() {
        return Stream.of(
                upsert("@", "MX", "10 mail.allo.gr"),
                upsert("@", "MX", "10 mail.papadopoulou.gr", "0 evil.allo.gr"),
                upsert("shop", "MX", "10 mail.allo.gr"),
                delete("@", "MX"),
                upsert("@", "A", "195.251.255.9"),
                delete("@", "A"),
                upsert("@", "TXT", "verification=1"),
                upsert("mail", "A", "195.251.255.9"),
                upsert("_dmarc", "TXT", "v=DMARC1; p=none"),
                delete("_dmarc", "TXT"),
                upsert("s1._domainkey", "TXT", "v=DKIM1; p=other"),
                upsert("s2._domainkey", "CNAME", "s2.evil.gr"),
                upsert("news", "TXT", "v=spf1 +all"),
                delete("news", "TXT"));
    }

    static Stream<RawChange> standard() {
        return Stream.of(
                upsert("shop", "A", "195.251.255.9"),
                delete("shop", "A"),
                upsert("new", "A", "195.251.255.9"),
                upsert("new", "TXT", "v=spf1 -all"),
                upsert("s3._domainkey", "TXT", "v=DKIM1; p=MIIB"),
                upsert("_dmarc.shop", "TXT", "v=DMARC1; p=reject"),
                upsert("@", "AAAA", "2a02:587::1"),
                upsert("@", "CAA", "0 issue letsencrypt.org"),
                upsert("www", "CNAME", "shop.papadopoulou.gr"),
                upsert("mail", "AAAA", "2a02:587::1"),
                upsert(60, "@", "MX", "10 mail.papadopoulou.gr"),
                upsert(60, "@", "A", "195.251.255.1"),
                upsert("@", "TXT", "v=spf1 mx -all", "verification=1"));
    }

    @ParameterizedTest
    @MethodSource
    void high(RawChange change) {
        assertThat(accepted(ZONE, change).risk()).isEqualTo(Risk.HIGH);
    }

    @ParameterizedTest
    @MethodSource
    void standard(RawChange change) {
        assertThat(accepted(ZONE, change).risk()).isEqualTo(Risk.STANDARD);
    }

    @Test
    void oneHighChangeMakesAllOfThemHigh() {
        assertThat(accepted(ZONE, upsert("new", "A", "195.251.255.9"), delete("@", "MX"))
                        .risk())
                .isEqualTo(Risk.HIGH);
    }

    @Test
    void theHigherRiskWins() {
        assertThat(Risk.STANDARD.or(Risk.HIGH)).isEqualTo(Risk.HIGH);
        assertThat(Risk.HIGH.or(Risk.STANDARD)).isEqualTo(Risk.HIGH);
        assertThat(Risk.STANDARD.or(Risk.STANDARD)).isEqualTo(Risk.STANDARD);
    }
}
