package org.supportpin.backoffice.billing.whmcs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.backoffice.testing.StubServer;
import org.supportpin.backoffice.testing.StubServer.Behaviour;
import org.supportpin.domain.billing.AccountHolder;
import org.supportpin.domain.billing.BilledDomain;
import org.supportpin.domain.billing.ListedOrder;
import org.supportpin.domain.billing.OrderId;
import org.supportpin.domain.billing.OrderSubject.Purpose;
import org.supportpin.domain.billing.Product;
import org.supportpin.domain.billing.ProductId;
import org.supportpin.domain.billing.Service;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.listing.Gap;
import org.supportpin.domain.listing.Listing;
import org.supportpin.domain.money.Money;

/** What a client has, in pages, whatever else WHMCS has in its lists. */
class WhmcsListsTest {

    private static final String SECRET = "s3cret-of-the-api";

    private final WhmcsServer whmcs = Whmcs.fill(new WhmcsServer(SECRET));
    private final StubServer server = StubServer.start().does(whmcs::answer);
    private final WhmcsBilling billing = new WhmcsBilling(
            Whmcs.settings(server.endpoint(), new SecretReference("/support-pin/whmcs")),
            _ -> new Secret(SECRET),
            new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10)));

    @AfterEach
    void stop() {
        server.close();
        assertThat(whmcs.faults()).isEmpty();
    }

    private long asked(String action) {
        return server.asked().stream()
                .filter(each -> action.equals(WhmcsServer.form(each).get("action")))
                .count();
    }

    @Test
    void aClientIsNamed() {
        assertThat(billing.holder(Whmcs.MARIA))
                .contains(new AccountHolder(Whmcs.MARIA, "Μαρία Παπαδοπούλου", Language.GREEK));
        assertThat(billing.holder(new CustomerId("1003"))).isEmpty();
        assertThat(billing.holder(new CustomerId("maria"))).isEmpty();
    }

    @Test
    void aClientWhoseAddressIsOddIsStillNamed() {
        whmcs.mailDomain = "";

        assertThat(billing.holder(Whmcs.MARIA)).isPresent();
    }

    @Test
    void servicesComeInPages() {
        whmcs.pageSize = 1;

        var listed = billing.services(Whmcs.MARIA);

        assertThat(listed.items()).extracting(Service::id).containsExactly(Whmcs.FIRST, Whmcs.SECOND);
        assertThat(listed.missing()).isEmpty();
        assertThat(asked("GetClientsProducts")).isEqualTo(2);
    }

    @Test
    void aServiceShowsItsOpenRenewal() {
        whmcs.invoice(1001, WhmcsServer.METHOD, "", new WhmcsServer.Item("Hosting", 10, "36.00"));

        assertThat(billing.services(Whmcs.MARIA).items())
                .filteredOn(each -> each.renewalInvoice().isPresent())
                .extracting(Service::id)
                .containsExactly(Whmcs.FIRST);
    }

    @Test
    void moreServicesThanAreShownAreAGap() {
        for (long id = 1000; id < 1300; id++) {
            whmcs.services.put(
                    id, new WhmcsServer.Service(id, 1001, 1, "Annually", "Active", Whmcs.DUE, "36.00", "x.gr"));
        }

        var listed = billing.services(Whmcs.MARIA);

        assertThat(listed.items()).hasSize(Listing.MOST);
        assertThat(listed.missing()).contains(Gap.MORE);
        assertThat(asked("GetClientsProducts")).isEqualTo(3);
    }

    @Test
    void whatIsOddIsLeftOut() {
        whmcs.oddServices.add(
                Json.object().put("id", "70").put("clientid", "1001").build());
        whmcs.services.put(71L, new WhmcsServer.Service(71, 1001, 1, "One Time", "Active", Whmcs.DUE, "36.00", ""));
        whmcs.services.put(72L, new WhmcsServer.Service(72, 1001, 1, "Annually", "Odd", Whmcs.DUE, "36.00", ""));

        assertThat(billing.services(Whmcs.MARIA).items()).hasSize(2);
    }

    @Test
    void ordersAreShownWithWhatIsDue() {
        var renewal = whmcs.invoice(1001, WhmcsServer.METHOD, "", new WhmcsServer.Item("Hosting", 10, "36.00"));

        var orders = billing.orders(Whmcs.MARIA).items();

        assertThat(orders)
                .extracting(ListedOrder::id)
                .containsExactly(new OrderId("inv-" + renewal), new OrderId("400"));
        assertThat(orders.getFirst().purpose()).isEqualTo(Purpose.RENEWAL);
        assertThat(orders.getFirst().name()).isEqualTo(Whmcs.NAME);
        assertThat(orders.getLast()).satisfies(order -> {
            assertThat(order.paid()).isFalse();
            assertThat(order.amount()).isEqualTo(Money.euros("44.64"));
            assertThat(order.due()).isEqualTo(LocalDate.of(2026, 11, 29));
        });
    }

    @Test
    void aPaidOrderIsShownAndACancelledOneIsNot() {
        var invoice = whmcs.orders.values().iterator().next().invoice();
        whmcs.invoices.computeIfPresent(invoice, (_, each) -> each.paid());

        assertThat(billing.orders(Whmcs.MARIA).items())
                .singleElement()
                .satisfies(order -> assertThat(order.paid()).isTrue());

        whmcs.invoices.computeIfPresent(invoice, (_, each) -> each.with("Cancelled"));
        assertThat(billing.orders(Whmcs.MARIA).items()).isEmpty();
    }

    @Test
    void manyOpenInvoicesAreReadInPartAndThatIsSaid() {
        for (int i = 0; i < 20; i++) {
            whmcs.invoice(1001, WhmcsServer.METHOD, "", new WhmcsServer.Item("Hosting", 10, "36.00"));
        }

        assertThat(billing.orders(Whmcs.MARIA).missing()).contains(Gap.MORE);
        assertThat(billing.services(Whmcs.MARIA).items()).hasSize(2);
        assertThat(asked("GetInvoice")).isEqualTo(30);
    }

    @Test
    void productsOnSaleComeFirst() {
        whmcs.products.put(9L, "10.00");

        assertThat(billing.products().items())
                .containsExactlyInAnyOrder(
                        Whmcs.BASIC,
                        Whmcs.PRO,
                        billing.findProduct(new ProductId("9")).orElseThrow());
        assertThat(billing.products().items().getLast())
                .extracting(Product::onSale)
                .isEqualTo(false);
    }

    @Test
    void domainsAreThoseThatTheClientStillHas() {
        whmcs.domains.put("papadopoulou.gr", 1001L);
        whmcs.domains.put("gone.gr", 1001L);
        whmcs.domains.put("allo.gr", 1002L);

        assertThat(billing.domains(Whmcs.MARIA).items()).containsExactly(new BilledDomain(Whmcs.NAME, Whmcs.MARIA));
    }

    /** Its filter by client is not relied on. */
    @Test
    void anotherClientsThingsAreNotListed() {
        whmcs.ignoresClients = true;
        whmcs.domains.put("allo.gr", 1002L);
        var invoice = whmcs.invoice(1002, WhmcsServer.METHOD, "", new WhmcsServer.Item("Hosting", 12, "36.00"));
        whmcs.orders.put(
                401L,
                new WhmcsServer.Order(401, 1002, invoice, "", "product", "Hosting - Basic", "allo.gr", "Annually"));

        assertThat(billing.services(Whmcs.MARIA).items())
                .hasSize(2)
                .allMatch(each -> each.customer().equals(Whmcs.MARIA));
        assertThat(billing.orders(Whmcs.MARIA).items())
                .hasSize(1)
                .allMatch(each -> each.customer().equals(Whmcs.MARIA));
        assertThat(billing.domains(Whmcs.MARIA).items()).isEmpty();
    }

    @Test
    void aListWithoutEndIsRead20TimesAtMost() {
        server.does(
                request -> WhmcsServer.form(request).getOrDefault("action", "").equals("GetClientsDomains")
                        ? Behaviour.says(
                                200,
                                "{\"result\":\"success\",\"totalresults\":99999,\"domains\":{\"domain\":[{\"userid\":1002,\"domainname\":\"allo.gr\"}]}}")
                        : whmcs.answer(request));

        var listed = billing.domains(Whmcs.MARIA);

        assertThat(listed).isEqualTo(new Listing<>(List.of(), Gap.MORE));
        assertThat(asked("GetClientsDomains")).isEqualTo(20);
    }
}
