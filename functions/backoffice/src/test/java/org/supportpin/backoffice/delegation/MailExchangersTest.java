package org.supportpin.backoffice.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.name.DomainName;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Where a domain's mail goes, as the resolvers of this machine answer. */
class MailExchangersTest {

    private static final String DOMAIN = "example.gr";

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private void named(int type, String value) {
        named(DOMAIN, type, value);
    }

    private void named(String name, int type, String value) {
        world.named(name, record(name, type, value));
    }

    private static Record record(String name, int type, String value) {
        try {
            return Record.fromString(Name.fromString(name + "."), type, DClass.IN, 60, value, Name.root);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Optional<Set<DnsName>> hosts() {
        return world.probe().mailHosts(new DomainName(DOMAIN));
    }

    private static Set<DnsName> names(String... names) {
        return Set.copyOf(List.of(names).stream().map(DnsName::new).toList());
    }

    @Test
    void areTheTargetsOfItsMxRecords() {
        named(Type.MX, "10 mx.papadopoulou.gr.");
        named(Type.MX, "20 Backup.example.NET.");

        assertThat(hosts()).hasValue(names("mx.papadopoulou.gr", "backup.example.net"));
    }

    @Test
    void withoutMxItIsTheDomainItself() {
        assertThat(hosts()).hasValue(names(DOMAIN));
    }

    /** Whoever has the alias' target has the mail. */
    @Test
    void theTargetsOfAliasesCountToo() {
        named(Type.CNAME, "www.papadopoulou.gr.");
        named(Type.MX, "10 mx.example.net.");

        assertThat(hosts()).hasValue(names("www.papadopoulou.gr", "mx.example.net"));
    }

    /** Whoever has a nameserver says where the mail goes. */
    @Test
    void theNameserversOfItsZoneCountToo() {
        named(Type.NS, "ns1.papadopoulou.gr.");
        named(Type.NS, "ns2.example.net.");

        assertThat(hosts()).hasValue(names(DOMAIN, "ns1.papadopoulou.gr", "ns2.example.net"));
    }

    @Test
    void soDoThoseOfItsMailHostsAndAliases() {
        named(Type.MX, "10 mx.mail.example.net.");
        named(Type.CNAME, "www.example.com.");
        named("mail.example.net", Type.NS, "ns.papadopoulou.gr.");
        named("example.com", Type.NS, "ns.nea.gr.");

        assertThat(hosts())
                .hasValue(names("mx.mail.example.net", "www.example.com", "ns.papadopoulou.gr", "ns.nea.gr"));
    }

    /** The servers of a top-level domain are not asked for, and no name twice. */
    @Test
    void eachNameIsAskedForOnce() {
        named(Type.MX, "10 a.mx.example.net.");
        named(Type.MX, "20 b.mx.example.net.");
        named("net", Type.NS, "ns.papadopoulou.gr.");

        assertThat(hosts()).hasValue(names("a.mx.example.net", "b.mx.example.net"));
        assertThat(world.questions)
                .containsExactlyInAnyOrder(
                        "example.gr MX",
                        "example.gr NS",
                        "a.mx.example.net NS",
                        "b.mx.example.net NS",
                        "mx.example.net NS",
                        "example.net NS");
    }

    /** A negative answer names the zone, so the names between are not asked for. */
    @Test
    void theZoneThatAnAnswerNamesIsAskedNext() {
        named(Type.MX, "10 a.b.c.d.example.net.");
        named("example.net", Type.NS, "ns.papadopoulou.gr.");
        world.authority(
                "a.b.c.d.example.net",
                record("example.net", Type.SOA, "ns.example.net. hostmaster.example.net. 1 3600 600 86400 60"));

        assertThat(hosts()).hasValue(names("a.b.c.d.example.net", "ns.papadopoulou.gr"));
        assertThat(world.questions).doesNotContain("b.c.d.example.net NS").contains("example.net NS");
    }

    @Test
    void aDomainWithTooManyHostsIsNotKnown() {
        for (int i = 0; i < 17; i++) {
            named(Type.MX, "10 mx%d.example.net.".formatted(i));
        }

        assertThat(hosts()).isEmpty();
    }

    @Test
    void aDomainThatTakesNoMailHasNone() {
        named(Type.MX, "0 .");

        assertThat(hosts()).isEmpty();
    }

    /** Neither that there is no such domain nor that somebody failed says where mail goes. */
    @ParameterizedTest
    @ValueSource(ints = {Rcode.NXDOMAIN, Rcode.SERVFAIL, Rcode.REFUSED})
    void noAnswerSaysNothing(int rcode) {
        world.resolvers = List.of(world.start(query -> {
                    var answer = new Message(query.getHeader().getID());
                    answer.getHeader().setFlag(Flags.QR);
                    answer.getHeader().setRcode(rcode);
                    answer.addRecord(query.getQuestion(), Section.QUESTION);
                    return List.of(answer.toWire());
                })
                .address());

        assertThat(hosts()).isEmpty();
    }

    @Test
    void aSilentResolverSaysNothingAndHoldsNobodyUp() {
        world.resolvers = List.of(world.start(_ -> List.of()).address());

        assertThat(Deadline.current().within(Duration.ofSeconds(5)).hold(() -> {
                    var hosts = hosts();
                    assertThat(Deadline.current().isOver()).isFalse();
                    return hosts;
                }))
                .isEmpty();
    }
}
