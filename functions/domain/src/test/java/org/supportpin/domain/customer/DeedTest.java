package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.identity.Language;

class DeedTest {

    private static String told(int room, Difference... changes) {
        return new Deed(ActionName.CHANGE_NAMESERVERS, List.of(changes)).values(Language.ENGLISH, room);
    }

    private static Difference to(String what, @Nullable String after) {
        return new Difference(what, "before", after);
    }

    @Test
    void whatFitsIsToldWhole() {
        assertThat(told(70, to("papadopoulou.gr NS", "ns1.x.gr, ns2.x.gr")))
                .isEqualTo("papadopoulou.gr NS: ns1.x.gr, ns2.x.gr");
        assertThat(told(70, to("www.papadopoulou.gr A", null))).isEqualTo("www.papadopoulou.gr A: removed");
    }

    /** As the pages say it (web/shared/change-words.js, tried in console-logic.txt). */
    @ParameterizedTest
    @CsvSource({
        "RENEW_SERVICE, svc-1 papadopoulou.gr, papadopoulou.gr (svc-1)",
        "RENEW_SERVICE, svc-1, svc-1",
        "UPGRADE_SERVICE, svc-1 papadopoulou.gr, papadopoulou.gr (svc-1)",
        "ORDER_SERVICE, vps-1 shop.gr, vps-1 (shop.gr)",
        "SEND_ORDER_DETAILS, ord-1 nea.gr, ord-1 (nea.gr)",
        "APPLY_MICRO_FIX, a.gr restart-php, Restart PHP (a.gr)",
        "APPLY_MICRO_FIX, a.gr reissue-certificate a.gr, Reissue the certificate (a.gr)",
        "APPLY_MICRO_FIX, a.gr reissue-certificate b.gr, 'Reissue the certificate (a.gr, b.gr)'"
    })
    void whatHasAnIdIsCalledByWhatItIsForToo(ActionName action, String what, String called) {
        assertThat(new Deed(action, List.of(to(what, "after"))).lines(Language.ENGLISH))
                .singleElement()
                .asString()
                .startsWith(called + ": ");
    }

    @Test
    void namesAreCutInFrontOfTheirRegistrablePart() {
        assertThat(told(40, to("a.very.long.way.down.papadopoulou.gr A", "192.0.2.1 (TTL 60)")))
                .isEqualTo("…papadopoulou.gr A: 192.0.2.1 (TTL 60)");
        assertThat(told(44, to("mail.office.papadopoulou.com.gr MX", "10 mx1.elsewhere.example (TTL 600)")))
                .startsWith("…papadopoulou.com.gr MX: 10 …elsewhere.examp");
    }

    @Test
    void ofManyValuesAsManyAreToldAsFit() {
        assertThat(told(45, to("papadopoulou.gr NS", "ns1.hoster-a.gr, ns2.hoster-b.gr, ns3.hoster-c.gr")))
                .isEqualTo("papadopoulou.gr NS: …hoster-a.gr +2");
    }

    @Test
    void ofManyChangesAsManyAreToldAsFit() {
        assertThat(told(40, to("a.gr A", "192.0.2.1"), to("b.gr A", "192.0.2.2"), to("c.gr A", "192.0.2.3")))
                .isEqualTo("a.gr A: 192.0.2.1; b.gr A: 192.0.2.2 +1");
    }

    /** However little room there is. */
    @Test
    void theRegistrablePartIsNeverCut() {
        var draw = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            var name = label(draw) + "." + (draw.nextBoolean() ? "gr" : "com.gr");
            var host = label(draw) + ".example";
            var changes = new ArrayList<Difference>();
            changes.add(to(label(draw) + "." + name + " NS", "ns1." + host + ", ns2." + host));
            for (int more = draw.nextInt(4); more > 0; more--) {
                changes.add(to(label(draw) + "." + name + " A", "192.0.2." + more));
            }

            var text = told(60 + draw.nextInt(20), changes.toArray(Difference[]::new));

            assertThat(text).contains(name).contains(host);
        }
    }

    private static String label(Random draw) {
        return "x".repeat(1 + draw.nextInt(20)) + draw.nextInt(10);
    }

    @ParameterizedTest
    @EnumSource(ActionName.class)
    void eachActionHasShortNames(ActionName action) {
        var name = new Deed(action, List.of()).name();

        assertThat(name.greek()).hasSizeLessThanOrEqualTo(18);
        assertThat(name.english()).hasSizeLessThanOrEqualTo(19);
        assertThat(Language.further())
                .allSatisfy(language -> assertThat(name.in(language)).hasSizeLessThanOrEqualTo(19));
    }
}
