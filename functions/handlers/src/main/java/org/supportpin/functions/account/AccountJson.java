package org.supportpin.functions.account;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.billing.BillingJson;
import org.supportpin.backoffice.hosting.PhpJson;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Arr;
import org.supportpin.backoffice.registrar.RegistrarJson;
import org.supportpin.domain.account.Account;
import org.supportpin.domain.account.Account.Missing;
import org.supportpin.domain.account.Account.OwnDomain;
import org.supportpin.domain.account.Account.OwnService;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.ListedOrder;
import org.supportpin.domain.billing.Product;
import org.supportpin.domain.billing.Renewal;
import org.supportpin.domain.billing.Upgrade;
import org.supportpin.domain.hosting.HostingPackage;
import org.supportpin.domain.hosting.Mailbox;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.LocalizedText;
import org.supportpin.domain.money.Money;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.Contact;
import org.supportpin.domain.registrar.RegisteredDomain;
import org.supportpin.domain.registrar.RegisteredDomain.Submission;
import org.supportpin.functions.http.TextJson;

/** The account in the API. What is not known is {@code null}. */
final class AccountJson {

    /** Mailboxes, and domains, of one package. */
    private static final int MOST_OF_PACKAGE = 100;

    private AccountJson() {}

    static Json account(Account account) {
        return Json.object()
                .put("customerId", account.customer().value())
                .put("name", Json.of(account.name()))
                .put("language", account.language().tag())
                .put("domains", Json.array(account.domains(), each -> domain(each, account.customer())))
                .put("services", Json.array(account.services(), AccountJson::service))
                .put("orders", Json.array(account.orders(), AccountJson::order))
                .put("packages", Json.array(account.packages(), AccountJson::hosting))
                .put("contacts", Json.array(account.contacts(), AccountJson::contact))
                .put("products", Json.array(account.products(), AccountJson::product))
                .put(
                        "upgrades",
                        new Arr(account.services().stream()
                                .flatMap(each -> upgrades(account, each))
                                .toList()))
                .put("missing", Json.array(account.missing(), AccountJson::missing))
                .build();
    }

    private static Json missing(Missing missing) {
        var text = Gaps.text(missing);
        return Json.object()
                .put("part", missing.part().text())
                .put("reason", missing.gap().text())
                .put("text", text(text))
                .build();
    }

    private static Json domain(OwnDomain own, CustomerId customer) {
        var domain = own.registered();
        var json = Json.object()
                .put("name", own.name().ascii())
                .put("unicodeName", own.name().unicode());
        registration(json, domain);
        return json.put("zoneHosted", own.hosted() == null ? Json.Null.NULL : Json.of(own.hosted()))
                .put(
                        "isOwner",
                        domain == null ? Json.Null.NULL : Json.of(domain.owner().isPerson(customer)))
                .put(
                        "isAdministrator",
                        domain == null
                                ? Json.Null.NULL
                                : Json.of(domain.administrators().stream().anyMatch(each -> each.isPerson(customer))))
                .build();
    }

    private static void registration(Json.Builder json, @Nullable RegisteredDomain domain) {
        if (domain == null) {
            for (var member :
                    List.of("status", "registered", "submission", "expires", "signed", "locked", "nameservers")) {
                json.put(member, Json.Null.NULL);
            }
            return;
        }
        json.put("status", domain.status().text())
                .put("registered", Json.of(registered(domain.submission())))
                .put("submission", RegistrarJson.SUBMISSION.write(domain.submission()))
                .put("expires", domain.expiresAt().toString())
                .put(
                        "signed",
                        domain.signing() == null
                                ? Json.Null.NULL
                                : Json.of(domain.signing().isSigned()))
                .put("locked", domain.isLocked())
                .put("nameservers", RegistrarJson.NAMESERVERS.write(domain.nameservers()));
    }

    /** A registrar says when the last submission was, which is the registration only if it was the first. */
    private static @Nullable String registered(Submission submission) {
        return submission.kind() == Submission.Kind.FIRST_REGISTRATION
                ? submission.at().toString()
                : null;
    }

    private static Json service(OwnService own) {
        var service = own.service();
        var product = own.product();
        return Json.object()
                .put("serviceId", service.id().value())
                .put("productId", service.product().value())
                .put("product", product == null ? Json.Null.NULL : text(product.name()))
                .put("name", name(service.name()))
                .put("unicodeName", unicode(service.name()))
                .put("status", service.status().text())
                .put("billingCycle", service.cycle().text())
                .put("nextDueDate", service.nextDue().toString())
                .put("renewals", Json.array(own.renewals(), AccountJson::renewal))
                .put(
                        "upgrades",
                        Json.array(own.upgrades(), each -> Json.of(each.to().value())))
                .build();
    }

    private static Json renewal(Renewal renewal) {
        return Json.object()
                .put("billingCycle", renewal.cycle().text())
                .put("until", renewal.until().toString())
                .put("price", BillingJson.MONEY.write(renewal.price()))
                .build();
    }

    private static Stream<Json> upgrades(Account account, OwnService own) {
        return own.upgrades().stream().map(each -> upgrade(account, each));
    }

    private static Json upgrade(Account account, Upgrade upgrade) {
        return Json.object()
                .put("serviceId", upgrade.service().value())
                .put("productId", upgrade.to().value())
                .put(
                        "product",
                        account.product(upgrade.to())
                                .<Json>map(each -> text(each.name()))
                                .orElse(Json.Null.NULL))
                .put("billingCycle", upgrade.cycle().text())
                .put("price", BillingJson.MONEY.write(upgrade.price()))
                .build();
    }

    private static Json order(ListedOrder order) {
        return Json.object()
                .put("orderId", order.id().value())
                .put("purpose", order.purpose().text())
                .put("product", order.product() == null ? Json.Null.NULL : text(order.product()))
                .put("name", name(order.name()))
                .put("unicodeName", unicode(order.name()))
                .put("billingCycle", order.cycle().text())
                .put("paid", order.paid())
                .put("amount", order.amount() == null ? Json.Null.NULL : BillingJson.MONEY.write(order.amount()))
                .put("dueDate", Json.of(order.due() == null ? null : order.due().toString()))
                .build();
    }

    private static Json hosting(HostingPackage hosting) {
        return Json.object()
                .put("packageId", hosting.id().value())
                .put("mainDomain", hosting.mainDomain().ascii())
                .put("unicodeName", hosting.mainDomain().unicode())
                .put("furtherDomains", Json.array(first(hosting.furtherDomains()), each -> Json.of(each.ascii())))
                .put("plan", hosting.plan().name())
                .put("mailboxQuotaMb", megabytes(hosting.plan().mailboxQuotaMb()))
                .put("php", PhpJson.PHP.write(hosting.php()))
                .put("mailboxes", Json.array(first(hosting.mailboxes()), AccountJson::mailbox))
                .put("mailboxCount", hosting.mailboxes().size())
                .build();
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(MOST_OF_PACKAGE, all.size()));
    }

    private static Json mailbox(Mailbox mailbox) {
        return Json.object()
                .put("address", mailbox.address().address())
                .put("quotaMb", megabytes(mailbox.quotaMb()))
                .put("usedMb", mailbox.usedMb())
                .build();
    }

    /** The name in full, because the agent chooses by it. */
    private static Json contact(Contact contact) {
        return Json.object()
                .put("contactId", contact.id().value())
                .put("name", contact.details().name().value())
                .put("email", contact.details().email().masked())
                .build();
    }

    /** {@code null} if there is no limit. */
    private static Json megabytes(int quota) {
        return quota == Integer.MAX_VALUE ? Json.Null.NULL : Json.of(quota);
    }

    private static Json product(Product product) {
        return Json.object()
                .put("productId", product.id().value())
                .put("name", text(product.name()))
                .put(
                        "prices",
                        Json.array(
                                product.prices().entrySet().stream()
                                        .sorted(Map.Entry.comparingByKey())
                                        .toList(),
                                AccountJson::price))
                .build();
    }

    private static Json price(Map.Entry<BillingCycle, Money> price) {
        return Json.object()
                .put("billingCycle", price.getKey().text())
                .put("price", BillingJson.MONEY.write(price.getValue()))
                .build();
    }

    private static Json name(@Nullable DomainName name) {
        return Json.of(name == null ? null : name.ascii());
    }

    private static Json unicode(@Nullable DomainName name) {
        return Json.of(name == null ? null : name.unicode());
    }

    static Json text(LocalizedText text) {
        return TextJson.of(text);
    }
}
