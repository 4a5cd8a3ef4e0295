package org.supportpin.simulated;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.Contact;
import org.supportpin.domain.billing.InvoiceId;
import org.supportpin.domain.billing.OrderSubject;
import org.supportpin.domain.billing.OrderSubject.Purpose;
import org.supportpin.domain.billing.Product;
import org.supportpin.domain.billing.Service;
import org.supportpin.domain.billing.Service.Status;
import org.supportpin.domain.billing.ServiceId;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.simulated.Documents.Document;
import org.supportpin.simulated.Documents.Kind;
import org.supportpin.simulated.OrderBook.Draft;

/** The starting data of billing: two customers with their services and orders. */
final class StartingBilling {

    private static final CustomerId MARIA = new CustomerId(StartingData.MARIA);
    private static final CustomerId OTHER = new CustomerId(StartingData.OTHER);

    private static final Contact MARIA_CONTACT = contact("Μαρία Παπαδοπούλου", "maria", null);
    private static final Contact OTHER_CONTACT = contact("Ελένη Αλεξίου", "eleni", Language.GREEK);

    /** The owner of {@code papadopoulou.gr}. */
    private static final Contact OWNER = contact("Γιώργος Παπαδόπουλος", "giorgos", null);

    private final Instant now;
    private final LocalDate today;

    private StartingBilling(Instant now) {
        this.now = now;
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    static List<Document> documents(Instant now) {
        var start = new StartingBilling(now);
        var all = new ArrayList<Document>();
        all.add(customer(MARIA, MARIA_CONTACT));
        all.add(customer(OTHER, OTHER_CONTACT));
        all.addAll(StartingProducts.documents());
        start.services().map(SimulatedBilling::document).forEach(all::add);
        start.orders().map(Draft::documents).forEach(all::addAll);
        return all;
    }

    /** {@code svc-5} awaits payment of {@code ord-1}, {@code svc-4} and {@code svc-2} of their renewals {@code ord-4} and {@code ord-5}. */
    private Stream<Service> services() {
        return Stream.of(
                service("svc-1", MARIA, StartingProducts.BASIC, Status.ACTIVE, today.plusDays(200), "papadopoulou.gr"),
                service("svc-2", OTHER, StartingProducts.BASIC, Status.ACTIVE, today.plusDays(12), "allo.gr")
                        .renewing(new InvoiceId("inv-5")),
                service("svc-3", MARIA, StartingProducts.VPS, Status.CANCELLED, today.minusDays(30), null),
                service("svc-4", MARIA, StartingProducts.PRO, Status.ACTIVE, today.plusDays(12), "palio.gr")
                        .renewing(new InvoiceId("inv-4")),
                service("svc-5", MARIA, StartingProducts.BASIC, Status.PENDING, today.minusDays(1), "nea.gr"),
                service("svc-6", MARIA, StartingProducts.START, Status.TERMINATED, today.minusDays(400), null),
                service("svc-7", MARIA, StartingProducts.START, Status.SUSPENDED, today.minusDays(5), null),
                new Service(
                        new ServiceId("svc-dom-1"),
                        MARIA,
                        StartingProducts.DOMAIN.id(),
                        BillingCycle.BIENNIALLY,
                        Status.ACTIVE,
                        today.minusDays(2).plusYears(2),
                        StartingData.domain("papadopoulou.gr"),
                        null,
                        null));
    }

    private static Service service(
            String id, CustomerId customer, Product product, Status status, LocalDate nextDue, @Nullable String name) {
        return new Service(
                new ServiceId(id),
                customer,
                product.id(),
                BillingCycle.ANNUALLY,
                status,
                nextDue,
                name == null ? null : StartingData.domain(name),
                null,
                null);
    }

    private Stream<Draft> orders() {
        var domainOrder = new OrderSubject.OfDomain(
                Purpose.NEW, StartingData.domain("papadopoulou.gr"), BillingCycle.BIENNIALLY, OWNER);
        return Stream.of(
                order(1, MARIA, MARIA_CONTACT, hosting(Purpose.NEW, StartingProducts.BASIC, "nea.gr"), false, 1),
                OrderBook.draft(
                        2,
                        null,
                        MARIA,
                        domainOrder,
                        false,
                        StartingProducts.DOMAIN.price(BillingCycle.BIENNIALLY).orElseThrow(),
                        today.plusDays(5),
                        MARIA_CONTACT,
                        now.minus(2, ChronoUnit.DAYS)),
                order(3, MARIA, MARIA_CONTACT, hosting(Purpose.NEW, StartingProducts.PRO, "palio.gr"), true, 353),
                order(4, MARIA, MARIA_CONTACT, hosting(Purpose.RENEWAL, StartingProducts.PRO, "palio.gr"), false, 3),
                order(5, OTHER, OTHER_CONTACT, hosting(Purpose.RENEWAL, StartingProducts.BASIC, "allo.gr"), false, 2));
    }

    private record Hosting(OrderSubject what, Product product) {}

    private static Hosting hosting(Purpose purpose, Product product, String name) {
        return new Hosting(
                new OrderSubject.OfService(purpose, product.name(), BillingCycle.ANNUALLY, StartingData.domain(name)),
                product);
    }

    private Draft order(
            int number, CustomerId customer, Contact administrator, Hosting hosting, boolean isPaid, int daysAgo) {
        return OrderBook.draft(
                number,
                null,
                customer,
                hosting.what(),
                isPaid,
                hosting.product().price(BillingCycle.ANNUALLY).orElseThrow(),
                today.minusDays(daysAgo).plusDays(7),
                administrator,
                now.minus(daysAgo, ChronoUnit.DAYS));
    }

    private static Document customer(CustomerId id, Contact contact) {
        return new Document(Kind.CUSTOMERS, id.value(), BillingContacts.json(id, contact), 0);
    }

    private static Contact contact(String name, String mailbox, @Nullable Language language) {
        return new Contact(name, StartingData.email(mailbox), language);
    }
}
