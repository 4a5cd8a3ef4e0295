package org.supportpin.backoffice.billing.whmcs;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.Invoice;
import org.supportpin.domain.billing.InvoiceId;
import org.supportpin.domain.money.Money;
import org.supportpin.domain.billing.Order;
import org.supportpin.domain.billing.OrderId;
import org.supportpin.domain.billing.OrderSubject;
import org.supportpin.domain.billing.OrderSubject.Purpose;
import org.supportpin.domain.billing.PlacedOrder;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Text;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.LocalizedText;

/**
 * Orders in the domain's words. WHMCS's own have their number for an id. A renewal is an invoice without an order: {@code inv-} and
 * the invoice's number.
 */
final class WhmcsOrders {

    private static final Pattern RENEWAL = Pattern.compile("inv-([1-9][0-9]{0,17})");
    private static final int LONGEST_NAME = 200;

    private final WhmcsSettings settings;
    private final WhmcsFacts facts;

    WhmcsOrders(WhmcsSettings settings, WhmcsFacts facts) {
        this.settings = settings;
        this.facts = facts;
    }

    /** An order that an action made; unknown where its invoice does not show, or is paid in another way than it must. */
    CallOutcome<PlacedOrder> made(long order, @Nullable Long invoice) {
        return Optional.ofNullable(invoice)
                .flatMap(facts::invoice)
                .map(found -> placed(new OrderId(Long.toString(order)), found))
                .orElseGet(CallOutcome::unknown);
    }

    /** A renewal, which is an invoice alone; unknown where that is paid in another way than it must. */
    CallOutcome<PlacedOrder> renewed(Answers.Invoice invoice) {
        return placed(new OrderId("inv-" + invoice.id()), invoice);
    }

    private CallOutcome<PlacedOrder> placed(OrderId order, Answers.Invoice invoice) {
        var told = invoice(invoice);
        return invoice.paymentMethod().equals(settings.paymentMethod())
                ? CallOutcome.done(new PlacedOrder(order, told.id(), told.amount(), told.reference()))
                : CallOutcome.unknown();
    }

    /**
     * An order of one product, of an upgrade that an action made, or of a renewal.
     *
     * @return empty for every other one: the API does not tell what it is for, or not for whom
     */
    Optional<Order> find(OrderId id) {
        var renewal = RENEWAL.matcher(id.value());
        return renewal.matches()
                ? facts.invoice(Long.parseLong(renewal.group(1))).flatMap(invoice -> renewal(id, invoice))
                : Numbers.of(id.value()).flatMap(facts::order).flatMap(order -> order(id, order));
    }

    private Optional<Order> order(OrderId id, Answers.Order order) {
        return order.invoice()
                .flatMap(facts::invoice)
                .filter(invoice -> invoice.client() == order.client())
                .flatMap(invoice -> what(order).flatMap(what -> told(id, what, invoice)));
    }

    private Optional<OrderSubject> what(Answers.Order order) {
        var upgrade = Mark.upgrade(order.notes());
        if (upgrade.isPresent()) {
            var to = upgrade.get();
            return facts.service(to.service())
                    .filter(owned -> owned.service().client() == order.client())
                    .flatMap(owned -> facts.product(to.product())
                            .map(product -> new OrderSubject.OfService(
                                    Purpose.UPGRADE,
                                    new LocalizedText(product.name(), product.name()),
                                    to.cycle(),
                                    owned.name())));
        }
        if (order.lines().size() != 1) {
            return Optional.empty();
        }
        var line = order.lines().getFirst();
        return line.type().equals("product") ? line.cycle().flatMap(cycle -> product(line, cycle)) : Optional.empty();
    }

    /** GetOrders tells a product with its group: {@code Hosting - Basic}. */
    private static Optional<OrderSubject> product(Answers.Line line, BillingCycle cycle) {
        return Text.line(line.product(), 1, LONGEST_NAME) instanceof Checked.Valid<String>(var name)
                ? Optional.of(new OrderSubject.OfService(
                        Purpose.NEW, new LocalizedText(name, name), cycle, WhmcsFacts.name(line.name())))
                : Optional.empty();
    }

    private Optional<Order> renewal(OrderId id, Answers.Invoice invoice) {
        var services = invoice.items().stream()
                .filter(each -> each.type().equals("Hosting"))
                .flatMap(each -> each.relates().stream())
                .distinct()
                .toList();
        return services.size() != 1
                ? Optional.empty()
                : facts.service(services.getFirst())
                        .filter(owned -> owned.service().client() == invoice.client())
                        .flatMap(owned -> facts.product(owned.service().product())
                                .map(product -> new OrderSubject.OfService(
                                        Purpose.RENEWAL,
                                        new LocalizedText(product.name(), product.name()),
                                        owned.cycle(),
                                        owned.name())))
                        .flatMap(what -> told(id, what, invoice));
    }

    private Optional<Order> told(OrderId id, OrderSubject what, Answers.Invoice invoice) {
        return facts.client(invoice.client())
                .map(client -> new Order(
                        id,
                        new CustomerId(Long.toString(invoice.client())),
                        what,
                        !invoice.status().equals("Unpaid"),
                        invoice(invoice),
                        client.contact()));
    }

    private Invoice invoice(Answers.Invoice invoice) {
        return new Invoice(
                new InvoiceId(Long.toString(invoice.id())),
                new Money(invoice.total(), settings.currency()),
                settings.reference().of(invoice.id()),
                invoice.due());
    }
}
