package org.supportpin.backoffice.billing.whmcs;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.supportpin.backoffice.json.Fields;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.json.Texts;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.Contact;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.mail.EmailAddress;

/** What WHMCS answers, as far as it is needed; it may say more. */
final class Answers {

    private Answers() {}

    /** A service, as {@code GetClientsProducts} tells it. */
    record Service(
            long id,
            long client,
            long product,
            Optional<BillingCycle> cycle,
            String status,
            String nextDue,
            BigDecimal recurring,
            String name) {}

    /** A client, as {@code GetClientsDetails} tells it. */
    record Client(long id, String currency, Contact contact) {}

    /** An invoice, as {@code GetInvoice} tells it. */
    record Invoice(
            long id,
            long client,
            LocalDate due,
            BigDecimal total,
            String status,
            String paymentMethod,
            String notes,
            List<Item> items) {

        /** Whether it is for this service's term: its first or a further one. */
        boolean isFor(long service) {
            return items.stream()
                    .anyMatch(each ->
                            each.type().equals("Hosting") && each.relates().equals(Optional.of(service)));
        }
    }

    /** A line of an invoice. */
    record Item(String type, Optional<Long> relates) {}

    /** An invoice, as {@code GetInvoices} tells it. */
    record Listed(long id, String status, String notes) {}

    /** An order, as {@code GetOrders} tells it. */
    record Order(
            long id,
            long client,
            Optional<Long> invoice,
            String status,
            String paymentStatus,
            String notes,
            List<Line> lines) {}

    /** A line of an order. */
    record Line(String type, String product, String name, Optional<BillingCycle> cycle) {}

    /** A part of a list. */
    record Page<T>(int total, List<T> items) {}

    /** What {@code AddOrder} and {@code UpgradeProduct} made. */
    record Made(long order, long invoice) {}

    /** What {@code UpgradeProduct} calculated. */
    record Calculated(BigDecimal price, boolean isInProgress) {}

    private static final Read<Service> SERVICE = Read.object(fields -> {
        var id = fields.takingOthers().required("id", Scalars.ID);
        var client = fields.required("clientid", Scalars.ID);
        var product = fields.required("pid", Scalars.ID);
        var cycle = fields.required("billingcycle", Scalars.CYCLE);
        var status = fields.required("status", Scalars.TEXT);
        var nextDue = fields.required("nextduedate", Scalars.TEXT);
        var recurring = fields.required("recurringamount", Scalars.AMOUNT_VALUE);
        var name = fields.required("domain", Scalars.TEXT);
        return fields.make(() -> new Service(
                id.get(),
                client.get(),
                product.get(),
                cycle.get(),
                status.get(),
                nextDue.get(),
                recurring.get(),
                name.get()));
    });

    static final Read<Page<Service>> SERVICES = page("products", "product", SERVICE);

    private static final Read<Client> CLIENT = Read.object(fields -> {
        var id = fields.takingOthers().required("id", Scalars.ID);
        var currency = fields.required("currency_code", Scalars.TEXT);
        var name = fields.required("fullname", Scalars.TEXT);
        var email = fields.required("email", Read.text(EmailAddress::parse));
        var language = fields.required("language", Scalars.TEXT);
        return fields.then(() -> {
            try {
                return Checked.valid(new Client(
                        id.get(), currency.get(), new Contact(name.get(), email.get(), language(language.get()))));
            } catch (IllegalArgumentException e) {
                return Checked.faulty("This is nobody's name.");
            }
        });
    });

    static final Read<Client> CLIENT_DETAILS = Read.object(fields -> {
        var client = fields.takingOthers().required("client", CLIENT);
        return fields.make(client::get);
    });

    private static final Read<Item> ITEM = Read.object(fields -> {
        var type = fields.takingOthers().required("type", Scalars.TEXT);
        var relates = fields.required("relid", Scalars.OPTIONAL_ID);
        return fields.make(() -> new Item(type.get(), relates.get()));
    });

    static final Read<Invoice> INVOICE = Read.object(fields -> {
        var id = fields.takingOthers().required("invoiceid", Scalars.ID);
        var client = fields.required("userid", Scalars.ID);
        var due = fields.required("duedate", Texts.DAY);
        var total = fields.required("total", Scalars.DUE);
        var status = fields.required("status", Scalars.TEXT);
        var method = fields.required("paymentmethod", Scalars.TEXT);
        var notes = fields.required("notes", Scalars.TEXT);
        var items = fields.required("items", Scalars.list("item", ITEM));
        return fields.make(() -> new Invoice(
                id.get(), client.get(), due.get(), total.get(), status.get(), method.get(), notes.get(), items.get()));
    });

    private static final Read<Listed> LISTED = Read.object(fields -> {
        var id = fields.takingOthers().required("id", Scalars.ID);
        var status = fields.required("status", Scalars.TEXT);
        var notes = fields.required("notes", Scalars.TEXT);
        return fields.make(() -> new Listed(id.get(), status.get(), notes.get()));
    });

    static final Read<Page<Listed>> INVOICES = page("invoices", "invoice", LISTED);

    private static final Read<Line> LINE = Read.object(fields -> {
        var type = fields.takingOthers().required("type", Scalars.TEXT);
        var product = fields.optional("product", Scalars.TEXT);
        var name = fields.optional("domain", Scalars.TEXT);
        var cycle = fields.optional("billingcycle", Scalars.CYCLE);
        return fields.make(() -> new Line(
                type.get(),
                orEmpty(product),
                orEmpty(name),
                Objects.requireNonNullElse(cycle.orNull(), Optional.empty())));
    });

    private static final Read<Order> ORDER = Read.object(fields -> {
        var id = fields.takingOthers().required("id", Scalars.ID);
        var client = fields.required("userid", Scalars.ID);
        var invoice = fields.required("invoiceid", Scalars.OPTIONAL_ID);
        var status = fields.required("status", Scalars.TEXT);
        var paymentStatus = fields.required("paymentstatus", Scalars.TEXT);
        var notes = fields.required("notes", Scalars.TEXT);
        var lines = fields.required("lineitems", Scalars.list("lineitem", LINE));
        return fields.make(() -> new Order(
                id.get(), client.get(), invoice.get(), status.get(), paymentStatus.get(), notes.get(), lines.get()));
    });

    static final Read<Page<Order>> ORDERS = page("orders", "order", ORDER);

    static final Read<Made> MADE = Read.object(fields -> {
        var order = fields.takingOthers().required("orderid", Scalars.ID);
        var invoice = fields.required("invoiceid", Scalars.ID);
        return fields.make(() -> new Made(order.get(), invoice.get()));
    });

    static final Read<Calculated> CALCULATED = Read.object(fields -> {
        var price = fields.takingOthers().required("price", Scalars.SHOWN_AMOUNT);
        var inProgress = fields.optional("upgradeinprogress", Scalars.FLAG);
        return fields.make(() -> new Calculated(price.get(), Objects.requireNonNullElse(inProgress.orNull(), false)));
    });

    /** How many {@code GenInvoices} made. */
    static final Read<Integer> GENERATED = Read.object(fields -> {
        var made = fields.takingOthers().required("numcreated", Scalars.COUNT);
        return fields.make(made::get);
    });

    /** The members of a product's {@code pricing} are amounts by names, which its own reader picks from. */
    static final Read<Page<Obj>> PRODUCTS = page(
            "products",
            "product",
            json -> json instanceof Obj object ? Checked.valid(object) : Checked.faulty("Enter a JSON object."));

    private static <T> Read<Page<T>> page(String outer, String inner, Read<T> each) {
        return Read.object(fields -> {
            var total = fields.takingOthers().required("totalresults", Scalars.COUNT);
            var items = fields.optional(outer, Scalars.list(inner, each));
            var found = Objects.requireNonNullElse(items.orNull(), List.<T>of());
            return fields.then(() -> total.get() > 0 && items.orNull() == null
                    ? Checked.faulty("Give what was found.")
                    : Checked.valid(new Page<>(total.get(), found)));
        });
    }

    private static String orEmpty(Fields.Field<String> field) {
        return Objects.requireNonNullElse(field.orNull(), "");
    }

    /** WHMCS names a client's language in English; empty is the installation's own. */
    private static @org.jspecify.annotations.Nullable Language language(String name) {
        return switch (name) {
            case "greek" -> Language.GREEK;
            case "english" -> Language.ENGLISH;
            default -> null;
        };
    }
}
