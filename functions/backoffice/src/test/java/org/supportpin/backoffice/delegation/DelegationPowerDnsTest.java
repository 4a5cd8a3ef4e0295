package org.supportpin.backoffice.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.domain.registrar.Domains.MARIA_ID;
import static org.supportpin.domain.registrar.Domains.server;
import static org.supportpin.domain.registrar.Domains.usual;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.action.Warning;
import org.supportpin.domain.dns.RecordSet;
import org.supportpin.domain.dns.RecordType;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.registrar.ChangeNameservers;
import org.supportpin.domain.registrar.ChangeNameserversExecutor;
import org.supportpin.domain.registrar.FakeRegistrar;
import org.supportpin.domain.registrar.Nameservers;
import org.supportpin.domain.registrar.Signing;
import org.supportpin.domain.registrar.Signing.DsData;
import org.supportpin.domain.testing.PowerDnsServer;
import org.supportpin.domain.testing.Verdicts;

/** The whole guard and real name servers: that of now, one with the same keys, one with others, one with none, and some that lack more. */
class DelegationPowerDnsTest {

    private static final String ZONE = "papadopoulou.gr";
    private static final List<RecordSet> USUAL = List.of(
            set("", "SOA", "ns1.hoster.example. hostmaster.hoster.example. 1 10800 3600 604800 3600"),
            set("", "A", "185.4.132.10"),
            set("www.", "CNAME", ZONE + "."),
            set("", "MX", "10 mail." + ZONE + "."),
            set("mail.", "A", "185.4.132.11"));

    @TempDir
    private static Path folder;

    private static PowerDnsServer now;
    private static PowerDnsServer sameKeys;
    private static PowerDnsServer otherKeys;
    private static PowerDnsServer noKeys;
    private static PowerDnsServer bare;
    private static PowerDnsServer lame;

    /** The records at the registry: of each digest (1, 2, 4) for the key of now. */
    private static List<DsData> ds = List.of();

    @BeforeAll
    static void start() throws IOException {
        now = serving(USUAL);
        sameKeys = serving(USUAL);
        otherKeys = serving(USUAL);
        noKeys = serving(USUAL);
        bare = serving(List.of(USUAL.getFirst(), set("", "A", "185.4.132.99")));
        lame = PowerDnsServer.start(Files.createTempDirectory(folder, "lame"));
        var key = key(now, "\"algorithm\":13");
        key(sameKeys, "\"privatekey\":" + JsonText.write(key.path("privatekey")));
        key(otherKeys, "\"algorithm\":13");
        ds = key.path("ds").items().stream()
                .map(Json::asText)
                .map(DelegationPowerDnsTest::ds)
                .toList();
        assertThat(ds).extracting(DsData::digestType).containsExactly(1, 2, 4);
    }

    @AfterAll
    static void stop() {
        Stream.of(now, sameKeys, otherKeys, noKeys, bare, lame).forEach(server -> {
            if (server != null) {
                server.close();
            }
        });
    }

    private static PowerDnsServer serving(List<RecordSet> sets) throws IOException {
        var server = PowerDnsServer.start(Files.createTempDirectory(folder, "pdns"));
        server.serve(ZONE, "1001", sets);
        return server;
    }

    private static RecordSet set(String below, String type, String... values) {
        return new RecordSet(new DnsName(below + ZONE), RecordType.inZone(type), 3600, List.of(values));
    }

    /** Signs the zone with a new key, or with one that is given. */
    private static Json key(PowerDnsServer server, String member) {
        return JsonText.readOwn(server.ask(
                "POST",
                "/api/v1/servers/localhost/zones/" + ZONE + "./cryptokeys",
                "{\"keytype\":\"csk\",\"active\":true," + member + "}"));
    }

    private static DsData ds(String text) {
        var parts = text.split(" ", -1);
        return new DsData(
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]),
                parts[3].toUpperCase(Locale.ROOT));
    }

    private static PowerDnsServer real(InetAddress address) {
        return List.of(now, sameKeys, otherKeys, noKeys, bare, lame).get(address.getAddress()[3] - 1);
    }

    /** Both of the new nameservers are the same server, at the address 185.4.132.n; those of now are at 185.4.132.1. */
    private static ChangeNameserversExecutor guard(FakeRegistrar registrar) {
        var network = new Network(
                address -> new InetSocketAddress(
                        InetAddress.ofLiteral("127.0.0.1"), real(address).port()),
                List::of);
        return new ChangeNameserversExecutor(registrar, new DnsDelegationProbe(network, Clock.systemUTC()));
    }

    private static Nameservers at(int server) {
        return new Nameservers(IntStream.of(1, 2)
                .mapToObj(i -> server("ns" + i + ".s" + server + "." + ZONE, "185.4.132." + server))
                .toList());
    }

    private static ChangeNameservers to(int server) {
        return new ChangeNameservers(usual().name(), at(server));
    }

    private static FakeRegistrar registrar(List<DsData> records) {
        return new FakeRegistrar()
                .with(usual().with(at(1)).with(records.isEmpty() ? Signing.NONE : new Signing(true, records)));
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "4"})
    void aSignedDomainMayGoWhereItsKeysAre(int digestType) {
        var record = ds.stream().filter(each -> each.digestType() == digestType).toList();
        var planned = guard(registrar(record)).plan(MARIA_ID, to(2));

        assertThat(Verdicts.accepted(planned).warnings())
                .extracting(Warning::code)
                .containsExactly("web-stays", "mail-stays");
    }

    @ParameterizedTest
    @CsvSource({"3", "4", "5", "6"})
    void andNowhereElse(int server) {
        assertThat(Verdicts.rule(guard(registrar(ds)).plan(MARIA_ID, to(server))))
                .isEqualTo("domain-signed");
    }

    @ParameterizedTest
    @CsvSource({"2", "3", "4"})
    void anUnsignedOneMayGoAnywhereThatServesIt(int server) {
        var planned = guard(registrar(List.of())).plan(MARIA_ID, to(server));

        assertThat(Verdicts.accepted(planned).warnings())
                .extracting(Warning::code)
                .containsExactly("web-stays", "mail-stays");
    }

    @Test
    void whatTheNewServersLackIsSaid() {
        var planned = guard(registrar(List.of())).plan(MARIA_ID, to(5));

        assertThat(Verdicts.accepted(planned).warnings())
                .extracting(warning -> warning.text().english())
                .containsExactly(
                        "papadopoulou.gr will open from another server: 185.4.132.99 instead of 185.4.132.10.",
                        "www.papadopoulou.gr will not open: the new nameservers have no address for it.",
                        "Email will not be delivered: the new nameservers have no mail server (MX) for the domain.");
    }

    @Test
    void aServerOfOtherZonesDoesNotGetIt() {
        assertThat(Verdicts.rule(guard(registrar(List.of())).plan(MARIA_ID, to(6))))
                .isEqualTo("nameservers-do-not-answer");
    }
}
