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
        try {
            world.named(
                    DOMAIN, Record.fromString(Name.fromString(DOMAIN + "."), type, DClass.IN, 60, value, Name.root));
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
