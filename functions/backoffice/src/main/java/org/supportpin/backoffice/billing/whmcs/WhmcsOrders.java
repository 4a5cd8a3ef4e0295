package org.supportpin.backoffice.billing.whmcs;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.Contact;
import org.supportpin.domain.billing.Invoice;
import org.supportpin.domain.billing.InvoiceId;
import org.supportpin.domain.billing.Order;
import org.supportpin.domain.billing.OrderId;
import org.supportpin.domain.billing.OrderSubject;
import org.supportpin.domain.billing.OrderSubject.Purpose;
import org.supportpin.domain.billing.PlacedOrder;
import org.supportpin.domain.check.Text;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.LocalizedText;
import org.supportpin.domain.money.Money;

/**
 * Reads orders. An order's id is WHMCS's number. A renewal is an invoice without an order, so its id is {@code inv-} and the invoice's
 * number.
 */
record WhmcsOrders(WhmcsSettings settings, WhmcsFacts facts) {

    private static final Pattern RENEWAL = Pattern.compile("inv-([1-9][0-9]{0,17})");
    private static final int LONGEST_NAME = 200;

    /** An order that an action created; unknown if its invoice is missing or has the wrong payment method. */
    CallOutcome<PlacedOrder> made(long order, @Nullable Long invoice) {
        return Optional.ofNullable(invoice)
                .flatMap(facts::invoice)
                .map(found -> placed(new OrderId(Long.toString(order)), found))
                .orElseGet(CallOutcome::unknown);
    }

    /** A renewal that an action created; unknown if its invoice is missing or has the wrong payment method. */
    CallOutcome<PlacedOrder> renewed(long invoice) {
        return facts.invoice(invoice).map(this::renewed).orElseGet(CallOutcome::unknown);
    }

    /** A renewal that an action created; unknown if its invoice has the wrong payment method. */
    CallOutcome<PlacedOrder> renewed(Answers.Invoice invoice) {
        return placed(renewalId(invoice.id()), invoice);
    }

    /** The id of a renewal, by its invoice. */
    static OrderId renewalId(long invoice) {
        return new OrderId("inv-" + invoice);
    }

    private CallOutcome<PlacedOrder> placed(OrderId order, Answers.Invoice invoice) {
        return invoice(invoice)
                .filter(_ -> invoice.paymentMethod().equals(settings.paymentMethod())
                        && (invoice.status().isOpen() || invoice.status().isPaid()))
                .map(placed ->
                        CallOutcome.done(new PlacedOrder(order, placed.id(), placed.amount(), placed.reference())))
                .orElseGet(CallOutcome::unknown);
    }

    /**
     * An order of one product, of an upgrade that an action ordered, or of a renewal.
     *
     * @return empty for any other, because the API does not say what or whom it is for, and for one that nobody is to pay
     */
    Optional<Order> find(OrderId id) {
        var renewal = RENEWAL.matcher(id.value());
        return renewal.matches()
                ? facts.invoice(Long.parseLong(renewal.group(1))).flatMap(invoice -> renewal(id, invoice))
                : Numbers.of(id.value()).flatMap(facts::order).flatMap(order -> order(id, order));
    }

    private Optional<Order> order(OrderId id, Answers.Order order) {
        return Optional.ofNullable(order.invoice())
                .flatMap(facts::invoice)
                .filter(invoice -> invoice.client() == order.client())
                .flatMap(invoice -> subject(order).flatMap(subject -> order(id, subject, invoice)));
    }

    private Optional<OrderSubject> subject(Answers.Order order) {
        var upgrade = Mark.upgrade(order.notes());
        if (upgrade.isPresent()) {
            var to = upgrade.get();
            return service(to.service(), order.client())
                    .flatMap(owned -> subject(Purpose.UPGRADE, to.product(), to.cycle(), owned));
        }
        return ordered(order).map(what -> what);
    }

    /** What an order of one product is for; empty for any other. */
    static Optional<OrderSubject.OfService> ordered(Answers.Order order) {
        var lines = order.lines();
        if (lines == null || lines.size() != 1) {
            return Optional.empty();
        }
        var line = lines.getFirst();
        var cycle = line.cycle();
        return cycle == null || !line.type().equals("product")
                ? Optional.empty()
                // GetOrders puts a product's group before its name: "Hosting - Basic".
                : Text.line(line.product(), 1, LONGEST_NAME)
                        .asOptional()
                        .map(name -> new OrderSubject.OfService(
                                Purpose.NEW, new LocalizedText(name, name), cycle, WhmcsFacts.name(line.name())));
    }

    private Optional<WhmcsFacts.Owned> service(long id, long client) {
        return facts.service(id).filter(owned -> owned.service().client() == client);
    }

    private Optional<OrderSubject> subject(
            Purpose purpose, long productId, BillingCycle cycle, WhmcsFacts.Owned owned) {
        return facts.product(productId)
                .map(product -> new OrderSubject.OfService(
                        purpose, new LocalizedText(product.name(), product.name()), cycle, owned.name()));
    }

    private Optional<Order> renewal(OrderId id, Answers.Invoice invoice) {
        var services = invoice.items().stream()
                .filter(each -> each.type().equals("Hosting"))
                .map(Answers.Item::relates)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return services.size() != 1
                ? Optional.empty()
                : service(services.getFirst(), invoice.client())
                        .flatMap(owned ->
                                subject(Purpose.RENEWAL, owned.service().product(), owned.cycle(), owned))
                        .flatMap(subject -> order(id, subject, invoice));
    }

    /** Empty also if its invoice is a draft, cancelled or with a collector: nobody is to pay it here. */
    private Optional<Order> order(OrderId id, OrderSubject subject, Answers.Invoice invoice) {
        return invoice(invoice)
                .filter(_ -> invoice.status() == InvoiceStatus.UNPAID
                        || invoice.status().isPaid())
                .flatMap(found -> facts.client(invoice.client())
                        .map(client -> new Order(
                                id,
                                new CustomerId(Long.toString(invoice.client())),
                                subject,
                                invoice.status().isPaid(),
                                found,
                                contact(client))));
    }

    private static Contact contact(Answers.Client client) {
        var contact = client.contact();
        if (contact == null) {
            throw new BackOfficeUnavailable("GetClientsDetails");
        }
        return contact;
    }

    /** Empty if its total or date cannot be read. */
    private Optional<Invoice> invoice(Answers.Invoice invoice) {
        var total = invoice.total();
        var due = invoice.due();
        return total == null || due == null
                ? Optional.empty()
                : Optional.of(new Invoice(
                        new InvoiceId(Long.toString(invoice.id())),
                        new Money(total, settings.currency()),
                        settings.reference().of(invoice.id()),
                        due));
    }
}
