package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an agent chooses from: the verified customer's own things, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountTest {

    private Service service;
    private AgentSteps agent;

    @BeforeAll
    void start(@TempDir Path data) {
        service = Service.in(data);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @BeforeEach
    void newCall() {
        service.backDoor().resetBackOffice();
        agent = service.agent();
    }

    private String verified(String customer) {
        return agent.verified(service.customer(customer).activated());
    }

    private JsonNode account(String customer) {
        return agent.account(verified(customer)).is(200).body();
    }

    private static List<String> all(JsonNode list, String member) {
        return list.valueStream().map(each -> each.path(member).asText()).toList();
    }

    private static JsonNode one(JsonNode list, String member, String value) {
        return list.valueStream()
                .filter(each -> each.path(member).asText().equals(value))
                .findFirst()
                .orElseThrow();
    }

    @Nested
    class TheSeededCustomer {

        @Test
        void isNamed() {
            var account = account("1001");

            assertThat(account.path("name").asText()).isEqualTo("Μαρία Παπαδοπούλου");
            assertThat(account.path("language").asText()).isEqualTo("el");
            assertThat(account.path("missing")).isEmpty();
        }

        @Test
        void hasDomains() {
            var domains = account("1001").path("domains");

            assertThat(all(domains, "name"))
                    .contains("papadopoulou.gr", "nea.gr", "palio.gr", "xn--xxabhm1c.gr")
                    .doesNotContain("allo.gr");
            var own = one(domains, "name", "papadopoulou.gr");
            assertThat(own.path("registered").asText()).isNotEmpty();
            assertThat(own.path("expires").asText()).isNotEmpty();
            assertThat(own.path("signed").asBoolean(true)).isFalse();
            assertThat(own.path("locked").asBoolean(true)).isFalse();
            assertThat(own.path("zoneHosted").asBoolean()).isTrue();
            assertThat(one(domains, "name", "palio.gr").path("zoneHosted").asBoolean(true))
                    .isFalse();
            assertThat(one(domains, "name", "palio.gr").path("isAdministrator").asBoolean(true))
                    .isFalse();
            assertThat(one(domains, "name", "kleidomeno.gr").path("locked").asBoolean())
                    .isTrue();
            assertThat(one(domains, "name", "ananeomeno.gr").path("registered").isNull())
                    .isTrue();
        }

        @Test
        void hasServicesWithWhatCanBeDoneAboutThem() {
            var account = account("1001");
            var services = account.path("services");

            assertThat(all(services, "serviceId"))
                    .containsExactlyInAnyOrder("svc-1", "svc-3", "svc-4", "svc-5", "svc-6", "svc-7", "svc-dom-1");
            var active = one(services, "serviceId", "svc-1");
            assertThat(active.at("/product/en").asText()).isEqualTo("Hosting Basic");
            assertThat(all(active.path("renewals"), "billingCycle"))
                    .containsExactly("monthly", "annually", "biennially", "triennially");
            assertThat(active.path("upgrades").valueStream().map(JsonNode::asText))
                    .containsExactly("hosting-pro");
            assertThat(one(services, "serviceId", "svc-3").path("renewals")).isEmpty();
            var retired = one(services, "serviceId", "svc-7");
            assertThat(retired.at("/product/en").asText()).isEqualTo("Hosting Start");
            assertThat(all(retired.path("renewals"), "billingCycle")).containsExactly("annually");
            // Between midnight in Athens and in UTC, by which the starting data counts, a day less is left to pay for.
            assertThat(account.path("upgrades"))
                    .singleElement()
                    .satisfies(upgrade ->
                            assertThat(upgrade.at("/price/value").asText()).isIn("24.46", "24.34"));
        }

        @Test
        void hasOrdersUnpaidFirst() {
            var orders = account("1001").path("orders");

            assertThat(all(orders, "orderId")).containsExactlyInAnyOrder("ord-1", "ord-2", "ord-3", "ord-4");
            assertThat(all(orders, "orderId").getLast()).isEqualTo("ord-3");
            assertThat(one(orders, "orderId", "ord-3").path("paid").asBoolean()).isTrue();
            assertThat(one(orders, "orderId", "ord-1").at("/amount/value").asText())
                    .isEqualTo("44.64");
        }

        @Test
        void hasAPackageWithPhpAndMailboxes() {
            var packages = account("1001").path("packages");

            assertThat(all(packages, "packageId")).containsExactly("pkg-1");
            assertThat(packages.at("/0/php/version").asText()).isEqualTo("8.3");
            assertThat(packages.at("/0/php/settings/memory_limit").asText()).isEqualTo("128M");
            assertThat(all(packages.at("/0/mailboxes"), "address"))
                    .containsExactly("info@papadopoulou.gr", "sales@papadopoulou.gr");
        }

        @Test
        void canOrderWhatIsOnSaleByTelephone() {
            var products = account("1001").path("products");

            assertThat(all(products, "productId")).containsExactlyInAnyOrder("hosting-basic", "hosting-pro", "vps-1");
            assertThat(all(one(products, "productId", "vps-1").path("prices"), "billingCycle"))
                    .containsExactly("monthly", "quarterly", "semiannually", "annually");
        }

        /** What is offered is accepted: each choice by its own ids, as the console sends them. */
        @Test
        void getsWhatIsOffered() {
            var verification = verified("1001");
            var account = agent.account(verification).is(200).body();
            var upgrade = account.path("upgrades").get(0);

            var done = agent.act(verification, "upgrade-service", """
                            {"serviceId":"%s","productId":"%s"}""".formatted(
                                    upgrade.path("serviceId").asText(),
                                    upgrade.path("productId").asText()))
                    .is(201);

            assertThat(done.body().at("/result/amountDue")).isEqualTo(upgrade.path("price"));
        }

        @Test
        void hasAZoneWhoseRecordsAreEditableByTheRulesOfTheAction() {
            var zone = agent.zone(verified("1001"), "papadopoulou.gr").is(200).body();

            assertThat(zone.path("domain").asText()).isEqualTo("papadopoulou.gr");
            assertThat(zone.path("recordSets")
                            .valueStream()
                            .filter(each -> !each.path("editable").asBoolean())
                            .map(each -> each.path("type").asText()))
                    .containsExactlyInAnyOrder("NS", "SOA");
            var mail = one(zone.path("recordSets"), "type", "MX");
            assertThat(mail.path("ttl").asInt()).isEqualTo(3600);
            assertThat(mail.at("/records/0").asText()).isEqualTo("10 mail.papadopoulou.gr.");
        }
    }

    @Nested
    class AnotherCustomer {

        @Test
        void seesOnlyTheirOwn() {
            var account = account("1002");

            assertThat(all(account.path("domains"), "name")).containsExactly("allo.gr");
            assertThat(all(account.path("services"), "serviceId")).containsExactly("svc-2");
            assertThat(all(account.path("orders"), "orderId")).containsExactly("ord-5");
            assertThat(all(account.path("packages"), "packageId")).containsExactly("pkg-2");
            assertThat(account.toString()).doesNotContain("papadopoulou", "svc-1\"", "Μαρία");
        }

        /** The domain in the path apart, the answers do not differ. */
        @Test
        void hasAZoneThatIsLikeOneThatDoesNotExist() {
            var verification = verified("1002");

            var elsewhere = agent.zone(verification, "papadopoulou.gr").isProblem(404, "not-found");
            var nowhere = agent.zone(verification, "nowhere.gr").isProblem(404, "not-found");

            assertThat(elsewhere.besidesRequestId()).isEqualTo(nowhere.besidesRequestId());
        }
    }

    @Nested
    class AVerification {

        @Test
        void ofAnotherAgentOrOverOrUnknownOpensNothing() {
            var customer = service.customer("1001").activated();
            var verification = agent.verified(customer);
            var before = customer.activity().body().path("events").size();

            for (var bad : List.of("MTAwMQ.AAAAAAAAAAAAAAAAAAAAAA", "x")) {
                agent.account(bad).isProblem(403, "not-verified");
                agent.zone(bad, "papadopoulou.gr").isProblem(403, "not-verified");
            }
            service.agent().account(verification).isProblem(403, "not-verified");
            service.agent().zone(verification, "papadopoulou.gr").isProblem(403, "not-verified");
            assertThat(customer.activity().body().path("events")).hasSize(before);
            agent.end(verification).is(204);
            agent.account(verification).isProblem(403, "not-verified");
        }

        @Test
        void recordsTheFirstReadingAlone() {
            var customer = service.customer("1001").activated();
            var verification = agent.verified(customer);

            assertThat(service.calls().during(() -> agent.account(verification).is(200)))
                    .containsOnlyOnce("DynamoDb.PutItem");
            assertThat(service.calls().during(() -> agent.account(verification).is(200)))
                    .doesNotContain("DynamoDb.PutItem", "DynamoDb.TransactWriteItems");
            agent.zone(verification, "papadopoulou.gr").is(200);

            var newest = customer.activity().body().path("events");
            assertThat(newest.path(0).path("type").asText()).isEqualTo("account-read");
            assertThat(newest.path(0).at("/actor/id").asText()).isEqualTo(agent.id());
            assertThat(newest.path(0).path("summary").asText()).contains("είδε τις υπηρεσίες σας");
            assertThat(newest.path(1).path("type").asText()).isEqualTo("verified");
        }

        @Test
        void recordsTheFirstReadingOfAZoneToo() {
            var customer = service.customer("1001").activated();
            var verification = agent.verified(customer);

            agent.zone(verification, "nowhere.gr").is(404);
            agent.account(verification).is(200);

            assertThat(all(customer.activity().body().path("events"), "type")).startsWith("account-read", "verified");
        }

        @Test
        void recordsOneOfManyReadingsAtOnce() {
            var customer = service.customer("1001").activated();
            var verification = agent.verified(customer);

            Stream.generate(() -> CompletableFuture.runAsync(
                            () -> agent.account(verification).is(200)))
                    .limit(4)
                    .toList()
                    .forEach(CompletableFuture::join);

            var types = all(customer.activity().body().path("events"), "type");
            assertThat(Collections.frequency(types.subList(0, types.indexOf("verified")), "account-read"))
                    .isEqualTo(1);
        }

        @Test
        void isRecordedAnewInTheNextCall() {
            var customer = service.customer("1001").activated();
            agent.account(agent.verified(customer)).is(200);
            agent.account(agent.verified(customer)).is(200);

            assertThat(all(customer.activity().body().path("events"), "type"))
                    .startsWith("account-read", "verified", "account-read", "verified");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "billing.customer, customer, ",
        "billing.services, services, services",
        "billing.orders, orders, orders",
        "billing.products, products, products",
        "registrar.domains, domains, ",
        "registrar.contacts, contacts, ",
        "hosting.packages, packages, packages"
    })
    void aSystemThatIsDownCostsItsOwnPartAlone(String operation, String part, String empty) {
        var whole = account("1001");
        service.fault(operation, "error");

        var account = account("1001");

        assertThat(account.path("missing")).singleElement().satisfies(missing -> {
            assertThat(missing.path("part").asText()).isEqualTo(part);
            assertThat(missing.path("reason").asText()).isEqualTo("unavailable");
            assertThat(missing.at("/text/el").asText()).contains("δεν απάντησε");
        });
        if (empty != null) {
            assertThat(account.path(empty)).isEmpty();
        }
        for (var other : List.of("orders", "packages")) {
            if (!other.equals(empty)) {
                assertThat(account.path(other)).isEqualTo(whole.path(other));
            }
        }
    }

    @Test
    void zonesAreShownWithoutTheRegistrar() {
        service.fault("registrar.domains", "error");

        var domains = account("1001").path("domains");

        assertThat(all(domains, "name")).containsExactlyInAnyOrder("nea.gr", "papadopoulou.gr");
        assertThat(one(domains, "name", "nea.gr").path("expires").isNull()).isTrue();
        assertThat(one(domains, "name", "nea.gr").path("zoneHosted").asBoolean())
                .isTrue();
    }

    @Test
    void aZoneThatCannotBeReadIsABackOfficeThatIsDown() {
        service.fault("dns.zone", "error");

        agent.zone(verified("1001"), "papadopoulou.gr").isProblem(502, "back-office-unavailable");
    }

    @Test
    void aDomainMayBeInUnicodeAndMustBeOne() {
        var verification = verified("1001");

        agent.zone(verification, "%CE%BD%CF%8C%CE%BC%CE%BF%CF%82.gr").isProblem(404, "not-found");
        assertThat(agent.zone(verification, "papadopoulou")
                        .isProblem(422, "invalid-parameters")
                        .pointers())
                .containsExactly("/domain");
    }

    @Test
    void nothingOfItIsInTheLogs() {
        account("1001");

        assertThat(service.log()).doesNotContain("Παπαδοπούλου", "papadopoulou", "info@");
    }
}
