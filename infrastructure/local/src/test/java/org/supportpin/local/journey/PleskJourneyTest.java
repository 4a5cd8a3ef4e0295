package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.backoffice.hosting.plesk.PleskDouble;
import org.supportpin.backoffice.testing.StubServer;

/** Packages and their zones in a Plesk whose list by owner holds everybody's: what an agent sees and does there. */
class PleskJourneyTest {

    @TempDir
    private static Path folder;

    private static StubServer server;
    private static Service service;

    private final PleskDouble plesk = PleskDouble.filled().withZone().leaking();
    private AgentSteps agent;
    private CustomerSteps customer;
    private String verification;
    private String theirs;

    @BeforeAll
    static void start() throws IOException {
        server = StubServer.start();
        var settings = "{\"url\": \"%s\", \"network\": \"loopback\", \"secretKey\": \"ssm:/support-pin/plesk\"}"
                .formatted(server.endpoint().base());
        var connectors = Files.writeString(folder.resolve("connectors.json"), """
                {"parameters": {"HostingConnector": "plesk", "HostingSettings": %1$s,
                                "DnsConnector": "plesk", "DnsSettings": %1$s},
                 "secrets": {"/support-pin/plesk": "%2$s"}}
                """.formatted(settings, PleskDouble.KEY));
        service = Service.in(Files.createDirectory(folder.resolve("data")), connectors);
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        server.close();
    }

    @BeforeEach
    void newCall() {
        server.does(plesk);
        agent = service.agent();
        customer = service.customer("1001").activated();
        verification = agent.verified(customer);
        theirs = agent.verified(service.customer("1002").activated());
    }

    @Test
    void theAccountHasTheOwnPackagesAlone() {
        var account = agent.account(verification).is(200).body();

        assertThat(account.path("missing")).isEmpty();
        assertThat(account.path("packages")).singleElement().satisfies(own -> {
            assertThat(own.path("packageId").asText()).isEqualTo("170");
            assertThat(own.path("mainDomain").asText()).isEqualTo("papadopoulou.gr");
            assertThat(own.at("/php/version").asText()).isEqualTo("8.3");
            assertThat(own.path("mailboxes").findValuesAsText("address"))
                    .containsExactly("info@papadopoulou.gr", "sales@nea.gr");
        });
        assertThat(account.path("domains")
                        .valueStream()
                        .filter(each -> each.path("zoneHosted").asBoolean())
                        .map(each -> each.path("name").asText()))
                .containsExactly("papadopoulou.gr");
        assertThat(account.toString()).doesNotContain("\"999\"", "allo.gr");
        assertThat(service.log()).doesNotContain(PleskDouble.KEY, "papadopoulou");
    }

    @Test
    void theOtherCustomerSeesTheirs() {
        var account = agent.account(theirs).is(200).body();

        assertThat(account.path("packages").findValuesAsText("packageId")).containsExactly("999");
        assertThat(account.toString()).doesNotContain("papadopoulou", "\"170\"");
    }

    @Test
    void aZoneIsShownToItsHolderAlone() {
        var zone = agent.zone(verification, "papadopoulou.gr").is(200).body();

        assertThat(zone.path("recordSets").findValuesAsText("type")).contains("A", "TXT", "NS");
        assertThat(zone.path("recordSets").toString()).contains("185.4.132.10", "v=spf1 mx -all");
        var elsewhere = agent.zone(theirs, "papadopoulou.gr").isProblem(404, "not-found");
        var nowhere = agent.zone(theirs, "nowhere.gr").isProblem(404, "not-found");
        assertThat(elsewhere.besidesRequestId()).isEqualTo(nowhere.besidesRequestId());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "change-hosting-settings | {'packageId':'170','php':{'version':'8.4','settings':{'memory_limit':'256M','max_input_vars':5000}},'dns':[{'op':'upsert','name':'shop','type':'A','ttl':3600,'records':['195.251.255.21']}]}",
                "change-dns-records | {'domain':'papadopoulou.gr','changes':[{'op':'upsert','name':'shop','type':'A','ttl':3600,'records':['195.251.255.21']},{'op':'delete','name':'@','type':'TXT'}]}"
            })
    void whatIsUndoneIsAsItWas(String action, String parameters) {
        var before = facts();
        var done =
                agent.act(verification, action, parameters.replace('\'', '"')).is(201);
        assertThat(facts()).isNotEqualTo(before);

        customer.undo(done.text("actionId")).is(201);

        assertThat(facts()).isEqualTo(before);
        assertThat(customer.undo(done.text("actionId")).is(201).text("status")).isEqualTo("succeeded");
    }

    /** What an agent sees of both; Plesk gives a record that comes back another ID. */
    private String facts() {
        return agent.account(verification).is(200).body().path("packages").toString()
                + agent.zone(verification, "papadopoulou.gr").is(200).body().path("recordSets");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "change-hosting-settings | {'packageId':'%s','php':{'version':'8.4','settings':{'memory_limit':'256M'}},'dns':[{'op':'upsert','name':'shop','type':'A','ttl':3600,'records':['195.251.255.21']}]} | 170 | 77",
                "apply-micro-fix | {'packageId':'%s','fix':'raise-mailbox-quota','arguments':{'mailbox':'info@papadopoulou.gr','quotaMb':2048},'note':'Full'} | 170 | 77",
                "apply-micro-fix | {'packageId':'%s','fix':'unban-address','arguments':{'address':'195.251.255.66'},'note':'Banned'} | 170 | 77",
                "change-dns-records | {'domain':'%s','changes':[{'op':'upsert','name':'shop','type':'A','ttl':3600,'records':['195.251.255.21']},{'op':'delete','name':'@','type':'TXT'}]} | papadopoulou.gr | niemand.gr"
            })
    void whatThePreviewShowsIsWhatIsDoneAndNobodyElseCan(String action, String template, String own, String nobodys) {
        var parameters = template.replace('\'', '"');
        var before = plesk.kept();

        Previews.show(agent, verification, action, parameters.formatted(own));
        Previews.hide(agent, theirs, action, parameters.formatted(own), parameters.formatted(nobodys));
        assertThat(plesk.kept()).isEqualTo(before);

        Previews.showWhatIsDone(agent, customer, verification, action, parameters.formatted(own));
        assertThat(plesk.kept()).isNotEqualTo(before);
    }
}
