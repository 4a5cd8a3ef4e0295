package org.supportpin.simulated;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import org.supportpin.backoffice.billing.BillingJson;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.billing.AccountHolder;
import org.supportpin.domain.billing.Billing;
import org.supportpin.domain.billing.BillingPlan;
import org.supportpin.domain.billing.BillingRules;
import org.supportpin.domain.billing.ListedOrder;
import org.supportpin.domain.billing.Order;
import org.supportpin.domain.billing.OrderId;
import org.supportpin.domain.billing.OrderSubject;
import org.supportpin.domain.billing.OrderSubject.Purpose;
import org.supportpin.domain.billing.PlacedOrder;
import org.supportpin.domain.billing.Product;
import org.supportpin.domain.billing.ProductId;
import org.supportpin.domain.billing.Renewal;
import org.supportpin.domain.billing.Service;
import org.supportpin.domain.billing.ServiceId;
import org.supportpin.domain.billing.ServiceOrder;
import org.supportpin.domain.billing.Upgrade;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.listing.Listing;
import org.supportpin.simulated.Documents.Document;
import org.supportpin.simulated.Documents.Kind;
import org.supportpin.simulated.OrderBook.Draft;

/**
 * {@link Billing} of the simulated back office. Order, invoice and service are written together and only if none of them has changed, so
 * that even with concurrent calls an action places one order, and a service has one open renewal and one open upgrade.
 */
final class SimulatedBilling implements Billing {

    private static final int DAYS_TO_PAY = 7;

    private final Documents documents;
    private final Faults faults;
    private final Clock clock;
    private final BillingContacts contacts;

    SimulatedBilling(Documents documents, Faults faults, Clock clock) {
        this.documents = documents;
        this.faults = faults;
        this.clock = clock;
        this.contacts = new BillingContacts(documents);
    }

    @Override
    public Optional<Product> findProduct(ProductId id) {
        return faults.reading(Operation.BILLING_FIND_PRODUCT, () -> product(id));
    }

    @Override
    public Optional<Service> findService(ServiceId id) {
        return faults.reading(
                Operation.BILLING_FIND_SERVICE,
                () -> documents.find(Kind.SERVICES, id.value()).map(SimulatedBilling::service));
    }

    @Override
    public Optional<Order> findOrder(OrderId id) {
        return faults.reading(
                Operation.BILLING_FIND_ORDER,
                () -> OrderBook.find(documents, id)
                        .map(entry -> entry.order(OrderBook.invoice(documents, entry.invoice()))));
    }

    @Override
    public Optional<AccountHolder> holder(CustomerId customer) {
        return faults.reading(Operation.BILLING_CUSTOMER, () -> {
            var contact = contacts.of(customer);
            return Optional.of(new AccountHolder(customer, contact.name(), contact.language()));
        });
    }

    @Override
    public Listing<Service> services(CustomerId customer) {
        return faults.reading(
                Operation.BILLING_SERVICES,
                () -> documents.list(
                        Kind.SERVICES,
                        SimulatedBilling::service,
                        each -> each.customer().equals(customer)));
    }

    @Override
    public Listing<ListedOrder> orders(CustomerId customer) {
        return faults.reading(
                Operation.BILLING_ORDERS, () -> OrderBook.read(documents).of(customer, documents));
    }

    @Override
    public Listing<Product> products() {
        return faults.reading(
                Operation.BILLING_PRODUCTS, () -> documents.list(Kind.PRODUCTS, SimulatedBilling::product, _ -> true));
    }

    @Override
    public CallOutcome<PlacedOrder> findByAction(ActionId id, BillingPlan plan) {
        return faults.reading(
                Operation.BILLING_FIND_BY_ACTION,
                () -> placed(OrderBook.read(documents), id)
                        .map(CallOutcome::done)
                        .orElseGet(CallOutcome::notDone));
    }

    @Override
    public CallOutcome<PlacedOrder> placeOrder(ActionId id, ServiceOrder order) {
        return faults.effect(Operation.BILLING_PLACE_ORDER, () -> once(id, book -> ordered(id, order, book)));
    }

    @Override
    public CallOutcome<PlacedOrder> renew(ActionId id, Renewal renewal) {
        return faults.effect(Operation.BILLING_RENEW, () -> once(id, book -> renewed(id, renewal, book)));
    }

    @Override
    public CallOutcome<PlacedOrder> upgrade(ActionId id, Upgrade upgrade) {
        return faults.effect(Operation.BILLING_UPGRADE, () -> once(id, book -> upgraded(id, upgrade, book)));
    }

    /** The documents of an order. */
    private record Booking(Draft draft, Document service) {}

    private CallOutcome<PlacedOrder> once(ActionId id, Function<OrderBook, CallOutcome<Booking>> make) {
        while (true) {
            var book = OrderBook.read(documents);
            var before = placed(book, id);
            if (before.isPresent()) {
                return CallOutcome.done(before.get());
            }
            var made = make.apply(book);
            if (!(made instanceof CallOutcome.Done<Booking>(var booking))) {
                return made.map(each -> each.draft().placed());
            }
            var all = new ArrayList<>(booking.draft().documents());
            all.add(booking.service());
            if (documents.write(all)) {
                return CallOutcome.done(booking.draft().placed());
            }
        }
    }

    private CallOutcome<Booking> ordered(ActionId id, ServiceOrder order, OrderBook book) {
        var found = product(order.product())
                .filter(product ->
                        product.onSale() && product.price(order.cycle()).equals(Optional.of(order.price())));
        if (found.isEmpty()) {
            return CallOutcome.refused(BillingRules.priceChanged());
        }
        var what = new OrderSubject.OfService(Purpose.NEW, found.get().name(), order.cycle(), order.hostname());
        var service = new Service(
                nextService(),
                order.customer(),
                order.product(),
                order.cycle(),
                Service.Status.PENDING,
                today(),
                order.hostname(),
                null,
                null);
        return CallOutcome.done(
                new Booking(draft(id, order, what, today().plusDays(DAYS_TO_PAY), book), document(service)));
    }

    private CallOutcome<Booking> renewed(ActionId id, Renewal renewal, OrderBook book) {
        var found = documents.find(Kind.SERVICES, renewal.service().value());
        var service = found.map(SimulatedBilling::service);
        if (service.flatMap(Service::renewalInvoice).isPresent()) {
            return CallOutcome.refused(BillingRules.renewalAlreadyInvoiced());
        }
        var product = product(renewal.product())
                .filter(each -> each.price(renewal.cycle()).equals(Optional.of(renewal.price())));
        if (product.isEmpty()
                || service.filter(each -> each.customer().equals(renewal.customer())
                                && each.nextDue().equals(renewal.paidUntil()))
                        .isEmpty()) {
            return CallOutcome.refused(BillingRules.priceChanged());
        }
        var soon = today().plusDays(DAYS_TO_PAY);
        var due = renewal.paidUntil().isAfter(soon) ? renewal.paidUntil() : soon;
        var draft = draft(id, renewal, renewed(service.get(), product.get(), renewal, book), due, book);
        var after = service.get().renewing(draft.invoice().id());
        return CallOutcome.done(new Booking(draft, found.get().with(BillingJson.SERVICE.write(after))));
    }

    private OrderSubject renewed(Service service, Product product, Renewal renewal, OrderBook book) {
        var name = service.name();
        return product.kind() == Product.Kind.DOMAIN && name != null
                ? new OrderSubject.OfDomain(
                        Purpose.RENEWAL,
                        name,
                        renewal.cycle(),
                        book.owner(name).orElseGet(() -> contacts.of(renewal.customer())))
                : new OrderSubject.OfService(Purpose.RENEWAL, product.name(), renewal.cycle(), name);
    }

    private CallOutcome<Booking> upgraded(ActionId id, Upgrade upgrade, OrderBook book) {
        var found = documents.find(Kind.SERVICES, upgrade.service().value());
        var service = found.map(SimulatedBilling::service);
        if (service.flatMap(Service::upgradeOrder).isPresent()) {
            return CallOutcome.refused(BillingRules.upgradeInProgress());
        }
        var product = product(upgrade.to());
        if (product.isEmpty()
                || service.filter(each -> each.customer().equals(upgrade.customer())
                                && each.product().equals(upgrade.from())
                                && each.nextDue().equals(upgrade.until()))
                        .isEmpty()) {
            return CallOutcome.refused(BillingRules.priceChanged());
        }
        var what = new OrderSubject.OfService(
                Purpose.UPGRADE,
                product.get().name(),
                upgrade.cycle(),
                service.get().name());
        var draft = draft(id, upgrade, what, today().plusDays(DAYS_TO_PAY), book);
        var after = service.get().upgrading(draft.entry().id());
        return CallOutcome.done(new Booking(draft, found.get().with(BillingJson.SERVICE.write(after))));
    }

    private Draft draft(ActionId id, BillingPlan plan, OrderSubject what, LocalDate due, OrderBook book) {
        return book.draft(id, plan.customer(), what, plan.price(), due, contacts.of(plan.customer()), clock.instant());
    }

    private Optional<PlacedOrder> placed(OrderBook book, ActionId id) {
        return book.of(id).map(entry -> OrderBook.placed(entry.id(), OrderBook.invoice(documents, entry.invoice())));
    }

    private Optional<Product> product(ProductId id) {
        return documents.find(Kind.PRODUCTS, id.value()).map(SimulatedBilling::product);
    }

    private static Product product(Document document) {
        return BillingJson.PRODUCT.from(document.body()).orThrow();
    }

    private ServiceId nextService() {
        return new ServiceId("svc-"
                + (1
                        + documents.all(Kind.SERVICES).stream()
                                .mapToLong(each -> OrderBook.number(each.id()))
                                .max()
                                .orElse(0)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    static Document document(Service service) {
        return new Document(Kind.SERVICES, service.id().value(), BillingJson.SERVICE.write(service), 0);
    }

    private static Service service(Document document) {
        return BillingJson.SERVICE.from(document.body()).orThrow();
    }
}
