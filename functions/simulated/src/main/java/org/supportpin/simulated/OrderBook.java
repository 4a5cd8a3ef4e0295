package org.supportpin.simulated;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.billing.BillingJson;
import org.supportpin.backoffice.billing.OrderJson;
import org.supportpin.backoffice.json.Codec;
import org.supportpin.backoffice.json.ObjectCodec;
import org.supportpin.backoffice.json.Texts;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.billing.BankReference;
import org.supportpin.domain.billing.Contact;
import org.supportpin.domain.billing.Invoice;
import org.supportpin.domain.billing.InvoiceId;
import org.supportpin.domain.billing.ListedOrder;
import org.supportpin.domain.billing.Order;
import org.supportpin.domain.billing.OrderId;
import org.supportpin.domain.billing.OrderSubject;
import org.supportpin.domain.billing.PlacedOrder;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.listing.Listing;
import org.supportpin.domain.money.Money;
import org.supportpin.domain.name.DomainName;
import org.supportpin.simulated.Documents.Document;
import org.supportpin.simulated.Documents.Kind;

/**
 * All orders, as read at one time. A new order takes the next number and is written only if that is still free, so no other order, and
 * none of the same action, came in between.
 */
final class OrderBook {

    private static final String ORDER = "ord-";
    private static final String INVOICE = "inv-";

    private static final Codec<ActionId> ACTION_ID = Codec.string().as(ActionId::new, ActionId::value);

    private static final ObjectCodec<Entry> ENTRY = members -> {
        var id = members.required("id", BillingJson.ORDER_ID, Entry::id);
        var customer = members.required("customerId", Texts.CUSTOMER_ID, Entry::customer);
        var action = members.optional("actionId", ACTION_ID, Entry::action);
        var what = members.required("for", OrderJson.SUBJECT, Entry::what);
        var paid = members.required("paid", Codec.bool(), Entry::paid);
        var invoice = members.required("invoiceId", BillingJson.INVOICE_ID, Entry::invoice);
        var administrator = members.required("administrator", BillingJson.CONTACT, Entry::administrator);
        var placedAt = members.required("placedAt", Texts.INSTANT, Entry::placedAt);
        return members.make(() -> new Entry(
                id.get(),
                customer.get(),
                action.orNull(),
                what.get(),
                paid.get(),
                invoice.get(),
                administrator.get(),
                placedAt.get()));
    };

    private final List<Entry> entries;

    private OrderBook(List<Entry> entries) {
        this.entries = entries;
    }

    /** A stored order, with the action that placed it. Its invoice is stored separately. */
    record Entry(
            OrderId id,
            CustomerId customer,
            @Nullable ActionId action,
            OrderSubject what,
            boolean paid,
            InvoiceId invoice,
            Contact administrator,
            Instant placedAt) {

        Order order(Invoice found) {
            return new Order(id, customer, what, paid, found, administrator);
        }

        Document document() {
            return new Document(Kind.ORDERS, id.value(), ENTRY.write(this), 0);
        }
    }

    /** A new order that is not written yet. */
    record Draft(Entry entry, Invoice invoice) {

        List<Document> documents() {
            return List.of(entry.document(), invoiceDocument(invoice));
        }

        PlacedOrder placed() {
            return OrderBook.placed(entry.id(), invoice);
        }
    }

    static OrderBook read(Documents documents) {
        return new OrderBook(
                documents.all(Kind.ORDERS).stream().map(OrderBook::entry).toList());
    }

    static Optional<Entry> find(Documents documents, OrderId id) {
        return documents.find(Kind.ORDERS, id.value()).map(OrderBook::entry);
    }

    static Invoice invoice(Documents documents, InvoiceId id) {
        return documents
                .find(Kind.INVOICES, id.value())
                .map(document -> BillingJson.INVOICE.from(document.body()).orThrow())
                .orElseThrow(() -> new IllegalStateException("an order in the back office has no invoice"));
    }

    /** A customer's orders. */
    Listing<ListedOrder> of(CustomerId customer, Documents documents) {
        return Listing.of(entries.stream()
                .filter(each -> each.customer().equals(customer))
                .limit(Listing.MOST + 1L)
                .map(each -> ListedOrder.of(each.order(invoice(documents, each.invoice()))))
                .toList());
    }

    Optional<Entry> of(ActionId action) {
        return entries.stream().filter(each -> action.equals(each.action())).findFirst();
    }

    /** The owner of a domain name by its orders. */
    Optional<Contact> owner(DomainName name) {
        return entries.stream()
                .flatMap(each ->
                        each.what() instanceof OrderSubject.OfDomain domain ? Stream.of(domain) : Stream.empty())
                .filter(domain -> domain.name().equals(name))
                .map(OrderSubject.OfDomain::owner)
                .findFirst();
    }

    /** The next order, placed by an action. */
    Draft draft(
            ActionId action,
            CustomerId customer,
            OrderSubject what,
            Money amount,
            LocalDate due,
            Contact administrator,
            Instant now) {
        long number = 1
                + entries.stream()
                        .mapToLong(each -> number(each.id().value()))
                        .max()
                        .orElse(0);
        return draft(number, action, customer, what, false, amount, due, administrator, now);
    }

    static Draft draft(
            long number,
            @Nullable ActionId action,
            CustomerId customer,
            OrderSubject what,
            boolean paid,
            Money amount,
            LocalDate due,
            Contact administrator,
            Instant at) {
        var invoice = new Invoice(new InvoiceId(INVOICE + number), amount, reference(number), due);
        return new Draft(
                new Entry(new OrderId(ORDER + number), customer, action, what, paid, invoice.id(), administrator, at),
                invoice);
    }

    static PlacedOrder placed(OrderId order, Invoice invoice) {
        return new PlacedOrder(order, invoice.id(), invoice.amount(), invoice.reference());
    }

    /** In the form of the Greek banks' payment codes: 25 characters, the first of them the creditor's. */
    private static BankReference reference(long number) {
        return BankReference.of("907531%015d".formatted(number));
    }

    /** The number at the end of an id; 0 if there is none. */
    static long number(String id) {
        var digits = id.replaceAll("^[a-z]+-", "");
        return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : 0;
    }

    private static Document invoiceDocument(Invoice invoice) {
        return new Document(Kind.INVOICES, invoice.id().value(), BillingJson.INVOICE.write(invoice), 0);
    }

    private static Entry entry(Document document) {
        return ENTRY.from(document.body()).orThrow();
    }
}
