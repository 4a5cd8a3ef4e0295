package org.supportpin.backoffice.billing.whmcs;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.billing.whmcs.Answers.Page;
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
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DomainName;

/** Reads WHMCS. Every method throws {@link BackOfficeUnavailable} if WHMCS does not answer, or gives an unexpected answer. */
record WhmcsFacts(WhmcsSettings settings, WhmcsCaller caller) {

    /** More than any customer has, and as many as can be read in time. */
    private static final int MOST_PAGES = 10;

    private static final int MOST_OPEN = 15;

    /** A service and its client. */
    record Owned(Answers.Service service, BillingCycle cycle, LocalDate nextDue, Answers.Client client) {

        /** The domain or host name that it is for, if any. */
        @Nullable DomainName name() {
            return WhmcsFacts.name(service.name());
        }

        /** Whether the plan is for this client. */
        boolean isOf(BillingPlan plan) {
            return plan.customer().value().equals(Long.toString(service.client()));
        }
    }

    Optional<ListedProduct> product(long id) {
        return caller.find(Call.getProduct(id), Answers.PRODUCTS)
                .flatMap(page -> page.items().stream().findFirst())
                .map(found -> ListedProduct.in(settings.currency().getCurrencyCode())
                        .from(found)
                        .asOptional()
                        .orElseThrow(() -> new BackOfficeUnavailable("GetProducts")))
                .filter(found -> found.id() == id);
    }

    /**
     * A service with a billing cycle.
     *
     * @return empty also for one without a cycle or in another currency, because it could not be renewed here
     */
    Optional<Owned> service(long id) {
        return caller.find(Call.getService(id), Answers.SERVICES)
                .flatMap(page -> page.items().stream().findFirst())
                .filter(found -> found.id() == id)
                .flatMap(this::owned);
    }

    private Optional<Owned> owned(Answers.Service found) {
        var cycle = found.cycle();
        return cycle == null
                ? Optional.empty()
                : client(found.client()).map(client -> new Owned(found, cycle, day(found.nextDue()), client));
    }

    /** The domain's service. An ordered upgrade does not show here, but in what {@code UpgradeProduct} calculates. */
    Service service(Owned owned) {
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
        return caller.find(Call.getClient(id), Answers.CLIENT_DETAILS)
                .filter(found -> found.id() == id)
                .filter(found -> found.currency().equals(settings.currency().getCurrencyCode()));
    }

    Optional<Answers.Order> order(long id) {
        return caller.find(Call.getOrder(id), Answers.ORDERS)
                .flatMap(page -> page.items().stream().findFirst())
                .filter(found -> found.id() == id);
    }

    List<Answers.Order> orders(long client) {
        return all(start -> Call.listOrders(client, start), Answers.ORDERS).stream()
                .filter(each -> each.client() == client)
                .toList();
    }

    /** The order with an action's mark. */
    Optional<Answers.Order> markedOrder(long client, ActionId action) {
        return orders(client).stream()
                .filter(each -> Mark.isIn(each.notes(), action))
                .findFirst();
    }

    Optional<Answers.Invoice> invoice(long id) {
        return caller.find(Call.getInvoice(id), Answers.INVOICE).filter(found -> found.id() == id);
    }

    /**
     * The open invoice for a service.
     *
     * @throws BackOfficeUnavailable also if the client has more open ones than can be read in time
     */
    Optional<Answers.Invoice> openInvoice(Answers.Service service) {
        var open = openInvoices(service.client());
        if (!open.isAll()) {
            throw new BackOfficeUnavailable("GetInvoices");
        }
        return open.invoices().stream().filter(each -> each.isFor(service.id())).findFirst();
    }

    /**
     * A client's open invoices.
     *
     * @param isAll whether there are no more than can be read in time
     */
    record Open(List<Answers.Invoice> invoices, boolean isAll) {}

    /** The open invoices; each has to be read, because WHMCS lists them without their items. */
    Open openInvoices(long client) {
        var open =
                invoices(client).stream().filter(each -> each.status().isOpen()).toList();
        return new Open(
                open.stream()
                        .limit(MOST_OPEN)
                        .flatMap(each -> invoice(each.id()).stream())
                        .filter(each -> each.client() == client)
                        .toList(),
                open.size() <= MOST_OPEN);
    }

    private List<Answers.Listed> invoices(long client) {
        return all(start -> Call.listInvoices(client, start), Answers.INVOICES);
    }

    private <T> List<T> all(IntFunction<Call> call, Read<Page<T>> form) {
        var all = new ArrayList<T>();
        var count = 0;
        for (int i = 0; i < MOST_PAGES; i++) {
            var page = caller.find(call.apply(count), form).orElseGet(() -> new Page<>(0, 0, List.of()));
            all.addAll(page.items());
            count += page.count();
            if (count >= page.total()) {
                return all;
            }
            if (page.count() == 0) {
                break;
            }
        }
        throw new BackOfficeUnavailable(call.apply(0).action());
    }

    static @Nullable DomainName name(String text) {
        return DomainName.parse(text).asOptional().orElse(null);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new BackOfficeUnavailable("GetClientsProducts", e);
        }
    }

    private static Status status(String name) {
        return knownStatus(name).orElseThrow(() -> new BackOfficeUnavailable("GetClientsProducts"));
    }

    static Optional<Status> knownStatus(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "Pending" -> Status.PENDING;
                    case "Active" -> Status.ACTIVE;
                    case "Suspended" -> Status.SUSPENDED;
                    case "Cancelled" -> Status.CANCELLED;
                    case "Terminated", "Fraud", "Completed" -> Status.TERMINATED;
                    default -> null;
                });
    }
}
