package org.supportpin.domain.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.name.DomainName;

/** Security row 33: an address whose own mail an action could carry away is told nothing. */
class BlastRadiusTest {

    private static final int ZONES = 20_000;
    private static final List<String> LABELS = List.of("a", "aa", "a-a", "mail", "mx", "gr", "com", "xn--qxam", "0a");

    @ParameterizedTest
    @CsvSource({
        "papadopoulou.gr, papadopoulou.gr, mx.elsewhere.com, true",
        "papadopoulou.gr, mail.papadopoulou.gr, mx.elsewhere.com, true",
        "papadopoulou.gr, example.gr, mx.papadopoulou.gr, true",
        "papadopoulou.gr, example.gr, papadopoulou.gr, true",
        "papadopoulou.gr, example.gr, mx.example.gr, false",
        "papadopoulou.gr, notpapadopoulou.gr, mx.notpapadopoulou.gr, false",
        "papadopoulou.gr, papadopoulou.gr.com, mx.papadopoulou.gr.com, false",
        "mail.papadopoulou.gr, papadopoulou.gr, papadopoulou.gr, false"
    })
    void itReachesWhatLiesInTheZone(String zone, String domain, String host, boolean isReached) {
        var radius = new BlastRadius(new DomainName(zone));

        assertThat(radius.reaches(new DomainName(domain), Set.of(new DnsName(host))))
                .isEqualTo(isReached);
    }

    /** Zones, domains and hosts out of few labels, so that they often touch; judged label by label, from the right. */
    @Test
    void itReachesExactlyWhatEndsInTheLabelsOfTheZone() {
        var random = new Random(18);
        int reached = 0;
        for (int i = 0; i < ZONES; i++) {
            var zone = name(random);
            var domain = name(random);
            var hosts = List.of(name(random), name(random));
            var expected = endsIn(domain, zone) || hosts.stream().anyMatch(host -> endsIn(host, zone));

            var isReached = new BlastRadius(new DomainName(text(zone)))
                    .reaches(
                            new DomainName(text(domain)),
                            hosts.stream().map(host -> new DnsName(text(host))).toList());

            assertThat(isReached).as("%s, %s, %s", zone, domain, hosts).isEqualTo(expected);
            reached += isReached ? 1 : 0;
        }
        assertThat(reached).isBetween(ZONES / 50, ZONES / 2);
    }

    private static List<String> name(Random random) {
        var labels = new ArrayList<String>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            labels.add(LABELS.get(random.nextInt(LABELS.size())));
        }
        labels.add(random.nextBoolean() ? "gr" : "com");
        return labels;
    }

    private static String text(List<String> labels) {
        return String.join(".", labels);
    }

    private static boolean endsIn(List<String> name, List<String> zone) {
        return name.size() >= zone.size()
                && name.subList(name.size() - zone.size(), name.size()).equals(zone);
    }
}
