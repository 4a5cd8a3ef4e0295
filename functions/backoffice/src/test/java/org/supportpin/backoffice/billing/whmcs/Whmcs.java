package org.supportpin.backoffice.billing.whmcs;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.supportpin.backoffice.http.Endpoint;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.Product;
import org.supportpin.domain.billing.ProductId;
import org.supportpin.domain.billing.Renewal;
import org.supportpin.domain.billing.ServiceId;
import org.supportpin.domain.billing.ServiceOrder;
import org.supportpin.domain.billing.Upgrade;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.LocalizedText;
import org.supportpin.domain.money.Money;
import org.supportpin.domain.name.DomainName;

/** What all tests share: the settings, and the contents of the double at the start. */
final class Whmcs {

    static final CustomerId MARIA = new CustomerId("1001");
    static final CustomerId OTHER = new CustomerId("1002");
    static final LocalDate DUE = LocalDate.of(2027, 5, 22);
    static final DomainName NAME = new DomainName("papadopoulou.gr");
    static final Product BASIC = product("1", "44.64", Set.of(new ProductId("2")));
    static final Product PRO = product("2", "89.28", Set.of());

    /** The services that {@link #fill} creates: two of Μαρία's, and one of another client's. */
    static final ServiceId FIRST = new ServiceId("10");

    static final ServiceId SECOND = new ServiceId("11");

    private Whmcs() {}

    private static Product product(String id, String price, Set<ProductId> upgrades) {
        var name = WhmcsServer.name(Long.parseLong(id));
        return new Product(
                new ProductId(id),
                new LocalizedText(name, name),
                Product.Kind.SERVICE,
                true,
                Map.of(BillingCycle.ANNUALLY, Money.euros(price)),
                upgrades);
    }

    static WhmcsSettings settings(Endpoint endpoint, SecretReference reference) {
        return new WhmcsSettings(
                new WhmcsAccess(endpoint, reference, reference, reference),
                WhmcsServer.METHOD,
                Money.EUR,
                new BigDecimal("24"),
                Map.of(BASIC.id(), BASIC.upgrades(), PRO.id(), PRO.upgrades()),
                new WhmcsSettings.Reference("907531", 15));
    }

    static WhmcsServer fill(WhmcsServer server) {
        for (var id : new long[] {10, 11}) {
            server.services.put(
                    id, new WhmcsServer.Service(id, 1001, 1, "Annually", "Active", DUE, "36.00", NAME.ascii()));
        }
        server.services.put(12L, new WhmcsServer.Service(12, 1002, 1, "Annually", "Active", DUE, "36.00", "allo.gr"));
        var invoice = server.invoice(1001, WhmcsServer.METHOD, "", new WhmcsServer.Item("Hosting", 99, "36.00"));
        server.orders.put(
                400L,
                new WhmcsServer.Order(
                        400, 1001, invoice, "by hand", "product", "Hosting - Basic", NAME.ascii(), "Semi-Annually"));
        return server;
    }

    static ServiceOrder order() {
        return new ServiceOrder(MARIA, BASIC.id(), BillingCycle.ANNUALLY, NAME, Money.euros("44.64"));
    }

    static Renewal renewal(ServiceId service) {
        return new Renewal(
                MARIA,
                service,
                NAME,
                BASIC.id(),
                BillingCycle.ANNUALLY,
                BillingCycle.ANNUALLY,
                DUE,
                DUE.plusYears(1),
                Money.euros("44.64"));
    }

    /** Half of the difference, as the double calculates. */
    static Upgrade upgrade(ServiceId service) {
        return new Upgrade(
                MARIA,
                service,
                NAME,
                BASIC.id(),
                PRO.id(),
                BillingCycle.ANNUALLY,
                WhmcsServer.TODAY,
                DUE,
                Money.euros("22.32"));
    }
}
