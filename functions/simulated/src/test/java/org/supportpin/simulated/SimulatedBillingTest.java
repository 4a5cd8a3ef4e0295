package org.supportpin.simulated;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.supportpin.backoffice.billing.BillingJson;
import org.supportpin.backoffice.billing.OrderJson;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.billing.BankReference;
import org.supportpin.domain.billing.Billing;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.Contact;
import org.supportpin.domain.billing.Invoice;
import org.supportpin.domain.billing.InvoiceId;
import org.supportpin.domain.billing.Order;
import org.supportpin.domain.billing.OrderId;
import org.supportpin.domain.billing.OrderSubject;
import org.supportpin.domain.billing.Product;
import org.supportpin.domain.billing.ProductId;
import org.supportpin.domain.billing.Service;
import org.supportpin.domain.billing.ServiceId;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.identity.LocalizedText;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.money.Money;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.testing.BillingContract;
import org.supportpin.domain.testing.MutableClock;

class SimulatedBillingTest extends BillingContract {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final CustomerId MARIA = new CustomerId("1001");
    private static final Contact CONTACT = new Contact(
            "Μαρία Παπαδοπούλου", EmailAddress.parse("maria@example.gr").orThrow(), Language.GREEK);
    private static final Product PRO = product("contract-pro", "89.28", Set.of());
    private static final Product BASIC = product("contract-basic", "44.64", Set.of(PRO.id()));

    /** Unique for each test, and far from the simulation's own numbers. */
    private static final AtomicLong SERVICES = new AtomicLong();

    private final Service service = new Service(
            new ServiceId("contract-" + SERVICES.incrementAndGet()),
            MARIA,
            BASIC.id(),
            BillingCycle.ANNUALLY,
            Service.Status.ACTIVE,
            LocalDate.of(2027, 5, 22),
            new DomainName("papadopoulou.gr"),
            null,
            null);

    private static Product product(String id, String price, Set<ProductId> upgrades) {
        return new Product(
                new ProductId(id),
                new LocalizedText("Φιλοξενία", "Hosting"),
                Product.Kind.SERVICE,
                true,
                Map.of(BillingCycle.ANNUALLY, Money.euros(price)),
                upgrades);
    }

    @BeforeEach
    void stock() {
        for (var product : new Product[] {BASIC, PRO}) {
            SimulatedTable.put("products", product.id().value(), BillingJson.PRODUCT.write(product));
        }
        SimulatedTable.put("services", service.id().value(), BillingJson.SERVICE.write(service));
        SimulatedTable.put(
                "customers",
                MARIA.value(),
                Json.object()
                        .put("id", MARIA.value())
                        .put("contact", BillingJson.CONTACT.write(CONTACT))
                        .build());
        var order = order();
        SimulatedTable.put("invoices", order.invoice().id().value(), BillingJson.INVOICE.write(order.invoice()));
        SimulatedTable.put(
                "orders",
                order.id().value(),
                Json.object()
                        .put("id", order.id().value())
                        .put("customerId", MARIA.value())
                        .put("for", OrderJson.SUBJECT.write(order.what()))
                        .put("paid", false)
                        .put("invoiceId", order.invoice().id().value())
                        .put("administrator", BillingJson.CONTACT.write(CONTACT))
                        .put("placedAt", NOW.toString())
                        .build());
    }

    @Override
    protected Billing billing() {
        return new SimulatedBackOffice(SimulatedTable.client(), SimulatedTable.NAME, new MutableClock(NOW)).billing();
    }

    @Override
    protected Product product() {
        return BASIC;
    }

    @Override
    protected Product better() {
        return PRO;
    }

    @Override
    protected Service service() {
        return service;
    }

    @Override
    protected Order order() {
        return new Order(
                new OrderId("contract-1"),
                MARIA,
                new OrderSubject.OfService(
                        OrderSubject.Purpose.NEW, BASIC.name(), BillingCycle.ANNUALLY, service.name()),
                false,
                new Invoice(
                        new InvoiceId("contract-1"),
                        Money.euros("44.64"),
                        BankReference.of("907531000000000000900"),
                        LocalDate.of(2026, 11, 29)),
                CONTACT);
    }

    @Override
    protected CustomerId somebodyElse() {
        return new CustomerId("1002");
    }

    @Override
    protected LocalDate today() {
        return LocalDate.of(2026, 11, 22);
    }
}
