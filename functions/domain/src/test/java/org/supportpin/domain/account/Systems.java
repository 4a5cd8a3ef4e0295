package org.supportpin.domain.account;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.billing.AccountHolder;
import org.supportpin.domain.billing.BilledDomain;
import org.supportpin.domain.billing.Billing;
import org.supportpin.domain.billing.BillingPlan;
import org.supportpin.domain.billing.ListedOrder;
import org.supportpin.domain.billing.Order;
import org.supportpin.domain.billing.OrderId;
import org.supportpin.domain.billing.PlacedOrder;
import org.supportpin.domain.billing.Product;
import org.supportpin.domain.billing.ProductId;
import org.supportpin.domain.billing.Renewal;
import org.supportpin.domain.billing.Service;
import org.supportpin.domain.billing.ServiceId;
import org.supportpin.domain.billing.ServiceOrder;
import org.supportpin.domain.billing.Upgrade;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.dns.ZoneEdit;
import org.supportpin.domain.hosting.Fix;
import org.supportpin.domain.hosting.FixState;
import org.supportpin.domain.hosting.HostingPackage;
import org.supportpin.domain.hosting.PackageId;
import org.supportpin.domain.hosting.PhpEdit;
import org.supportpin.domain.hosting.PhpState;
import org.supportpin.domain.hosting.WebHosting;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.listing.Gap;
import org.supportpin.domain.listing.Listing;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.AdministratorEdit;
import org.supportpin.domain.registrar.Contact;
import org.supportpin.domain.registrar.ContactId;
import org.supportpin.domain.registrar.DomainRecall;
import org.supportpin.domain.registrar.NameserverEdit;
import org.supportpin.domain.registrar.RegisteredDomain;
import org.supportpin.domain.registrar.Registrar;

/** Systems whose lists hold everything, whoever is asked for, and which change nothing. */
final class Systems {

    final List<AccountHolder> holders = new ArrayList<>();
    final List<Service> services = new ArrayList<>();
    final List<ListedOrder> orders = new ArrayList<>();
    final List<Product> products = new ArrayList<>();
    final List<Product> unlisted = new ArrayList<>();
    final List<BilledDomain> billed = new ArrayList<>();
    final List<RegisteredDomain> domains = new ArrayList<>();
    final List<Contact> contacts = new ArrayList<>();
    final List<HostingPackage> packages = new ArrayList<>();
    final List<Zone> zones = new ArrayList<>();
    final List<Throwable> unexpected = new ArrayList<>();

    /** What happens before an operation's answer. */
    private final Map<String, Runnable> first = new ConcurrentHashMap<>();

    boolean registrarLists = true;
    boolean billingListsDomains = true;

    AccountReader reader(Clock clock) {
        return new AccountReader(
                new TheirBilling(),
                new TheirZones(),
                new TheirRegistrar(),
                new TheirHosting(),
                clock,
                ZoneOffset.UTC,
                unexpected::add);
    }

    void fails(String operation, RuntimeException failure) {
        first.put(operation, () -> {
            throw failure;
        });
    }

    void isDown(String operation) {
        fails(operation, new BackOfficeUnavailable(operation));
    }

    /** It hangs for twenty seconds, whatever the deadline and whoever interrupts it. */
    void hangs(String operation) {
        first.put(operation, () -> {
            var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (System.nanoTime() < until) {
                var _ = Thread.interrupted();
                LockSupport.parkNanos(until - System.nanoTime());
            }
        });
    }

    private <T> T answer(String operation, T answer) {
        first.getOrDefault(operation, () -> {}).run();
        return answer;
    }

    private static UnsupportedOperationException unasked() {
        return new UnsupportedOperationException("no account needs it");
    }

    private final class TheirBilling implements Billing {

        @Override
        public Optional<AccountHolder> holder(CustomerId customer) {
            return answer("holder", holders.stream().findFirst());
        }

        @Override
        public Listing<Service> services(CustomerId customer) {
            return answer("services", Listing.of(services));
        }

        @Override
        public Listing<ListedOrder> orders(CustomerId customer) {
            return answer("orders", Listing.of(orders));
        }

        @Override
        public Listing<Product> products() {
            return answer("products", Listing.of(products));
        }

        @Override
        public Listing<BilledDomain> domains(CustomerId customer) {
            return answer("billed", billingListsDomains ? Listing.of(billed) : Listing.without(Gap.NOT_LISTED));
        }

        @Override
        public Optional<Product> findProduct(ProductId id) {
            return answer(
                    "product",
                    unlisted.stream().filter(each -> each.id().equals(id)).findFirst());
        }

        @Override
        public Optional<Service> findService(ServiceId id) {
            throw unasked();
        }

        @Override
        public Optional<Order> findOrder(OrderId id) {
            throw unasked();
        }

        @Override
        public CallOutcome<PlacedOrder> findByAction(ActionId id, BillingPlan plan) {
            throw unasked();
        }

        @Override
        public CallOutcome<PlacedOrder> placeOrder(ActionId id, ServiceOrder order) {
            throw unasked();
        }

        @Override
        public CallOutcome<PlacedOrder> renew(ActionId id, Renewal renewal) {
            throw unasked();
        }

        @Override
        public CallOutcome<PlacedOrder> upgrade(ActionId id, Upgrade upgrade) {
            throw unasked();
        }
    }

    private final class TheirZones implements DnsZones {

        @Override
        public Optional<Zone> zone(DomainName name) {
            return answer(
                    "zone " + name,
                    answer(
                            "zone",
                            zones.stream()
                                    .filter(each -> each.name().equals(name))
                                    .findFirst()));
        }

        @Override
        public CallOutcome<Zone> apply(ActionId id, ZoneEdit edit) {
            throw unasked();
        }
    }

    private final class TheirRegistrar implements Registrar {

        @Override
        public Listing<RegisteredDomain> domains(CustomerId customer) {
            return answer("domains", registrarLists ? Listing.of(domains) : Listing.without(Gap.NOT_LISTED));
        }

        @Override
        public Listing<Contact> contacts(CustomerId customer) {
            return answer("contacts", registrarLists ? Listing.of(contacts) : Listing.without(Gap.NOT_LISTED));
        }

        @Override
        public Optional<RegisteredDomain> domain(DomainName name) {
            return answer(
                    "domain " + name,
                    domains.stream().filter(each -> each.name().equals(name)).findFirst());
        }

        @Override
        public Optional<Contact> contact(ContactId id) {
            throw unasked();
        }

        @Override
        public CallOutcome<RegisteredDomain> setNameservers(ActionId id, NameserverEdit edit) {
            throw unasked();
        }

        @Override
        public CallOutcome<RegisteredDomain> recall(ActionId id, DomainRecall recall) {
            throw unasked();
        }

        @Override
        public CallOutcome<RegisteredDomain> setAdministrator(ActionId id, AdministratorEdit edit) {
            throw unasked();
        }
    }

    private final class TheirHosting implements WebHosting {

        @Override
        public Listing<HostingPackage> packages(CustomerId holder) {
            return answer("packages", Listing.of(packages));
        }

        @Override
        public Optional<HostingPackage> find(PackageId id) {
            throw unasked();
        }

        @Override
        public CallOutcome<PhpState> applySettings(ActionId id, PhpEdit edit) {
            throw unasked();
        }

        @Override
        public CallOutcome<FixState> applyFix(ActionId id, PackageId packageId, Fix fix) {
            throw unasked();
        }

        @Override
        public CallOutcome<FixState> findFix(ActionId id) {
            throw unasked();
        }
    }
}
