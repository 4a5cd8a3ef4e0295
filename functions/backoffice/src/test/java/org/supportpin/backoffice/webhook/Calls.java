package org.supportpin.backoffice.webhook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.supportpin.backoffice.billing.BillingJson;
import org.supportpin.backoffice.billing.OrderJson;
import org.supportpin.backoffice.dns.DnsJson;
import org.supportpin.backoffice.hosting.HostingJson;
import org.supportpin.backoffice.hosting.PhpJson;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.registrar.RegistrarJson;
import org.supportpin.backoffice.testing.FailuresContract.Operations;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.billing.AccountHolder;
import org.supportpin.domain.billing.BankReference;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.Invoice;
import org.supportpin.domain.billing.InvoiceId;
import org.supportpin.domain.billing.ListedOrder;
import org.supportpin.domain.billing.Order;
import org.supportpin.domain.billing.OrderId;
import org.supportpin.domain.billing.OrderSubject;
import org.supportpin.domain.billing.PlacedOrder;
import org.supportpin.domain.billing.Product;
import org.supportpin.domain.billing.ProductId;
import org.supportpin.domain.billing.Renewal;
import org.supportpin.domain.billing.Service;
import org.supportpin.domain.billing.ServiceId;
import org.supportpin.domain.billing.ServiceOrder;
import org.supportpin.domain.billing.Upgrade;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.dns.RecordSet;
import org.supportpin.domain.dns.RecordSetEdit;
import org.supportpin.domain.dns.RecordType.Editable;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.dns.ZoneEdit;
import org.supportpin.domain.hosting.Fix;
import org.supportpin.domain.hosting.HostingPackage;
import org.supportpin.domain.hosting.PackageId;
import org.supportpin.domain.hosting.PackagePlan;
import org.supportpin.domain.hosting.PhpEdit;
import org.supportpin.domain.hosting.PhpSetting;
import org.supportpin.domain.hosting.PhpState;
import org.supportpin.domain.hosting.PhpVersion;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.identity.LocalizedText;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.mail.MailId;
import org.supportpin.domain.money.Money;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.registrar.AdministratorEdit;
import org.supportpin.domain.registrar.Contact;
import org.supportpin.domain.registrar.ContactDetails;
import org.supportpin.domain.registrar.ContactId;
import org.supportpin.domain.registrar.DomainRecall;
import org.supportpin.domain.registrar.Nameserver;
import org.supportpin.domain.registrar.NameserverEdit;
import org.supportpin.domain.registrar.Nameservers;
import org.supportpin.domain.registrar.PersonName;
import org.supportpin.domain.registrar.RegisteredDomain;

/** One call of each operation, with the receiver's normal answer. */
final class Calls {

    static final ActionId ID = new ActionId("AAAAAAAAAAAAAAAAAAAAAAAA");

    /** The operations that change something. */
    static final Set<String> CHANGES = Set.of(
            "billing.placeOrder",
            "billing.renew",
            "billing.upgrade",
            "dns.applyChanges",
            "registrar.setNameservers",
            "registrar.recall",
            "registrar.setAdministrator",
            "hosting.applySettings",
            "hosting.applyFix",
            "mail.send");

    /** The operations that answer with pages. */
    static final Set<String> LISTS = Set.of(
            "billing.services",
            "billing.orders",
            "billing.products",
            "registrar.domains",
            "registrar.contacts",
            "hosting.packages");

    static final CustomerId CUSTOMER = new CustomerId("1001");
    static final DomainName NAME = new DomainName("example.gr");
    static final Money PRICE = Money.euros("73.78");
    static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    static final EmailAddress EMAIL = EmailAddress.parse("maria@example.gr").orThrow();
    private static final PlacedOrder PLACED =
            new PlacedOrder(new OrderId("ord-1"), new InvoiceId("inv-1"), PRICE, new BankReference("RF18539007547034"));
    static final PackageId PACKAGE = new PackageId("pkg-1");
    private static final PhpState PHP =
            new PhpState(new PhpVersion("8.3"), Set.of(new PhpVersion("8.3")), new EnumMap<>(PhpSetting.class));
    static final ContactDetails DETAILS =
            new ContactDetails(new PersonName("Μαρία"), EMAIL, new PhoneNumber("+306912345678"));
    static final Contact CONTACT = new Contact(new ContactId("con-1"), CUSTOMER, CUSTOMER, DETAILS);
    static final Nameservers SERVERS = new Nameservers(List.of(
            new Nameserver(new DomainName("ns1.example.com"), List.of()),
            new Nameserver(new DomainName("ns2.example.com"), List.of())));
    static final RegisteredDomain.Submission SUBMISSION = new RegisteredDomain.Submission(
            RegisteredDomain.Submission.Kind.FIRST_REGISTRATION, Instant.parse("2026-11-20T10:00:00Z"));
    private static final RegisteredDomain DOMAIN = new RegisteredDomain(
            NAME,
            CUSTOMER,
            CONTACT,
            List.of(CONTACT),
            SERVERS,
            RegisteredDomain.Status.ACTIVE,
            SUBMISSION,
            Instant.parse("2028-11-20T10:00:00Z"),
            null);
    private static final Product PRODUCT = new Product(
            new ProductId("basic"),
            new LocalizedText("Βασικό", "Basic"),
            Product.Kind.SERVICE,
            true,
            Map.of(BillingCycle.ANNUALLY, PRICE),
            Set.of());
    private static final Zone ZONE = new Zone(NAME, CUSTOMER, List.of());
    private static final RecordSet RECORD =
            new RecordSet(new DnsName("www.example.gr"), Editable.A, 600, List.of("195.251.255.20"));
    static final ZoneEdit EDIT = new ZoneEdit(
            NAME,
            ZONE.fingerprint(),
            Risk.STANDARD,
            List.of(new RecordSetEdit(RECORD.name(), Editable.A, null, RECORD)));

    private Calls() {}

    static Mail mail(String text) {
        return new Mail(EMAIL, "order-details", "Θέμα", text);
    }

    static Operations of(Webhook webhook) {
        var reading = new LinkedHashMap<String, Supplier<?>>();
        reading.put("billing.product", () -> webhook.billing().findProduct(new ProductId("basic")));
        reading.put("billing.service", () -> webhook.billing().findService(new ServiceId("svc-1")));
        reading.put("billing.order", () -> webhook.billing().findOrder(PLACED.order()));
        reading.put(
                "billing.findByAction",
                () -> webhook.billing()
                        .findByAction(
                                ID,
                                new ServiceOrder(
                                        CUSTOMER, new ProductId("basic"), BillingCycle.ANNUALLY, NAME, PRICE)));
        reading.put("dns.zone", () -> webhook.dnsZones().zone(NAME));
        reading.put("registrar.domain", () -> webhook.registrar().domain(NAME));
        reading.put("registrar.contact", () -> webhook.registrar().contact(CONTACT.id()));
        reading.put("hosting.package", () -> webhook.webHosting().find(PACKAGE));
        reading.put("billing.customer", () -> webhook.billing().holder(CUSTOMER));
        reading.put("billing.services", () -> webhook.billing().services(CUSTOMER));
        reading.put("billing.orders", () -> webhook.billing().orders(CUSTOMER));
        reading.put("billing.products", () -> webhook.billing().products());
        reading.put("registrar.domains", () -> webhook.registrar().domains(CUSTOMER));
        reading.put("registrar.contacts", () -> webhook.registrar().contacts(CUSTOMER));
        reading.put("hosting.packages", () -> webhook.webHosting().packages(CUSTOMER));
        reading.put("hosting.findFix", () -> webhook.webHosting().findFix(ID));
        reading.put("mail.find", () -> webhook.mailSender().find(MailId.of(ID), mail("x")));
        return new Operations(reading, changing(webhook));
    }

    private static Map<String, Supplier<CallOutcome<?>>> changing(Webhook webhook) {
        var product = new ProductId("basic");
        var service = new ServiceId("svc-1");
        var cycle = BillingCycle.ANNUALLY;
        var changing = new LinkedHashMap<String, Supplier<CallOutcome<?>>>();
        changing.put(
                "billing.placeOrder",
                () -> webhook.billing().placeOrder(ID, new ServiceOrder(CUSTOMER, product, cycle, NAME, PRICE)));
        changing.put(
                "billing.renew",
                () -> webhook.billing()
                        .renew(
                                ID,
                                new Renewal(
                                        CUSTOMER, service, NAME, product, cycle, cycle, DAY, DAY.plusYears(1), PRICE)));
        changing.put(
                "billing.upgrade",
                () -> webhook.billing()
                        .upgrade(
                                ID,
                                new Upgrade(
                                        CUSTOMER,
                                        service,
                                        NAME,
                                        product,
                                        new ProductId("pro"),
                                        cycle,
                                        DAY.minusDays(9),
                                        DAY,
                                        PRICE)));
        changing.put("dns.applyChanges", () -> webhook.dnsZones().apply(ID, EDIT));
        changing.put(
                "registrar.setNameservers",
                () -> webhook.registrar().setNameservers(ID, new NameserverEdit(NAME, SERVERS, SERVERS)));
        changing.put(
                "registrar.recall",
                () -> webhook.registrar().recall(ID, new DomainRecall(NAME, DOMAIN.status(), SUBMISSION)));
        changing.put(
                "registrar.setAdministrator",
                () -> webhook.registrar().setAdministrator(ID, new AdministratorEdit(NAME, CONTACT, null, DETAILS)));
        changing.put(
                "hosting.applySettings",
                () -> webhook.webHosting()
                        .applySettings(
                                ID,
                                new PhpEdit(
                                        PACKAGE,
                                        new PhpEdit.VersionEdit(new PhpVersion("8.2"), PHP.version()),
                                        List.of())));
        changing.put("hosting.applyFix", () -> webhook.webHosting().applyFix(ID, PACKAGE, new Fix.ClearCache()));
        changing.put("mail.send", () -> webhook.mailSender().send(MailId.of(ID), mail("x")));
        return changing;
    }

    /** Calls with the members that those above lack. */
    static List<Supplier<CallOutcome<?>>> otherForms(Webhook webhook) {
        var product = new ProductId("basic");
        var glue = new Nameservers(List.of(
                SERVERS.servers().getFirst(),
                new Nameserver(new DomainName("ns." + NAME.ascii()), List.of(new IpAddress("195.251.255.20")))));
        var settings = new PhpEdit(
                PACKAGE,
                null,
                List.of(
                        new PhpEdit.SettingEdit(PhpSetting.MEMORY_LIMIT, "128M", null),
                        new PhpEdit.SettingEdit(PhpSetting.MAX_INPUT_VARS, null, "5000")));
        var removed = new ZoneEdit(
                NAME,
                ZONE.fingerprint(),
                Risk.STANDARD,
                List.of(new RecordSetEdit(RECORD.name(), Editable.A, RECORD, null)));
        var fixes = List.of(
                new Fix.RestartPhp(),
                new Fix.RepairPermissions(),
                new Fix.ReissueCertificate(null),
                new Fix.ReissueCertificate(NAME),
                new Fix.UnbanAddress(new IpAddress("2a02:587::1")),
                new Fix.RaiseMailboxQuota(EMAIL, 2048));
        var forms = new ArrayList<Supplier<CallOutcome<?>>>(List.of(
                () -> webhook.billing()
                        .placeOrder(ID, new ServiceOrder(CUSTOMER, product, BillingCycle.TRIENNIALLY, null, PRICE)),
                () -> webhook.registrar().setNameservers(ID, new NameserverEdit(NAME, SERVERS, glue)),
                () -> webhook.registrar()
                        .setAdministrator(ID, new AdministratorEdit(NAME, CONTACT, new ContactId("con-2"), DETAILS)),
                () -> webhook.webHosting().applySettings(ID, settings),
                () -> webhook.dnsZones().apply(ID, removed)));
        fixes.forEach(fix -> forms.add(() -> webhook.webHosting().applyFix(ID, PACKAGE, fix)));
        return forms;
    }

    /** A receiver's normal answer to an operation. */
    static Json answer(String type) {
        return switch (type) {
            case "billing.product" -> found(BillingJson.PRODUCT.write(PRODUCT));
            case "billing.service" -> found(BillingJson.SERVICE.write(service(CUSTOMER)));
            case "billing.customer" ->
                found(BillingJson.HOLDER.write(new AccountHolder(CUSTOMER, "Μαρία", Language.GREEK)));
            case "billing.services" -> page(BillingJson.SERVICE.write(service(CUSTOMER)));
            case "billing.orders" -> page(OrderJson.LISTED.write(ListedOrder.of(order())));
            case "billing.products" -> page(BillingJson.PRODUCT.write(PRODUCT));
            case "registrar.domains" -> page(RegistrarJson.DOMAIN.write(DOMAIN));
            case "registrar.contacts" -> page(RegistrarJson.CONTACT.write(CONTACT));
            case "hosting.packages" -> page(HostingJson.PACKAGE.write(hosting()));
            case "billing.order" -> found(OrderJson.ORDER.write(order()));
            case "dns.zone" -> found(DnsJson.ZONE.write(ZONE));
            case "registrar.domain" -> found(RegistrarJson.DOMAIN.write(DOMAIN));
            case "registrar.contact" -> found(RegistrarJson.CONTACT.write(CONTACT));
            case "hosting.package" -> found(HostingJson.PACKAGE.write(hosting()));
            case "hosting.findFix" ->
                done(Json.object()
                        .put("fix", "clear-cache")
                        .put("after", new Obj(Map.of()))
                        .build());
            case "billing.findByAction", "billing.placeOrder", "billing.renew", "billing.upgrade" ->
                done(BillingJson.PLACED_ORDER.write(PLACED));
            case "dns.applyChanges" -> done(DnsJson.ZONE.write(ZONE.apply(EDIT)));
            case "registrar.setNameservers", "registrar.recall", "registrar.setAdministrator" ->
                done(RegistrarJson.DOMAIN.write(DOMAIN));
            case "hosting.applySettings" -> done(PhpJson.PHP.write(PHP));
            case "mail.find", "mail.send", "hosting.applyFix" -> done(new Obj(Map.of()));
            default -> throw new IllegalArgumentException("no such operation: " + type);
        };
    }

    static Service service(CustomerId customer) {
        return new Service(
                new ServiceId("svc-1"),
                customer,
                PRODUCT.id(),
                BillingCycle.ANNUALLY,
                Service.Status.ACTIVE,
                DAY,
                null,
                null,
                null);
    }

    private static Order order() {
        return new Order(
                PLACED.order(),
                CUSTOMER,
                new OrderSubject.OfService(
                        OrderSubject.Purpose.NEW, new LocalizedText("Βασικό", "Basic"), BillingCycle.ANNUALLY, null),
                false,
                new Invoice(PLACED.invoice(), PRICE, PLACED.reference(), DAY),
                new org.supportpin.domain.billing.Contact("Μαρία", EMAIL, null));
    }

    private static HostingPackage hosting() {
        return new HostingPackage(
                PACKAGE,
                CUSTOMER,
                NAME,
                List.of(),
                new PackagePlan("Basic", 1000),
                PHP,
                List.of(),
                Set.of(),
                List.of());
    }

    private static Json found(Json thing) {
        return Json.object().put("found", thing).build();
    }

    /** The last page of a list. */
    private static Json page(Json... items) {
        return Json.object()
                .put("items", new Json.Arr(List.of(items)))
                .put("nextCursor", Json.Null.NULL)
                .build();
    }

    private static Json done(Json result) {
        return Json.object().put("outcome", "done").put("result", result).build();
    }
}
