package org.supportpin.backoffice.hosting.plesk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.supportpin.backoffice.xml.XmlBuilder;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.hosting.HostingPackage;
import org.supportpin.domain.hosting.Mailbox;
import org.supportpin.domain.hosting.PackageId;
import org.supportpin.domain.hosting.PhpState;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.name.DomainName;

/**
 * Reads packages. Each method throws {@link BackOfficeUnavailable} if Plesk does not answer, or answers what a package cannot be made
 * of.
 */
final class PleskPackages {

    static final String READING = "hosting.package";
    private static final String ID = "[1-9][0-9]{0,9}";

    private final PleskSettings settings;
    private final PleskXml xml;
    private final PleskUtilities utilities;

    PleskPackages(PleskSettings settings, PleskXml xml, PleskUtilities utilities) {
        this.settings = settings;
        this.xml = xml;
        this.utilities = utilities;
    }

    /** A package's PHP, with what is needed to change it. */
    record Php(Subscription subscription, PhpHandlers handlers, PhpHandlers.Handler now) {

        PhpState state() {
            return subscription.php(handlers, now);
        }
    }

    /** An address that is kept out, by a jail where one is told. */
    record Ban(IpAddress address, Optional<Utility.Jail> jail) {}

    /** Empty too where no customer of the panel holds it. */
    Optional<HostingPackage> find(PackageId id) {
        var php = php(id);
        if (php.isEmpty()) {
            return Optional.empty();
        }
        var subscription = php.get().subscription();
        return PleskCustomers.holder(xml, subscription.owner()).map(holder -> {
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
            var handlers = PhpHandlers.of(xml.read("php-handler", "get", get -> get.element("filter", _ -> {})));
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

    /** Who is kept out of the whole server: Fail2Ban knows no packages. */
    List<Ban> bans() {
        if (!settings.fail2ban()) {
            return List.of();
        }
        if (utilities.call(new Utility.ListBans()) instanceof PleskUtilities.Outcome.Ran ran && ran.isSuccess()) {
            return ran.out().lines().flatMap(line -> ban(line).stream()).toList();
        }
        throw xml.unavailable();
    }

    private Set<IpAddress> banned() {
        return bans().stream().map(Ban::address).collect(Collectors.toUnmodifiableSet());
    }

    /** An address, then the jail's name. */
    private static Optional<Ban> ban(String line) {
        var words = line.strip().split("[\\s,]+", -1);
        return IpAddress.parse(words[0]) instanceof Valid<IpAddress>(var address)
                ? Optional.of(new Ban(
                        address,
                        words.length > 1 && Utility.Jail.isOne(words[1])
                                ? Optional.of(new Utility.Jail(words[1]))
                                : Optional.empty()))
                : Optional.empty();
    }

    private Optional<Subscription> subscription(PackageId id) {
        if (!id.value().matches(ID)) {
            return Optional.empty();
        }
        var result = xml.read(
                        "webspace",
                        "get",
                        get -> get.element("filter", filter -> filter.text("id", id.value()))
                                .element(
                                        "dataset",
                                        dataset -> dataset.element("gen_info", _ -> {})
                                                .element("hosting", _ -> {})
                                                .element("limits", _ -> {})
                                                .element("php-settings", _ -> {})))
                .getFirst();
        if (xml.isNone(result)) {
            return Optional.empty();
        }
        if (!result.text("id").equals(Optional.of(id.value()))) {
            throw xml.unavailable();
        }
        return Optional.of(Subscription.read(result).orElseThrow(xml::unavailable));
    }

    /** The subscription's sites by name, the main one first, with Plesk's ids: the main one's is the subscription's. */
    private Map<DomainName, String> sites(PackageId id, Subscription subscription) {
        var sites = new LinkedHashMap<DomainName, String>();
        sites.put(subscription.mainDomain(), id.value());
        for (var result : xml.read(
                "site",
                "get",
                get -> get.element("filter", filter -> filter.text("parent-id", id.value()))
                        .element("dataset", dataset -> dataset.element("gen_info", _ -> {})))) {
            var name = result.text("data", "gen_info", "ascii-name")
                    .or(() -> result.text("data", "gen_info", "name"))
                    .map(DomainName::parse);
            var site = result.text("id");
            if (!xml.isNone(result)
                    && site.isPresent()
                    && name.isPresent()
                    && name.get() instanceof Valid<DomainName>(var domain)) {
                sites.putIfAbsent(domain, site.get());
            }
        }
        return sites;
    }

    private List<Mailbox> mailboxes(Subscription subscription, Map<DomainName, String> sites) {
        List<Consumer<XmlBuilder>> each = sites.values().stream()
                .<Consumer<XmlBuilder>>map(site -> get -> get.element("filter", filter -> filter.text("site-id", site))
                        .element("mailbox", _ -> {})
                        .element("mailbox-usage", _ -> {}))
                .toList();
        var answers = xml.read("mail", "get_info", each);
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

    /** Empty too where the site has no mail, or the name forwards only. */
    private static Optional<Mailbox> mailbox(DomainName domain, PleskResult result, int usualQuotaMb) {
        var isHeld =
                result.isOk() && !result.text("mailname", "mailbox", "enabled").equals(Optional.of("false"));
        return result.text("mailname", "name")
                .filter(_ -> isHeld)
                .flatMap(name -> EmailAddress.parse(name + "@" + domain.ascii()) instanceof Valid<EmailAddress>(var box)
                        ? Optional.of(new Mailbox(
                                box,
                                result.text("mailname", "mailbox", "quota")
                                        .map(bytes -> Subscription.megabytes(bytes, usualQuotaMb))
                                        .orElse(usualQuotaMb),
                                result.text("mailname", "mailbox", "usage")
                                        .map(bytes -> Subscription.megabytes(bytes, 0))
                                        .orElse(0)))
                        : Optional.empty());
    }
}
