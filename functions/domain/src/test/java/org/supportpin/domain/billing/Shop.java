package org.supportpin.domain.billing;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.identity.LocalizedText;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.money.Money;
import org.supportpin.domain.name.DomainName;

/** What a small hosting company sells, and what its customers have. */
public final class Shop {

    public static final CustomerId MARIA = new CustomerId("1001");
    public static final CustomerId OTHER = new CustomerId("1002");
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    public static final Product BASIC = product("hosting-basic", "36.00", "63.00", true, "hosting-pro", "old-pro");
    public static final Product PRO = product("hosting-pro", "72.00", "130.00", true);
    public static final Product OLD_PRO = product("old-pro", "90.00", "160.00", false);
    public static final Product VPS = product("vps-1", "200.00", "380.00", true);
    public static final Product DOMAIN = new Product(
            new ProductId("domain-gr"),
            new LocalizedText("Όνομα χώρου .gr", ".gr domain name"),
            Product.Kind.DOMAIN,
            true,
            Map.of(BillingCycle.BIENNIALLY, Money.euros("19.90")),
            Set.of());

    public static final BankAccount ACCOUNT = new BankAccount("Hoster A.E.", "GR16 0110 1250 0000 0001 2300 695");

    private Shop() {}

    private static Product product(String id, String year, String two, boolean onSale, String... upgrades) {
        return new Product(
                new ProductId(id),
                new LocalizedText("Φιλοξενία " + id, "Hosting " + id),
                Product.Kind.SERVICE,
                onSale,
                Map.of(BillingCycle.ANNUALLY, Money.euros(year), BillingCycle.BIENNIALLY, Money.euros(two)),
                Set.of(upgrades).stream().map(ProductId::new).collect(java.util.stream.Collectors.toUnmodifiableSet()));
    }

    /** Maria's, paid for another 73 days: a fifth of its year. */
    public static Service service() {
        return service(Service.Status.ACTIVE);
    }

    public static Service service(Service.Status status) {
        return new Service(
                new ServiceId("svc-1"),
                MARIA,
                BASIC.id(),
                BillingCycle.ANNUALLY,
                status,
                TODAY.plusDays(73),
                new DomainName("papadopoulou.gr"),
                null,
                null);
    }

    public static Contact contact(String mailbox, @Nullable Language language) {
        return new Contact("Μαρία Παπαδοπούλου", EmailAddress.parse(mailbox).orThrow(), language);
    }

    public static Order order() {
        return order(
                new OrderSubject.OfService(
                        OrderSubject.Purpose.NEW,
                        BASIC.name(),
                        BillingCycle.ANNUALLY,
                        new DomainName("papadopoulou.gr")),
                contact("maria@example.gr", null));
    }

    public static Order order(OrderSubject what, Contact administrator) {
        return new Order(
                new OrderId("ord-1"),
                MARIA,
                what,
                false,
                new Invoice(
                        new InvoiceId("inv-1"),
                        Money.euros("1036.00"),
                        BankReference.of("907531000000000000001"),
                        TODAY.plusDays(7)),
                administrator);
    }

    /** The same order, paid. */
    public static Order paid(Order order) {
        return new Order(order.id(), order.customer(), order.what(), true, order.invoice(), order.administrator());
    }
}
