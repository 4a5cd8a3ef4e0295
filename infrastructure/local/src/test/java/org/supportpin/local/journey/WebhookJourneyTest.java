package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.backoffice.billing.BillingJson;
import org.supportpin.backoffice.billing.OrderJson;
import org.supportpin.backoffice.dns.DnsJson;
import org.supportpin.backoffice.hosting.HostingJson;
import org.supportpin.backoffice.registrar.RegistrarJson;
import org.supportpin.backoffice.webhook.PythonReceiver;
import org.supportpin.domain.billing.BankReference;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.Contact;
import org.supportpin.domain.billing.Invoice;
import org.supportpin.domain.billing.InvoiceId;
import org.supportpin.domain.billing.Order;
import org.supportpin.domain.billing.OrderId;
import org.supportpin.domain.billing.OrderSubject;
import org.supportpin.domain.billing.Product;
import org.supportpin.domain.billing.ProductId;
import org.supportpin.domain.billing.ServiceId;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.dns.RecordSet;
import org.supportpin.domain.dns.RecordType;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.hosting.HostingPackage;
import org.supportpin.domain.hosting.Mailbox;
import org.supportpin.domain.hosting.PackageId;
import org.supportpin.domain.hosting.PackagePlan;
import org.supportpin.domain.hosting.PhpSetting;
import org.supportpin.domain.hosting.PhpState;
import org.supportpin.domain.hosting.PhpVersion;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.identity.LocalizedText;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.money.Money;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.registrar.ContactDetails;
import org.supportpin.domain.registrar.ContactId;
import org.supportpin.domain.registrar.Nameserver;
import org.supportpin.domain.registrar.Nameservers;
import org.supportpin.domain.registrar.PersonName;
import org.supportpin.domain.registrar.RegisteredDomain;
import org.supportpin.domain.registrar.Signing;

/** All five systems behind a receiver in Python, whose lists hold everybody's things: what an agent sees and does there. */
class WebhookJourneyTest {

    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final LocalizedText NAME = new LocalizedText("Φιλοξενία", "Hosting");

    @TempDir
    private static Path folder;

    private static PythonReceiver receiver;
    private static Service service;

    private AgentSteps agent;
    private CustomerSteps customer;
    private String verification;
    private String theirs;

    @BeforeAll
    static void start() throws IOException {
        receiver = PythonReceiver.start(KEY);
        receiver.leak();
        var settings = "{\"url\": \"%s\", \"network\": \"loopback\", \"secrets\": [\"ssm:/support-pin/hook\"]}"
                .formatted(receiver.endpoint().base());
        var connectors = Files.writeString(folder.resolve("connectors.json"), """
                {"parameters": {"BillingConnector": "webhook", "BillingSettings": %1$s,
                                "DnsConnector": "webhook", "DnsSettings": %1$s,
                                "RegistrarConnector": "webhook", "RegistrarSettings": %1$s,
                                "HostingConnector": "webhook", "HostingSettings": %1$s,
                                "MailConnector": "webhook", "MailSettings": %1$s},
                 "secrets": {"/support-pin/hook": "%2$s"}}
                """.formatted(settings, KEY));
        service = Service.in(Files.createDirectory(folder.resolve("data")), connectors);
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        if (receiver != null) {
            receiver.close();
        }
    }

    @BeforeEach
    void newCall() {
        receiver.seed("products", "basic", BillingJson.PRODUCT.write(product("basic", "44.64", "pro")));
        receiver.seed("products", "pro", BillingJson.PRODUCT.write(product("pro", "89.28")));
        seed("1001", "papadopoulou.gr", "Μαρία Παπαδοπούλου");
        seed("1002", "allo.gr", "Ελένη Γεωργίου");
        agent = service.agent();
        customer = service.customer("1001").activated();
        verification = agent.verified(customer);
        theirs = agent.verified(service.customer("1002").activated());
    }

    private static Product product(String id, String price, String... upgrades) {
        return new Product(
                new ProductId(id),
                NAME,
                Product.Kind.SERVICE,
                true,
                Map.of(BillingCycle.ANNUALLY, Money.euros(price)),
                Set.of(upgrades).stream().map(ProductId::new).collect(Collectors.toUnmodifiableSet()));
    }

    /** One thing of each kind, with the customer's id or name in its own. */
    private static void seed(String id, String domain, String person) {
        var holder = new CustomerId(id);
        var name = new DomainName(domain);
        var email = EmailAddress.parse("info@" + domain).orThrow();
        var now = service.now();
        var due = LocalDate.ofInstant(now, ZoneOffset.UTC).plusMonths(6);
        var contact = new Contact(person, email, Language.GREEK);
        receiver.seed("customers", id, BillingJson.CONTACT.write(contact));
        receiver.seed(
                "services",
                "svc-" + id,
                BillingJson.SERVICE.write(new org.supportpin.domain.billing.Service(
                        new ServiceId("svc-" + id),
                        holder,
                        new ProductId("basic"),
                        BillingCycle.ANNUALLY,
                        org.supportpin.domain.billing.Service.Status.ACTIVE,
                        due,
                        name,
                        null,
                        null)));
        receiver.seed(
                "orders",
                "own-" + id,
                OrderJson.ORDER.write(new Order(
                        new OrderId("own-" + id),
                        holder,
                        new OrderSubject.OfService(OrderSubject.Purpose.NEW, NAME, BillingCycle.ANNUALLY, name),
                        false,
                        new Invoice(
                                new InvoiceId("inv-" + id),
                                Money.euros("44.64"),
                                BankReference.of("907531000000000000900"),
                                due),
                        contact)));
        receiver.seed("domains", domain, RegistrarJson.DOMAIN.write(registered(holder, name, person, now)));
        receiver.seed("packages", "pkg-" + id, HostingJson.PACKAGE.write(hosting(holder, name)));
        receiver.seed(
                "zones",
                domain,
                DnsJson.ZONE.write(new Zone(
                        name,
                        holder,
                        List.of(new RecordSet(
                                new DnsName(domain), RecordType.inZone("A"), 3600, List.of("185.4.132.10"))))));
    }

    private static RegisteredDomain registered(CustomerId holder, DomainName name, String person, Instant now) {
        var contact = new org.supportpin.domain.registrar.Contact(
                new ContactId("con-" + holder.value()),
                holder,
                holder,
                new ContactDetails(
                        new PersonName(person),
                        EmailAddress.parse("info@" + name.ascii()).orThrow(),
                        new PhoneNumber("+306912345678")));
        return new RegisteredDomain(
                name,
                holder,
                contact,
                List.of(contact),
                new Nameservers(List.of(
                        new Nameserver(new DomainName("ns1.hoster.gr"), List.of()),
                        new Nameserver(new DomainName("ns2.hoster.gr"), List.of()))),
                RegisteredDomain.Status.ACTIVE,
                new RegisteredDomain.Submission(
                        RegisteredDomain.Submission.Kind.FIRST_REGISTRATION, now.minus(Duration.ofDays(2))),
                now.plus(Duration.ofDays(728)),
                Signing.NONE);
    }

    private static HostingPackage hosting(CustomerId holder, DomainName name) {
        return new HostingPackage(
                new PackageId("pkg-" + holder.value()),
                holder,
                name,
                List.of(),
                new PackagePlan("Basic", 5120),
                new PhpState(
                        new PhpVersion("8.3"),
                        Set.of(new PhpVersion("8.3"), new PhpVersion("8.4")),
                        Map.of(PhpSetting.MEMORY_LIMIT, "128M")),
                List.of(new Mailbox(EmailAddress.parse("info@" + name.ascii()).orThrow(), 1024, 903)),
                Set.of(new IpAddress("195.251.255.66")),
                List.of());
    }

    @ParameterizedTest
    @CsvSource({"1001, papadopoulou.gr, 1002, allo.gr", "1002, allo.gr, 1001, papadopoulou.gr"})
    void theAccountHasTheOwnThingsAlone(String own, String domain, String other, String othersDomain) {
        var account = agent.account(own.equals("1001") ? verification : theirs)
                .is(200)
                .body();

        assertThat(account.path("missing")).isEmpty();
        assertThat(account.path("domains").findValuesAsText("name")).containsExactly(domain);
        assertThat(account.at("/domains/0/zoneHosted").asBoolean()).isTrue();
        assertThat(account.path("services").findValuesAsText("serviceId")).containsExactly("svc-" + own);
        assertThat(account.path("orders").findValuesAsText("orderId")).contains("own-" + own);
        assertThat(account.path("packages").findValuesAsText("packageId")).containsExactly("pkg-" + own);
        assertThat(account.toString())
                .doesNotContain(othersDomain, "svc-" + other, "own-" + other, "pkg-" + other, "con-" + other);
        assertThat(service.log()).doesNotContain(KEY, "Παπαδοπούλου", "Γεωργίου");
    }

    @Test
    void aZoneIsShownToItsHolderAlone() {
        var zone = agent.zone(verification, "papadopoulou.gr").is(200).body();

        assertThat(zone.at("/recordSets/0/records/0").asText()).isEqualTo("185.4.132.10");
        var elsewhere = agent.zone(theirs, "papadopoulou.gr").isProblem(404, "not-found");
        var nowhere = agent.zone(theirs, "nowhere.gr").isProblem(404, "not-found");
        assertThat(elsewhere.besidesRequestId()).isEqualTo(nowhere.besidesRequestId());
    }

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "order-service | {'productId':'%s','billingCycle':'annually'} | pro | `` | none",
                "renew-service | {'serviceId':'%s'} | svc-1001 | svc-1002 | svc-99",
                "upgrade-service | {'serviceId':'%s','productId':'pro'} | svc-1001 | svc-1002 | svc-99",
                "send-order-details | {'orderId':'%s'} | own-1001 | own-1002 | own-99",
                "change-nameservers | {'domain':'%s','nameservers':[{'host':'ns8.example.com'},{'host':'ns9.example.com'}]} | papadopoulou.gr | allo.gr | niemand.gr",
                "change-domain-administrator | {'domain':'%s','administrator':{'name':'Νίκος Δημητρίου','email':'nikos.d@example.gr','phone':'+302101234567'}} | papadopoulou.gr | allo.gr | niemand.gr",
                "recall-gr-domain | {'domain':'%s'} | papadopoulou.gr | allo.gr | niemand.gr",
                "change-dns-records | {'domain':'%s','changes':[{'op':'upsert','name':'shop','type':'A','records':['195.251.255.21']}]} | papadopoulou.gr | allo.gr | niemand.gr",
                "change-hosting-settings | {'packageId':'%s','php':{'version':'8.4','settings':{'memory_limit':'256M'}},'dns':[{'op':'upsert','name':'shop','type':'A','records':['195.251.255.21']}]} | pkg-1001 | pkg-1002 | pkg-99",
                "apply-micro-fix | {'packageId':'%s','fix':'unban-address','arguments':{'address':'195.251.255.66'},'note':'Banned'} | pkg-1001 | pkg-1002 | pkg-99"
            })
    void whatThePreviewShowsIsWhatIsDone(String action, String template, String own, String others, String nobodys) {
        var parameters = template.replace('\'', '"');
        var before = receiver.kept();

        Previews.show(agent, verification, action, parameters.formatted(own));
        if (!others.isEmpty()) {
            Previews.hide(agent, verification, action, parameters.formatted(others), parameters.formatted(nobodys));
        }
        assertThat(receiver.kept()).isEqualTo(before);

        Previews.showWhatIsDone(agent, customer, verification, action, parameters.formatted(own));
        assertThat(receiver.kept()).isNotEqualTo(before);
    }
}
