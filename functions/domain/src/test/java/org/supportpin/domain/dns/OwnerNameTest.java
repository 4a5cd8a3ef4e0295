package org.supportpin.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.testing.Draw;

class OwnerNameTest {

    private static final DomainName ZONE = new DomainName("papadopoulou.gr");

    @ParameterizedTest
    @CsvSource({
        "@, papadopoulou.gr",
        "papadopoulou.gr, papadopoulou.gr",
        "Papadopoulou.GR., papadopoulou.gr",
        "www, www.papadopoulou.gr",
        "gr, gr.papadopoulou.gr",
        "www.papadopoulou.gr, www.papadopoulou.gr",
        "a.b.c.papadopoulou.gr., a.b.c.papadopoulou.gr",
        "*, *.papadopoulou.gr",
        "*.shop, *.shop.papadopoulou.gr",
        "_dmarc, _dmarc.papadopoulou.gr",
        "_dmarc.shop, _dmarc.shop.papadopoulou.gr",
        "_sip._tcp, _sip._tcp.papadopoulou.gr",
        "_sip._tcp.shop, _sip._tcp.shop.papadopoulou.gr",
        "s1._domainkey, s1._domainkey.papadopoulou.gr",
        "δοκιμή, xn--jxalpdlp.papadopoulou.gr"
    })
    void aNameIsTakenInFullOrWhereItCannotBeMisread(String text, String name) {
        assertThat(OwnerName.parse(ZONE, text)).isEqualTo(Checked.valid(new DnsName(name)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "www.",
                "evilpapadopoulou.gr",
                "evilpapadopoulou.gr.",
                "papadopoulou.gr.evil.gr",
                "papadopoulou.com",
                "www.allo.gr",
                "www.allo.gr.",
                "allo.gr",
                "*.allo.gr",
                "_dmarc.allo.gr",
                "a.b",
                "xpapadopoulou.gr",
                "papadopoulou.gr.gr"
            })
    void aNameThatCouldBeAnotherDomainsIsRefused(String text) {
        assertThat(OwnerName.parse(ZONE, text))
                .isInstanceOfSatisfying(
                        Checked.Faulty.class,
                        faulty -> assertThat(faulty.toString()).contains("inside the zone"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "@.papadopoulou.gr",
                "www@",
                "a b",
                "www.*.papadopoulou.gr",
                "..papadopoulou.gr",
                "www\n",
                "www\\.papadopoulou.gr"
            })
    void whatIsNoNameIsRefused(String text) {
        assertThat(OwnerName.parse(ZONE, text)).isInstanceOf(Checked.Faulty.class);
    }

    @Test
    void aZoneInGreekIsFoundInEitherSpelling() {
        var zone = DomainName.parse("νόμος.ελ").orThrow();

        assertThat(OwnerName.parse(zone, "www.νόμος.ελ").orThrow().ascii()).isEqualTo("www.xn--xxabhm1c.xn--qxam");
        assertThat(OwnerName.parse(zone, "www.xn--xxabhm1c.xn--qxam").orThrow().ascii())
                .isEqualTo("www.xn--xxabhm1c.xn--qxam");
        assertThat(OwnerName.parse(zone, "www.νόμοσ.ελ")).isInstanceOf(Checked.Faulty.class);
    }

    @Test
    void aRelativeNameMustStillFit() {
        var label = "a".repeat(63);
        var zone = new DomainName(String.join(".", label, label, label, "gr"));

        assertThat(OwnerName.parse(zone, "b".repeat(58))).isInstanceOf(Checked.Valid.class);
        assertThat(OwnerName.parse(zone, "b".repeat(59))).isInstanceOf(Checked.Faulty.class);
    }

    @Test
    void whateverIsAcceptedLiesInTheZoneLabelByLabel() {
        Draw.times(20_000, draw -> {
            var text = draw.chance(60) ? draw.damaged("_a.www.papadopoulou.gr") : draw.hostile(8);
            if (OwnerName.parse(ZONE, text) instanceof Checked.Valid<DnsName>(var name)) {
                assertThat(name.ascii()).matches("(.+\\.)?papadopoulou\\.gr");
                assertThat(OwnerName.parse(ZONE, name.ascii())).isEqualTo(Checked.valid(name));
            }
        });
    }
}
