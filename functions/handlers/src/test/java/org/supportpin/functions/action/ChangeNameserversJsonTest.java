package org.supportpin.functions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.functions.action.ActionJsonChecks.assertFaults;
import static org.supportpin.functions.action.ActionJsonChecks.assertReadBack;
import static org.supportpin.functions.action.ChangeNameserversJson.JSON;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.ChangeNameservers;
import org.supportpin.domain.registrar.Nameserver;
import org.supportpin.domain.registrar.NameserverEdit;
import org.supportpin.domain.registrar.Nameservers;

class ChangeNameserversJsonTest {

    private static final DomainName DOMAIN = new DomainName("papadopoulou.gr");
    private static final Nameservers BEFORE =
            new Nameservers(List.of(server("ns2.hoster.gr"), server("ns1.papadopoulou.gr", "10.0.0.1")));
    private static final Nameservers AFTER = new Nameservers(
            List.of(server("ns1.papadopoulou.gr", "195.251.255.5", "2a02:587::5"), server("ns1.hoster.gr")));
    private static final NameserverEdit CHANGE = new NameserverEdit(DOMAIN, BEFORE, AFTER);

    @Test
    void aRequestIsRead() {
        assertThat(JSON.parameters().from(JsonText.readOwn("""
                        {"domain": "Papadopoulou.GR.", "nameservers": [
                          {"host": "ns1.papadopoulou.gr", "addresses": ["195.251.255.5", "2A02:587:0::5"]},
                          {"host": "NS1.hoster.gr"}]}""")))
                .isEqualTo(new Valid<>(new ChangeNameservers(DOMAIN, AFTER)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5 | ''
            {} | /domain /nameservers
            {"domain": "x", "nameservers": 7} | /domain /nameservers
            {"domain": 5, "nameservers": [{"host": "x"}, {"host": "ns1.hoster.gr", "addresses": ["10.0.0.1"]}]} | /domain /nameservers/0/host /nameservers/1/addresses/0
            {"domain": "nea.gr", "nameservers": [{"host": "ns1.hoster.gr"}]} | /nameservers
            {"domain": "nea.gr", "nameservers": [{"host": "ns1.nea.gr"}, {"host": "ns1.hoster.gr", "addresses": ["195.251.255.5"]}], "x": 1} | /nameservers/0/addresses /nameservers/1/addresses /x
            {"domain": "nea.gr", "nameservers": [{"host": 5}, {"host": "ns1.hoster.gr", "addresses": "195.251.255.5"}]} | /nameservers/0/host /nameservers/1/addresses
            {"domain": "nea.gr", "nameservers": [{"host": "ns1.hoster.gr", "ttl": 5}, {"host": "ns2.hoster.gr", "addresses": [5]}]} | /nameservers/0/ttl /nameservers/1/addresses /nameservers/1/addresses/0
            {"domain": "nea.gr", "nameservers": [{"host": 5, "x": 1}, {"host": "ns1.nea.gr", "addresses": [5, "10.0.0.1"]}, 7, {"host": "x"}]} | /nameservers/0/host /nameservers/0/x /nameservers/1/addresses/0 /nameservers/1/addresses/1 /nameservers/2 /nameservers/3/host
            {"domain": "nea.gr", "nameservers": [{"host": "ns1.hoster.gr"}, {"host": "ns1.hoster.gr"}]} | /nameservers/1/host
            {"domain": "nea.gr", "nameservers": [{"host": "ns1.hoster.gr", "addresses": []}, {"host": "ns1.nea.gr", "addresses": []}]} | /nameservers/0/addresses /nameservers/1/addresses
            """)
    void everyFaultIsReportedInItsPlace(String request, String pointers) {
        assertFaults(JSON, request, pointers);
    }

    @Test
    void aPlanIsReadBackEvenWithAnAddressThatNobodyCouldAskFor() {
        assertReadBack(JSON, CHANGE);
    }

    @Test
    void theResultHasBeforeAndAfter() {
        assertThat(JSON.result().apply(CHANGE)).isEqualTo(JsonText.readOwn("""
                        {"domain": "papadopoulou.gr",
                         "before": [{"host": "ns2.hoster.gr"}, {"host": "ns1.papadopoulou.gr", "addresses": ["10.0.0.1"]}],
                         "after": [{"host": "ns1.papadopoulou.gr", "addresses": ["195.251.255.5", "2a02:587::5"]},
                                   {"host": "ns1.hoster.gr"}]}"""));
    }

    @Test
    void theDifferenceIsShownToTheCustomer() {
        assertThat(CHANGE.changes())
                .containsExactly(new Difference(
                        "papadopoulou.gr NS",
                        "ns2.hoster.gr, ns1.papadopoulou.gr [10.0.0.1]",
                        "ns1.papadopoulou.gr [195.251.255.5 2a02:587::5], ns1.hoster.gr"));
        assertThat(new NameserverEdit(DOMAIN, AFTER, AFTER).changes()).isEmpty();
    }

    private static Nameserver server(String host, String... addresses) {
        return new Nameserver(
                new DomainName(host),
                List.of(addresses).stream()
                        .map(each -> IpAddress.parse(each).orThrow())
                        .toList());
    }
}
