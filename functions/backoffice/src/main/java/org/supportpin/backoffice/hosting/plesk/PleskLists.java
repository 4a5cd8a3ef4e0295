package org.supportpin.backoffice.hosting.plesk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.supportpin.backoffice.xml.XmlBuilder;
import org.supportpin.domain.hosting.HostingPackage;
import org.supportpin.domain.hosting.PackageId;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.listing.Gap;
import org.supportpin.domain.listing.Listing;
import org.supportpin.domain.listing.Pages;
import org.supportpin.domain.listing.Pages.Page;
import org.supportpin.domain.name.DomainName;

/**
 * A customer's packages. Plesk lists all subscriptions of an owner in one answer; their sites and mailboxes are read for ten at a time.
 * Bans, which are the whole server's, are not listed.
 */
record PleskLists(PleskXml xml, PleskCustomers customers, PleskPackages packages) {

    private static final int AT_ONCE = 10;

    private record Listed(PackageId id, Subscription subscription) {}

    Listing<HostingPackage> packages(CustomerId customer) {
        var external = customers.externalId(customer);
        if (external.isEmpty()) {
            return Listing.of(List.of());
        }
        var found = found(external.get());
        var own = own(found, external.get());
        if (own.isEmpty()) {
            return Listing.of(List.of());
        }
        var handlers = PhpHandlers.of(xml.read("php-handler", "get", get -> get.element("filter")));
        var usable = own.stream()
                .filter(each -> handlers.find(each.subscription().handler()).isPresent())
                .toList();
        var listed = Pages.<HostingPackage, Integer>read(
                0,
                start -> page(customer, usable, start, handlers),
                each -> each.holder().equals(customer));
        return usable.size() < own.size() && listed.gap() == null
                ? new Listing<>(listed.items(), Gap.UNAVAILABLE)
                : listed;
    }

    /** Subscriptions without web hosting are no packages. */
    private List<Listed> found(String external) {
        return xml
                .read(
                        "webspace",
                        "get",
                        get -> get.element("filter", filter -> filter.text("owner-external-id", external))
                                .element("dataset", PleskPackages::dataset))
                .stream()
                .filter(result -> !xml.isNone(result))
                .flatMap(this::listed)
                .limit(Listing.MOST + 1L)
                .toList();
    }

    /** An answer without an id is one of none. */
    private Stream<Listed> listed(PleskResult result) {
        var id = result.text("id");
        if (id.isEmpty()) {
            return Stream.empty();
        }
        if (result.domain().isEmpty()) {
            throw xml.unavailable();
        }
        return PackageId.parse(id.get()).asOptional().stream()
                .flatMap(known -> Subscription.read(result).map(each -> new Listed(known, each)).stream());
    }

    /** Whose a subscription is, is asked about its owner, as for every other reading. */
    private List<Listed> own(List<Listed> found, String external) {
        var owners = new HashMap<String, Boolean>();
        return found.stream()
                .filter(each -> owners.computeIfAbsent(
                        each.subscription().owner(), owner -> customers.hasExternalId(owner, external)))
                .toList();
    }

    private Page<HostingPackage, Integer> page(CustomerId customer, List<Listed> all, int start, PhpHandlers handlers) {
        var some = all.subList(start, Math.min(all.size(), start + AT_ONCE));
        var next = start + some.size();
        return new Page<>(read(customer, some, handlers), next < all.size() ? next : null);
    }

    private List<HostingPackage> read(CustomerId customer, List<Listed> some, PhpHandlers handlers) {
        if (some.isEmpty()) {
            return List.of();
        }
        var further = xml.read("site", "get", operations(some, (get, each) -> PleskPackages.sitesOf(get, each.id())));
        var sites = new ArrayList<Map<DomainName, String>>();
        for (int i = 0; i < some.size(); i++) {
            sites.add(packages.sites(some.get(i).id(), some.get(i).subscription(), further.get(i)));
        }
        var ids = sites.stream().flatMap(each -> each.values().stream()).toList();
        var mail = xml.read("mail", "get_info", operations(ids, PleskPackages::mailboxesOf));
        var read = new ArrayList<HostingPackage>();
        int first = 0;
        for (int i = 0; i < some.size(); i++) {
            var after = first + sites.get(i).size();
            read.add(hosting(customer, some.get(i), sites.get(i), mail.subList(first, after), handlers));
            first = after;
        }
        return read;
    }

    private static <T> List<Consumer<XmlBuilder>> operations(List<T> all, BiConsumer<XmlBuilder, T> each) {
        return all.stream()
                .<Consumer<XmlBuilder>>map(one -> get -> each.accept(get, one))
                .toList();
    }

    private static HostingPackage hosting(
            CustomerId customer,
            Listed listed,
            Map<DomainName, String> sites,
            List<List<PleskResult>> mail,
            PhpHandlers handlers) {
        var subscription = listed.subscription();
        return new HostingPackage(
                listed.id(),
                customer,
                subscription.mainDomain(),
                sites.keySet().stream()
                        .filter(name -> !name.equals(subscription.mainDomain()))
                        .toList(),
                subscription.plan(),
                subscription.php(handlers, handlers.find(subscription.handler()).orElseThrow()),
                PleskPackages.mailboxes(subscription, sites, mail),
                Set.of(),
                List.of());
    }
}
