package org.supportpin.domain.account;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.supportpin.domain.account.Account.Missing;
import org.supportpin.domain.account.Account.OwnDomain;
import org.supportpin.domain.account.Account.OwnService;
import org.supportpin.domain.account.Account.Part;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.billing.AccountHolder;
import org.supportpin.domain.billing.Billing;
import org.supportpin.domain.billing.BillingRules;
import org.supportpin.domain.billing.ListedOrder;
import org.supportpin.domain.billing.Product;
import org.supportpin.domain.billing.ProductId;
import org.supportpin.domain.billing.Renewal;
import org.supportpin.domain.billing.Service;
import org.supportpin.domain.billing.Upgrade;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.hosting.HostingPackage;
import org.supportpin.domain.hosting.WebHosting;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.listing.Gap;
import org.supportpin.domain.listing.Listing;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.Contact;
import org.supportpin.domain.registrar.Registrar;

/**
 * Reads a customer's account from the hosting company's systems, all at once: what one does not say is missing, and the rest is there.
 * Whose a thing is, is judged here again, by the rules of the actions: no system's own filter is relied on.
 */
public final class AccountReader {

    /** For the lists. */
    static final Duration LISTS = Duration.ofSeconds(4);

    /** Afterwards, for what is asked about each thing that they name. */
    static final Duration DETAILS = Duration.ofSeconds(2);

    private static final Comparator<ListedOrder> UNPAID_FIRST = Comparator.comparing(ListedOrder::paid)
            .thenComparing(ListedOrder::due, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(each -> each.id().value());

    private static final Comparator<Contact> BY_NAME = Comparator.<Contact, String>comparing(
                    each -> each.details().name().value())
            .thenComparing(each -> each.id().value());

    private final Billing billing;
    private final DnsZones zones;
    private final Registrar registrar;
    private final WebHosting hosting;
    private final Clock clock;
    private final ZoneId zone;
    private final Consumer<Throwable> unexpected;

    /**
     * @param zone the hosting company's, which decides what day it is
     * @param unexpected is told of a failure that is not a system's silence; the part is then missing
     */
    public AccountReader(
            Billing billing,
            DnsZones zones,
            Registrar registrar,
            WebHosting hosting,
            Clock clock,
            ZoneId zone,
            Consumer<Throwable> unexpected) {
        this.billing = billing;
        this.zones = zones;
        this.registrar = registrar;
        this.hosting = hosting;
        this.clock = clock;
        this.zone = zone;
        this.unexpected = unexpected;
    }

    /** The lists, as the systems gave them. */
    private record Lists(
            Listing<AccountHolder> holder,
            Listing<Service> services,
            Listing<ListedOrder> orders,
            Listing<Product> products,
            Listing<HostingPackage> packages,
            Listing<Contact> contacts,
            Listing<OwnDomain> domains) {}

    /**
     * The account; at most {@link Listing#MOST} of each kind.
     *
     * @param usual the language, if billing does not know the customer's
     */
    public Account read(CustomerId customer, Language usual) {
        var lists = lists(customer);
        var details = Beside.within(DETAILS, unexpected);
        var own = details.start(() -> Listing.of(services(customer, lists, details)));
        var hosting = details.start(() -> hosted(customer, lists, details));
        var hosted = hosting.get();
        var whole = own.get();
        var holder = lists.holder().items().stream().findFirst();
        return new Account(
                customer,
                holder.map(AccountHolder::name).orElse(null),
                holder.map(AccountHolder::language).orElse(usual),
                hosted.items().isEmpty() ? lists.domains().items() : hosted.items(),
                whole.missing().isEmpty()
                        ? whole.items()
                        : lists.services().map(AccountReader::bare).items(),
                lists.orders().items().stream().sorted(UNPAID_FIRST).toList(),
                lists.packages().items(),
                lists.contacts().items().stream().sorted(BY_NAME).toList(),
                lists.products().items().stream()
                        .filter(each -> each.onSale() && each.kind() == Product.Kind.SERVICE)
                        .toList(),
                missing(lists, hosted));
    }

    private Lists lists(CustomerId customer) {
        var beside = Beside.within(LISTS, unexpected);
        var holder = beside.start(() -> holder(customer));
        var services = beside.start(
                () -> billing.services(customer).only(each -> each.customer().equals(customer)));
        var orders = beside.start(
                () -> billing.orders(customer).only(each -> each.customer().equals(customer)));
        var products = beside.start(billing::products);
        var packages = beside.start(
                () -> hosting.packages(customer).only(each -> each.holder().equals(customer)));
        var contacts = beside.start(() -> registrar.contacts(customer));
        var domains = beside.start(() -> new OwnDomains(registrar, billing, beside).of(customer, services, products));
        var own = domains.get();
        return new Lists(
                holder.get(),
                services.get(),
                orders.get(),
                products.get(),
                packages.get(),
                contacts(customer, contacts.get(), own),
                own);
    }

    /**
     * Who can be chosen as an administrator: a contact in the customer's own list whose details the registrar shows. If no list is to
     * be had, those of the customer's domains are known.
     */
    private static Listing<Contact> contacts(CustomerId customer, Listing<Contact> listed, Listing<OwnDomain> domains) {
        var known = listed.items().isEmpty() ? of(domains) : listed.items();
        return new Listing<>(known, listed.gap()).only(each -> each.isListedUnder(customer) && each.isShown());
    }

    private static List<Contact> of(Listing<OwnDomain> domains) {
        return domains.items().stream()
                .map(OwnDomain::registered)
                .filter(Objects::nonNull)
                .flatMap(each -> Stream.concat(Stream.of(each.owner()), each.administrators().stream()))
                .distinct()
                .toList();
    }

    private Listing<AccountHolder> holder(CustomerId customer) {
        return billing.holder(customer)
                .filter(each -> each.customer().equals(customer))
                .map(each -> Listing.of(List.of(each)))
                .orElseGet(() -> Listing.without(Gap.NOT_LISTED));
    }

    private static List<Missing> missing(Lists lists, Listing<OwnDomain> hosted) {
        var gaps = new LinkedHashMap<Part, Optional<Gap>>();
        gaps.put(Part.CUSTOMER, lists.holder().missing());
        gaps.put(Part.DOMAINS, lists.domains().missing());
        gaps.put(Part.ZONES, hosted.missing());
        gaps.put(Part.SERVICES, lists.services().missing());
        gaps.put(Part.ORDERS, lists.orders().missing());
        gaps.put(Part.PACKAGES, lists.packages().missing());
        gaps.put(Part.CONTACTS, lists.contacts().missing());
        gaps.put(Part.PRODUCTS, lists.products().missing());
        return gaps.entrySet().stream()
                .flatMap(each -> each.getValue().map(gap -> new Missing(each.getKey(), gap)).stream())
                .toList();
    }

    private static OwnService bare(Service service) {
        return new OwnService(service, null, List.of(), List.of());
    }

    private List<OwnService> services(CustomerId customer, Lists lists, Beside details) {
        var products = new LinkedHashMap<ProductId, Product>();
        lists.products().items().forEach(each -> products.put(each.id(), each));
        var others = lists.services().items().stream()
                .map(Service::product)
                .filter(each -> !products.containsKey(each))
                .distinct()
                .toList();
        details.each(others, billing::findProduct)
                .forEach((id, found) -> found.filter(product -> product.id().equals(id))
                        .ifPresent(product -> products.put(id, product)));
        var today = LocalDate.ofInstant(clock.instant(), zone);
        return lists.services().items().stream()
                .map(each -> service(customer, each, products, today))
                .toList();
    }

    private static OwnService service(
            CustomerId customer, Service service, Map<ProductId, Product> products, LocalDate today) {
        var product = products.get(service.product());
        return new OwnService(
                service,
                product,
                product == null ? List.of() : renewals(customer, service, product),
                product == null ? List.of() : upgrades(customer, service, product, products, today));
    }

    private static List<Renewal> renewals(CustomerId customer, Service service, Product product) {
        return product.prices().keySet().stream()
                .sorted()
                .flatMap(cycle -> accepted(BillingRules.renew(customer, service, product, cycle)))
                .toList();
    }

    private static List<Upgrade> upgrades(
            CustomerId customer, Service service, Product product, Map<ProductId, Product> products, LocalDate today) {
        return product.upgrades().stream()
                .sorted(Comparator.comparing(ProductId::value))
                .flatMap(to -> accepted(BillingRules.upgrade(customer, service, product, products.get(to), today)))
                .toList();
    }

    private static <P> Stream<P> accepted(Verdict<P> verdict) {
        return verdict instanceof Verdict.Accepted<P>(var plan) ? Stream.of(plan) : Stream.empty();
    }

    /** The domains with whether their zones are hosted here, and the customer's zones of domains that are registered elsewhere. */
    private Listing<OwnDomain> hosted(CustomerId customer, Lists lists, Beside details) {
        var domains = new LinkedHashMap<DomainName, OwnDomain>();
        lists.domains().items().forEach(each -> domains.put(each.name(), each));
        var names = Stream.of(
                        domains.keySet().stream(),
                        lists.packages().items().stream().flatMap(AccountReader::names),
                        lists.services().items().stream().map(Service::name).filter(Objects::nonNull))
                .flatMap(each -> each)
                .distinct()
                .limit(Listing.MOST)
                .toList();
        var answers = details.each(names, name -> zones.hosts(name, customer));
        var shown = new ArrayList<OwnDomain>();
        Stream.concat(domains.keySet().stream(), names.stream()).distinct().forEach(name -> {
            var domain = domains.get(name);
            var hosted = answers.get(name);
            if (domain != null || Boolean.TRUE.equals(hosted)) {
                shown.add(new OwnDomain(name, domain == null ? null : domain.registered(), hosted));
            }
        });
        shown.sort(Comparator.comparing(each -> each.name().unicode()));
        return new Listing<>(shown, answers.size() < names.size() ? Gap.UNAVAILABLE : null);
    }

    private static Stream<DomainName> names(HostingPackage each) {
        return Stream.concat(Stream.of(each.mainDomain()), each.furtherDomains().stream());
    }

    /**
     * The zone of one of the customer's domains; empty if it is not hosted here or is another customer's, which makes no difference.
     *
     * @throws BackOfficeUnavailable if the DNS system does not answer
     */
    public Optional<Zone> zone(CustomerId customer, DomainName name) {
        return zones.zone(name)
                .filter(each -> each.holder().equals(customer) && each.name().equals(name));
    }
}
