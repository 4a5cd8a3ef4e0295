package org.supportpin.backoffice.billing.whmcs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.json.Texts;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.billing.AccountHolder;
import org.supportpin.domain.billing.BilledDomain;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.InvoiceId;
import org.supportpin.domain.billing.ListedOrder;
import org.supportpin.domain.billing.OrderId;
import org.supportpin.domain.billing.OrderSubject.Purpose;
import org.supportpin.domain.billing.Product;
import org.supportpin.domain.billing.ProductId;
import org.supportpin.domain.billing.Service;
import org.supportpin.domain.billing.ServiceId;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.LocalizedText;
import org.supportpin.domain.listing.Gap;
import org.supportpin.domain.listing.Listing;
import org.supportpin.domain.listing.Pages;
import org.supportpin.domain.money.Money;
import org.supportpin.domain.name.DomainName;

/**
 * What a client has, a hundred at a time. What a module or an import has left without a usable member is left out, and so is what could
 * not be ordered, renewed or paid through this connector.
 */
record WhmcsLists(WhmcsSettings settings, WhmcsCaller caller, WhmcsFacts facts) {

    Optional<AccountHolder> holder(long client) {
        return caller.find(Call.getClient(client), ListAnswers.HOLDER).flatMap(found -> found);
    }

    /** Empty for a client who pays in another currency. */
    Listing<Service> services(long client) {
        if (facts.client(client).isEmpty()) {
            return Listing.of(List.of());
        }
        return services(client, facts.openInvoices(client));
    }

    private Listing<Service> services(long client, WhmcsFacts.Open open) {
        return pages(
                start -> Call.listServices(client, start),
                Answers.SERVICES,
                each -> service(each, open.invoices()),
                each -> each.customer().equals(customer(client)));
    }

    private static Optional<Service> service(Answers.Service found, List<Answers.Invoice> open) {
        var cycle = found.cycle();
        var nextDue = Texts.DAY.from(Json.of(found.nextDue())).asOptional();
        var status = WhmcsFacts.knownStatus(found.status());
        return cycle == null || nextDue.isEmpty() || status.isEmpty()
                ? Optional.empty()
                : Optional.of(new Service(
                        new ServiceId(Long.toString(found.id())),
                        customer(found.client()),
                        new ProductId(Long.toString(found.product())),
                        cycle,
                        status.get(),
                        nextDue.get(),
                        WhmcsFacts.name(found.name()),
                        open.stream()
                                .filter(each -> each.isFor(found.id()))
                                .findFirst()
                                .map(each -> new InvoiceId(Long.toString(each.id())))
                                .orElse(null),
                        null));
    }

    Listing<Product> products() {
        var onSaleFirst = Comparator.comparing((Product each) -> !each.onSale());
        return Listing.of(listed().values().stream()
                .map(each -> each.product(settings))
                .sorted(onSaleFirst)
                .toList());
    }

    /** By id. */
    private Map<Long, ListedProduct> listed() {
        var products = new HashMap<Long, ListedProduct>();
        var form = ListedProduct.in(settings.currency().getCurrencyCode());
        caller.find(Call.listProducts(), Answers.PRODUCTS).stream()
                .flatMap(page -> page.items().stream())
                .flatMap(each -> form.from(each).asOptional().stream())
                .forEach(each -> products.put(each.id(), each));
        return products;
    }

    Listing<BilledDomain> domains(long client) {
        return pages(
                start -> Call.listDomains(client, start),
                ListAnswers.DOMAINS,
                each -> each.isGone()
                        ? Optional.empty()
                        : Optional.of(new BilledDomain(each.name(), customer(each.client()))),
                each -> each.customer().equals(customer(client)));
    }

    /** Orders of one product, upgrades that actions ordered, and renewals, which are invoices without an order: paid, or to be paid. */
    Listing<ListedOrder> orders(long client) {
        if (facts.client(client).isEmpty()) {
            return Listing.of(List.of());
        }
        var invoices = facts.openInvoices(client);
        var open = new HashMap<Long, Answers.Invoice>();
        invoices.invoices().stream()
                .filter(each -> each.status() == InvoiceStatus.UNPAID)
                .forEach(each -> open.put(each.id(), each));
        var things = new Things(listed(), services(client, invoices));
        var ofOrders = new HashSet<Long>();
        var placed = pages(
                start -> Call.listOrders(client, start),
                ListAnswers.ORDERS,
                each -> {
                    Optional.ofNullable(each.order().invoice()).ifPresent(ofOrders::add);
                    return order(each, open, things);
                },
                each -> each.customer().equals(customer(client)));
        var all = new ArrayList<ListedOrder>();
        open.values().stream()
                .filter(each -> !ofOrders.contains(each.id()))
                .flatMap(each -> renewal(each, things).stream())
                .forEach(all::add);
        all.addAll(placed.items());
        return new Listing<>(all, invoices.isAll() ? placed.gap() : Gap.MORE);
    }

    /** What orders refer to by its number. */
    private record Things(Map<Long, ListedProduct> products, Listing<Service> services) {

        Optional<LocalizedText> product(long id) {
            return Optional.ofNullable(products.get(id)).map(each -> new LocalizedText(each.name(), each.name()));
        }

        Optional<Service> service(long id) {
            return services.items().stream()
                    .filter(each -> each.id().value().equals(Long.toString(id)))
                    .findFirst();
        }
    }

    private Optional<ListedOrder> order(ListAnswers.Order listed, Map<Long, Answers.Invoice> open, Things things) {
        var order = listed.order();
        var invoice = order.invoice() == null ? null : open.get(order.invoice());
        if (!listed.paid() && invoice == null) {
            return Optional.empty();
        }
        var upgrade = Mark.upgrade(order.notes());
        if (upgrade.isPresent()) {
            var to = upgrade.get();
            return things.product(to.product())
                    .map(product -> row(
                            listed,
                            Purpose.UPGRADE,
                            product,
                            things.service(to.service()).map(Service::name).orElse(null),
                            to.cycle(),
                            invoice));
        }
        return WhmcsOrders.ordered(order)
                .map(what -> row(listed, Purpose.NEW, what.product(), what.name(), what.cycle(), invoice));
    }

    private ListedOrder row(
            ListAnswers.Order listed,
            Purpose purpose,
            LocalizedText product,
            @Nullable DomainName name,
            BillingCycle cycle,
            Answers.@Nullable Invoice invoice) {
        var amount = invoice == null ? listed.amount() : invoice.total();
        return new ListedOrder(
                new OrderId(Long.toString(listed.order().id())),
                customer(listed.order().client()),
                purpose,
                product,
                name,
                cycle,
                listed.paid(),
                amount == null ? null : new Money(amount, settings.currency()),
                invoice == null ? null : invoice.due());
    }

    private Optional<ListedOrder> renewal(Answers.Invoice invoice, Things things) {
        var services = invoice.items().stream()
                .filter(each -> each.type().equals("Hosting"))
                .map(Answers.Item::relates)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return services.size() != 1
                ? Optional.empty()
                : things.service(services.getFirst()).map(service -> renewal(invoice, service, things));
    }

    private ListedOrder renewal(Answers.Invoice invoice, Service service, Things things) {
        var total = invoice.total();
        return new ListedOrder(
                WhmcsOrders.renewalId(invoice.id()),
                customer(invoice.client()),
                Purpose.RENEWAL,
                Numbers.of(service.product().value()).flatMap(things::product).orElse(null),
                service.name(),
                service.cycle(),
                false,
                total == null ? null : new Money(total, settings.currency()),
                invoice.due());
    }

    /** Reads pages by their offset, of which WHMCS says how many records there are in all. */
    private <A, T> Listing<T> pages(
            IntFunction<Call> call, Read<Answers.Page<A>> form, Function<A, Optional<T>> read, Predicate<T> own) {
        return Pages.read(
                0,
                start -> {
                    var page =
                            caller.find(call.apply(start), form).orElseGet(() -> new Answers.Page<>(0, 0, List.of()));
                    var next = start + page.count();
                    if (page.count() == 0 && page.total() > start) {
                        throw new BackOfficeUnavailable(call.apply(start).action());
                    }
                    return new Pages.Page<>(
                            page.items().stream()
                                    .flatMap(each -> read.apply(each).stream())
                                    .toList(),
                            next < page.total() ? next : null);
                },
                own);
    }

    private static CustomerId customer(long client) {
        return new CustomerId(Long.toString(client));
    }
}
