package org.supportpin.backoffice.billing.whmcs;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.billing.whmcs.Answers.Page;
import org.supportpin.backoffice.billing.whmcs.WhmcsCaller.Said;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.BillingPlan;
import org.supportpin.domain.billing.InvoiceId;
import org.supportpin.domain.billing.ProductId;
import org.supportpin.domain.billing.Service;
import org.supportpin.domain.billing.Service.Status;
import org.supportpin.domain.billing.ServiceId;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DomainName;

/**
 * What is read of WHMCS.
 *
 * <p>Every method throws {@link BackOfficeUnavailable} if WHMCS does not answer, or with something else than is asked for.
 */
final class WhmcsFacts {

    /** More than any customer has; what lies beyond would be read by nobody in time. */
    private static final int MOST_PAGES = 10;

    private static final int MOST_OPEN = 15;

    private final WhmcsSettings settings;
    private final WhmcsCaller caller;

    WhmcsFacts(WhmcsSettings settings, WhmcsCaller caller) {
        this.settings = settings;
        this.caller = caller;
    }

    /** A service, and the client whose it is. */
    record Owned(Answers.Service service, BillingCycle cycle, LocalDate nextDue, Answers.Client client) {

        /** What it is for, where that is a name. */
        @Nullable DomainName name() {
            return WhmcsFacts.name(service.name());
        }

        /** Whether the plan is for this client. */
        boolean isOf(BillingPlan plan) {
            return plan.customer().value().equals(Long.toString(service.client()));
        }
    }

    Optional<ListedProduct> product(long id) {
        return read("GetProducts", new Call.GetProduct(id), Answers.PRODUCTS)
                .flatMap(page -> page.items().stream().findFirst())
                .map(found -> whole(
                        "GetProducts",
                        ListedProduct.in(settings.currency().getCurrencyCode()).from(found)))
                .filter(found -> found.id() == id);
    }

    /**
     * A service that is paid by a cycle.
     *
     * @return empty also for one that is paid otherwise, or in another currency: it is nothing that could be renewed here
     */
    Optional<Owned> service(long id) {
        return read("GetClientsProducts", new Call.GetService(id), Answers.SERVICES)
                .flatMap(page -> page.items().stream().findFirst())
                .filter(found -> found.id() == id)
                .flatMap(found -> found.cycle()
                        .flatMap(cycle -> client(found.client())
                                .map(client -> new Owned(found, cycle, day(found.nextDue()), client))));
    }

    /** The service in the domain's words. An upgrade that is ordered shows in what {@code UpgradeProduct} calculates, not here. */
    Service told(Owned owned) {
        var service = owned.service();
        return new Service(
                new ServiceId(Long.toString(service.id())),
                new CustomerId(Long.toString(service.client())),
                new ProductId(Long.toString(service.product())),
                owned.cycle(),
                status(service.status()),
                owned.nextDue(),
                owned.name(),
                openInvoice(service)
                        .map(invoice -> new InvoiceId(Long.toString(invoice.id())))
                        .orElse(null),
                null);
    }

    /** A client who pays in the configured currency. */
    Optional<Answers.Client> client(long id) {
        return read("GetClientsDetails", new Call.GetClient(id), Answers.CLIENT_DETAILS)
                .filter(found -> found.id() == id)
                .filter(found -> found.currency().equals(settings.currency().getCurrencyCode()));
    }

    Optional<Answers.Order> order(long id) {
        return read("GetOrders", new Call.GetOrder(id), Answers.ORDERS)
                .flatMap(page -> page.items().stream().findFirst())
                .filter(found -> found.id() == id);
    }

    /** All of a client's orders. */
    List<Answers.Order> orders(long client) {
        return all("GetOrders", start -> new Call.ListOrders(client, start), Answers.ORDERS).stream()
                .filter(each -> each.client() == client)
                .toList();
    }

    /** The order that bears the mark of an action. */
    Optional<Answers.Order> markedOrder(long client, ActionId action) {
        return orders(client).stream()
                .filter(each -> Mark.isIn(each.notes(), action))
                .findFirst();
    }

    Optional<Answers.Invoice> invoice(long id) {
        return read("GetInvoice", new Call.GetInvoice(id), Answers.INVOICE).filter(found -> found.id() == id);
    }

    /** The unpaid invoice of a service's term, if there is one. WHMCS lists invoices without saying what they are for. */
    Optional<Answers.Invoice> openInvoice(Answers.Service service) {
        var open = invoices(service.client()).stream()
                .filter(each -> each.status().equals("Unpaid"))
                .toList();
        if (open.size() > MOST_OPEN) {
            throw new BackOfficeUnavailable("GetInvoices");
        }
        return open.stream()
                .flatMap(each -> invoice(each.id()).stream())
                .filter(each -> each.client() == service.client() && each.isFor(service.id()))
                .findFirst();
    }

    /** The invoice that bears the mark of an action, paid or not. */
    Optional<Answers.Invoice> markedInvoice(long client, ActionId action) {
        return invoices(client).stream()
                .filter(each -> Mark.isIn(each.notes(), action))
                .findFirst()
                .flatMap(each -> invoice(each.id()));
    }

    private List<Answers.Listed> invoices(long client) {
        return all("GetInvoices", start -> new Call.ListInvoices(client, start), Answers.INVOICES);
    }

    private <T> List<T> all(String operation, IntFunction<Call> call, Read<Page<T>> form) {
        var all = new ArrayList<T>();
        for (int i = 0; i < MOST_PAGES; i++) {
            var page = read(operation, call.apply(all.size()), form);
            all.addAll(page.map(Page::items).orElse(List.of()));
            if (page.isEmpty() || all.size() >= page.get().total()) {
                return all;
            }
            if (page.get().items().isEmpty()) {
                break;
            }
        }
        throw new BackOfficeUnavailable(operation);
    }

    /** Empty where WHMCS says that there is none. */
    private <T> Optional<T> read(String operation, Call call, Read<T> form) {
        return switch (caller.call(call)) {
            case Said.Yes(Obj body) -> Optional.of(whole(operation, form.from(body)));
            case Said.No(String words) when words.endsWith("Not Found") -> Optional.empty();
            case Said.No _, Said.Nothing _, Said.Unclear _ -> throw new BackOfficeUnavailable(operation);
        };
    }

    private static <T> T whole(String operation, Checked<T> read) {
        if (read instanceof Checked.Valid<T>(var value)) {
            return value;
        }
        throw new BackOfficeUnavailable(operation);
    }

    static @Nullable DomainName name(String text) {
        return DomainName.parse(text) instanceof Checked.Valid<DomainName>(var name) ? name : null;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new BackOfficeUnavailable("GetClientsProducts", e);
        }
    }

    private static Status status(String name) {
        return switch (name) {
            case "Pending" -> Status.PENDING;
            case "Active" -> Status.ACTIVE;
            case "Suspended" -> Status.SUSPENDED;
            case "Cancelled" -> Status.CANCELLED;
            case "Terminated", "Fraud", "Completed" -> Status.TERMINATED;
            default -> throw new BackOfficeUnavailable("GetClientsProducts");
        };
    }
}
