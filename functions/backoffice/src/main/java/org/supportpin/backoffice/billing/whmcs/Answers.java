package org.supportpin.backoffice.billing.whmcs;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.json.Texts;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.Contact;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.mail.EmailAddress;

/**
 * WHMCS's answers, as far as they are needed; members not listed here are ignored. Orders and invoices are read as far as they can be,
 * because a module or an import may have left any of them, and the rest are still what they are.
 */
final class Answers {

    private Answers() {}

    /** A service in {@code GetClientsProducts}. */
    record Service(
            long id,
            long client,
            long product,
            @Nullable BillingCycle cycle,
            String status,
            String nextDue,
            BigDecimal recurring,
            String name,
            String notes) {}

    /**
     * A client in {@code GetClientsDetails}.
     *
     * @param contact null if the name or address is none that could be written to
     */
    record Client(long id, String currency, @Nullable Contact contact) {}

    /**
     * An invoice in {@code GetInvoice}.
     *
     * @param due null if it is no date
     * @param total what is left of it after the client's credit; null if it is no amount due
     */
    record Invoice(
            long id,
            long client,
            @Nullable LocalDate due,
            @Nullable BigDecimal total,
            InvoiceStatus status,
            String paymentMethod,
            List<Item> items) {

        /** Whether it is for a term of this service. */
        boolean isFor(long service) {
            return items.stream()
                    .anyMatch(each -> each.type().equals("Hosting") && Objects.equals(each.relates(), service));
        }
    }

    record Item(String type, @Nullable Long relates) {}

    /** An invoice in {@code GetInvoices}. */
    record Listed(long id, InvoiceStatus status) {}

    /**
     * An order in {@code GetOrders}.
     *
     * @param lines null if they cannot be read
     */
    record Order(
            long id,
            long client,
            @Nullable Long invoice,
            String status,
            String notes,
            @Nullable List<Line> lines) {}

    record Line(
            String type,
            String product,
            String name,
            @Nullable BillingCycle cycle) {}

    /**
     * @param total of all pages
     * @param count on this page, with those that cannot be read
     */
    record Page<T>(int total, int count, List<T> items) {}

    /**
     * What {@code GenInvoices} created.
     *
     * @param latest the last invoice of the client; null if the answer does not name it
     */
    record Generated(int count, @Nullable Long latest) {}

    /** What {@code AddOrder} or {@code UpgradeProduct} created. */
    record Made(long order, long invoice) {}

    /** What {@code UpgradeProduct} calculated. */
    record Calculated(BigDecimal price, boolean isInProgress) {}

    static final Read<String> TEXT = Scalars.orElse(Scalars.TEXT, "");

    private static final Read<InvoiceStatus> STATUS = json -> TEXT.from(json).map(InvoiceStatus::of);

    static final Read<Service> SERVICE = Read.object(fields -> {
        var id = fields.takingOthers().required("id", Scalars.ID);
        var client = fields.required("clientid", Scalars.ID);
        var product = fields.required("pid", Scalars.ID);
        var cycle = fields.required("billingcycle", Scalars.CYCLE);
        var status = fields.required("status", Scalars.TEXT);
        var nextDue = fields.required("nextduedate", Scalars.TEXT);
        var recurring = fields.required("recurringamount", Scalars.AMOUNT_VALUE);
        var name = fields.required("domain", Scalars.TEXT);
        var notes = fields.optional("notes", Scalars.orElse(Scalars.TEXT, ""));
        return fields.make(() -> new Service(
                id.get(),
                client.get(),
                product.get(),
                cycle.get().orElse(null),
                status.get(),
                nextDue.get(),
                recurring.get(),
                name.get(),
                notes.orElse("")));
    });

    static final Read<Page<Service>> SERVICES = page("products", "product", SERVICE);

    /** The clients of services. */
    static final Read<Page<Long>> HOLDERS = page("products", "product", Read.object(fields -> {
        var client = fields.takingOthers().required("clientid", Scalars.ID);
        return fields.make(client::get);
    }));

    static final Read<String> CLIENT_UUID = Read.object(fields -> {
        var client = fields.takingOthers().required("client", Read.<String>object(inside -> {
            var uuid = inside.takingOthers().required("uuid", Scalars.TEXT);
            return inside.make(uuid::get);
        }));
        return fields.make(client::get);
    });

    private static final Read<Client> CLIENT = Read.object(fields -> {
        var id = fields.takingOthers().required("id", Scalars.ID);
        var currency = fields.required("currency_code", Scalars.TEXT);
        var name = fields.optional("fullname", TEXT);
        var email = fields.optional("email", Scalars.maybe(Read.text(EmailAddress::parse)));
        var language = fields.optional("language", TEXT);
        return fields.make(() -> new Client(
                id.get(),
                currency.get(),
                email.orElse(Optional.empty())
                        .flatMap(address -> contact(name.orElse(""), address, language.orElse("")))
                        .orElse(null)));
    });

    private static Optional<Contact> contact(String name, EmailAddress email, String language) {
        try {
            return Optional.of(new Contact(name, email, language(language)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static final Read<Client> CLIENT_DETAILS = Read.object(fields -> {
        var client = fields.takingOthers().required("client", CLIENT);
        return fields.make(client::get);
    });

    private static final Read<Item> ITEM = Read.object(fields -> {
        var type = fields.takingOthers().required("type", Scalars.TEXT);
        var relates = fields.required("relid", Scalars.OPTIONAL_ID);
        return fields.make(() -> new Item(type.get(), relates.get().orElse(null)));
    });

    static final Read<Invoice> INVOICE = Read.object(fields -> {
        var id = fields.takingOthers().required("invoiceid", Scalars.ID);
        var client = fields.required("userid", Scalars.ID);
        var due = fields.optional("duedate", Scalars.maybe(Texts.DAY));
        var total = fields.optional("total", Scalars.maybe(Scalars.DUE));
        var status = fields.optional("status", STATUS);
        var method = fields.optional("paymentmethod", TEXT);
        var items = fields.optional("items", Scalars.orElse(Scalars.readable("item", ITEM), List.<Item>of()));
        return fields.make(() -> new Invoice(
                id.get(),
                client.get(),
                due.orElse(Optional.empty()).orElse(null),
                total.orElse(Optional.empty()).orElse(null),
                status.orElse(InvoiceStatus.UNKNOWN),
                method.orElse(""),
                items.orElse(List.of())));
    });

    private static final Read<Listed> LISTED = Read.object(fields -> {
        var id = fields.takingOthers().required("id", Scalars.ID);
        var status = fields.optional("status", STATUS);
        return fields.make(() -> new Listed(id.get(), status.orElse(InvoiceStatus.UNKNOWN)));
    });

    static final Read<Page<Listed>> INVOICES = page("invoices", "invoice", LISTED);

    private static final Read<Line> LINE = Read.object(fields -> {
        var type = fields.takingOthers().required("type", Scalars.TEXT);
        var product = fields.optional("product", TEXT);
        var name = fields.optional("domain", TEXT);
        var cycle = fields.optional("billingcycle", Scalars.orElse(Scalars.CYCLE, Optional.empty()));
        return fields.make(() -> new Line(
                type.get(),
                product.orElse(""),
                name.orElse(""),
                cycle.orElse(Optional.empty()).orElse(null)));
    });

    static final Read<Order> ORDER = Read.object(fields -> {
        var id = fields.takingOthers().required("id", Scalars.ID);
        var client = fields.required("userid", Scalars.ID);
        var invoice = fields.optional("invoiceid", Scalars.orElse(Scalars.OPTIONAL_ID, Optional.empty()));
        var status = fields.optional("status", TEXT);
        var notes = fields.optional("notes", TEXT);
        var lines = fields.optional("lineitems", Scalars.maybe(Scalars.list("lineitem", LINE)));
        return fields.make(() -> new Order(
                id.get(),
                client.get(),
                invoice.orElse(Optional.empty()).orElse(null),
                status.orElse(""),
                notes.orElse(""),
                lines.orElse(Optional.empty()).orElse(null)));
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
        return fields.make(() -> new Calculated(price.get(), inProgress.orElse(false)));
    });

    static final Read<Generated> GENERATED = Read.object(fields -> {
        var made = fields.takingOthers().required("numcreated", Scalars.COUNT);
        var latest = fields.optional("latestinvoiceid", Scalars.orElse(Scalars.OPTIONAL_ID, Optional.empty()));
        return fields.make(
                () -> new Generated(made.get(), latest.orElse(Optional.empty()).orElse(null)));
    });

    /** Left as JSON, because {@link ListedProduct} reads it for one currency. */
    static final Read<Page<Obj>> PRODUCTS = page(
            "products",
            "product",
            json -> json instanceof Obj object ? Checked.valid(object) : Checked.faulty("Enter a JSON object."));

    static <T> Read<Page<T>> page(String outer, String inner, Read<T> each) {
        return Read.object(fields -> {
            var total = fields.takingOthers().required("totalresults", Scalars.COUNT);
            var items = fields.optional(outer, Scalars.list(inner, Read.json()));
            var all = items.orElse(List.of());
            return fields.then(() -> total.get() > 0 && items.orNull() == null
                    ? Checked.faulty("The list of results is missing.")
                    : Checked.valid(new Page<>(
                            total.get(),
                            all.size(),
                            all.stream()
                                    .flatMap(item -> each.from(item).asOptional().stream())
                                    .toList())));
        });
    }

    /** WHMCS names languages in English; empty means the installation's default. */
    static @Nullable Language language(String name) {
        return Language.named(name).orElse(null);
    }
}
