package org.supportpin.backoffice.hosting.plesk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.hosting.plesk.PleskUtilities.Ran;
import org.supportpin.backoffice.http.Reply;
import org.supportpin.backoffice.xml.XmlBuilder;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.hosting.HostingPackage;
import org.supportpin.domain.hosting.Mailbox;
import org.supportpin.domain.hosting.PackageId;
import org.supportpin.domain.hosting.PhpState;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.name.DomainName;

/** Reads packages. Each method throws {@link BackOfficeUnavailable} if Plesk does not answer, or gives an unusable answer. */
record PleskPackages(PleskSettings settings, PleskXml xml, PleskCustomers customers, PleskUtilities utilities) {

    static final String READING = "hosting.package";
    private static final String ID = "[1-9][0-9]{0,9}";

    /** A package's PHP, with the server's handlers. */
    record Php(Subscription subscription, PhpHandlers handlers, PhpHandlers.Handler now) {

        PhpState state() {
            return subscription.php(handlers, now);
        }
    }

    /**
     * A banned address.
     *
     * @param jail null if Plesk names none
     */
    record Ban(IpAddress address, Utility.@Nullable Jail jail) {}

    /** Empty also if the subscription has no customer of the panel. */
    Optional<HostingPackage> find(PackageId id) {
        var php = php(id);
        if (php.isEmpty()) {
            return Optional.empty();
        }
        var subscription = php.get().subscription();
        return customers.holder(subscription.owner(), subscription.mainDomain()).map(holder -> {
            var sites = sites(id, subscription);
            return new HostingPackage(
                    id,
                    holder,
                    subscription.mainDomain(),
                    sites.keySet().stream()
                            .filter(name -> !name.equals(subscription.mainDomain()))
                            .toList(),
                    subscription.plan(),
                    php.get().state(),
                    mailboxes(subscription, sites),
                    banned(),
                    List.of());
        });
    }

    Optional<Php> php(PackageId id) {
        return subscription(id).map(subscription -> {
            var handlers = PhpHandlers.of(xml.read("php-handler", "get", get -> get.element("filter")));
            return handlers.find(subscription.handler())
                    .map(now -> new Php(subscription, handlers, now))
                    .orElseThrow(xml::unavailable);
        });
    }

    Optional<Mailbox> mailbox(PackageId id, EmailAddress address) {
        return subscription(id)
                .flatMap(subscription -> mailboxes(subscription, sites(id, subscription)).stream()
                        .filter(each -> each.address().equals(address))
                        .findFirst());
    }

    /** The bans of the whole server: Fail2Ban knows no packages. */
    List<Ban> bans() {
        if (!settings.fail2ban()) {
            return List.of();
        }
        if (utilities.call(new Utility.ListBans()) instanceof Reply.Answered<Ran>(var ran) && ran.isSuccess()) {
            return ran.out().lines().flatMap(line -> ban(line).stream()).toList();
        }
        throw xml.unavailable();
    }

    private Set<IpAddress> banned() {
        return bans().stream().map(Ban::address).collect(Collectors.toUnmodifiableSet());
    }

    /** A line has an address, then a jail's name. */
    private static Optional<Ban> ban(String line) {
        var words = line.strip().split("[\\s,]+", -1);
        var jail = words.length > 1 && Utility.Jail.isOne(words[1]) ? new Utility.Jail(words[1]) : null;
        return IpAddress.parse(words[0]).asOptional().map(address -> new Ban(address, jail));
    }

    private Optional<Subscription> subscription(PackageId id) {
        if (!id.value().matches(ID)) {
            return Optional.empty();
        }
        var results = xml.read(
                "webspace",
                "get",
                get -> get.element("filter", filter -> filter.text("id", id.value()))
                        .element("dataset", PleskPackages::dataset));
        return xml.first(results)
                .filter(result -> !result.isNothing())
                .map(result -> Optional.of(result)
                        .filter(each -> each.text("id").equals(Optional.of(id.value())))
                        .flatMap(Subscription::read)
                        .orElseThrow(xml::unavailable));
    }

    /** What is read of a subscription. */
    static void dataset(XmlBuilder dataset) {
        dataset.element("gen_info").element("hosting").element("limits").element("php-settings");
    }

    /** Plesk's ids of the subscription's sites by name. The main site comes first and has the subscription's id. */
    private Map<DomainName, String> sites(PackageId id, Subscription subscription) {
        return sites(id, subscription, xml.read("site", "get", get -> sitesOf(get, id)));
    }

    static void sitesOf(XmlBuilder get, PackageId id) {
        get.element("filter", filter -> filter.text("parent-id", id.value()))
                .element("dataset", dataset -> dataset.element("gen_info"));
    }

    Map<DomainName, String> sites(PackageId id, Subscription subscription, List<PleskResult> further) {
        var sites = new LinkedHashMap<DomainName, String>();
        sites.put(subscription.mainDomain(), id.value());
        for (var result : further) {
            var site = result.text("id");
            if (!xml.isNone(result) && site.isPresent()) {
                result.domain().ifPresent(domain -> sites.putIfAbsent(domain, site.get()));
            }
        }
        return sites;
    }

    private List<Mailbox> mailboxes(Subscription subscription, Map<DomainName, String> sites) {
        List<Consumer<XmlBuilder>> each = sites.values().stream()
                .<Consumer<XmlBuilder>>map(site -> get -> mailboxesOf(get, site))
                .toList();
        return mailboxes(subscription, sites, xml.read("mail", "get_info", each));
    }

    static void mailboxesOf(XmlBuilder get, String site) {
        get.element("filter", filter -> filter.text("site-id", site))
                .element("mailbox")
                .element("mailbox-usage");
    }

    /**
     * @param answers for each site
     */
    static List<Mailbox> mailboxes(
            Subscription subscription, Map<DomainName, String> sites, List<List<PleskResult>> answers) {
        var mailboxes = new ArrayList<Mailbox>();
        int index = 0;
        for (var domain : sites.keySet()) {
            for (var result : answers.get(index)) {
                mailbox(domain, result, subscription.mailboxQuotaMb()).ifPresent(mailboxes::add);
            }
            index++;
        }
        return mailboxes;
    }

    /** Empty also if the site has no mail, or the address only forwards. */
    private static Optional<Mailbox> mailbox(DomainName domain, PleskResult result, int usualQuotaMb) {
        var isHeld =
                result.isOk() && !result.text("mailname", "mailbox", "enabled").equals(Optional.of("false"));
        return result.text("mailname", "name")
                .filter(_ -> isHeld)
                .flatMap(name -> EmailAddress.parse(name + "@" + domain.ascii()).asOptional())
                .map(address -> new Mailbox(
                        address,
                        result.text("mailname", "mailbox", "quota")
                                .map(bytes -> Subscription.megabytes(bytes, usualQuotaMb))
                                .orElse(usualQuotaMb),
                        result.text("mailname", "mailbox", "usage")
                                .map(bytes -> Subscription.megabytes(bytes, 0))
                                .orElse(0)));
    }
}
