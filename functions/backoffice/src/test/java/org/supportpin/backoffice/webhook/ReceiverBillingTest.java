package org.supportpin.backoffice.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.supportpin.backoffice.billing.BillingJson;
import org.supportpin.backoffice.billing.OrderJson;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.secret.SecretReference;
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
import org.supportpin.domain.identity.LocalizedText;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.money.Money;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.testing.BillingContract;

class ReceiverBillingTest extends BillingContract {

    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Timeouts CALM = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10));
    private static final CustomerId MARIA = new CustomerId("1001");
    private static final Contact CONTACT =
            new Contact("Μαρία", EmailAddress.parse("maria@example.gr").orThrow(), null);
    private static final Product PRO = product("pro", "89.28", Set.of());
    private static final Product BASIC = product("basic", "44.64", Set.of(PRO.id()));

    private static PythonReceiver receiver;

    private final Service service = new Service(
            new ServiceId("svc-" + UUID.randomUUID()),
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
                new LocalizedText("Φιλοξενία & <b>", "Hosting \"quoted\""),
                Product.Kind.SERVICE,
                true,
                Map.of(BillingCycle.ANNUALLY, Money.euros(price)),
                upgrades);
    }

    @BeforeAll
    static void start() {
        receiver = PythonReceiver.start(KEY);
        receiver.seed("products", "basic", BillingJson.PRODUCT.write(BASIC));
        receiver.seed("products", "pro", BillingJson.PRODUCT.write(PRO));
        receiver.seed("customers", MARIA.value(), BillingJson.CONTACT.write(CONTACT));
    }

    @AfterAll
    static void stop() {
        if (receiver != null) {
            receiver.close();
        }
    }

    @BeforeEach
    void seed() {
        receiver.seed("services", service.id().value(), BillingJson.SERVICE.write(service));
        receiver.seed("orders", order().id().value(), OrderJson.ORDER.write(order()));
    }

    @Override
    protected Billing billing() {
        var settings = new WebhookSettings(receiver.endpoint(), List.of(new SecretReference("/support-pin/hook")));
        return new Webhook(settings, _ -> new Secret(KEY), Clock.systemUTC(), CALM).billing();
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
                new OrderId("ord-given"),
                MARIA,
                new OrderSubject.OfService(
                        OrderSubject.Purpose.NEW, BASIC.name(), BillingCycle.ANNUALLY, service.name()),
                false,
                new Invoice(
                        new InvoiceId("inv-given"),
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
