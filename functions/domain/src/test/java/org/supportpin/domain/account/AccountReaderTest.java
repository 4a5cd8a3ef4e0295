package org.supportpin.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.supportpin.domain.account.Account.Missing;
import org.supportpin.domain.account.Account.OwnDomain;
import org.supportpin.domain.account.Account.Part;
import org.supportpin.domain.billing.AccountHolder;
import org.supportpin.domain.billing.BilledDomain;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.ListedOrder;
import org.supportpin.domain.billing.OrderId;
import org.supportpin.domain.billing.Service;
import org.supportpin.domain.billing.ServiceId;
import org.supportpin.domain.billing.Shop;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.hosting.Packages;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.listing.Gap;
import org.supportpin.domain.listing.Listing;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.Contact;
import org.supportpin.domain.registrar.ContactId;
import org.supportpin.domain.registrar.Domains;
import org.supportpin.domain.registrar.RegisteredDomain;
import org.supportpin.domain.registrar.RegisteredDomain.Status;

class AccountReaderTest {

    private static final CustomerId MARIA = new CustomerId("1001");
    private static final CustomerId ELENI = new CustomerId("1002");
    private static final DomainName OWN = new DomainName("papadopoulou.gr");
    private static final DomainName THEIRS = new DomainName("allo.gr");

    /** Of another registrar, so that nobody sees who it is. */
    private static final Contact HIDDEN = new Contact(new ContactId("con-7"), MARIA, null, null);

    private static final Missing NO_CONTACTS = new Missing(Part.CONTACTS, Gap.NOT_LISTED);

    private final Systems systems = new Systems();
    private final AccountReader reader =
            systems.reader(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    @BeforeEach
    void fill() {
        systems.holders.add(new AccountHolder(MARIA, "Μαρία", Language.ENGLISH));
        systems.products.addAll(List.of(Shop.BASIC, Shop.PRO, Shop.DOMAIN));
        systems.services.addAll(List.of(Shop.service(), of(ELENI, "svc-9")));
        systems.orders.addAll(List.of(ListedOrder.of(Shop.order()), order(ELENI, "ord-9", false)));
        systems.domains.addAll(List.of(Domains.domain("papadopoulou.gr", Domains.MARIA, Domains.MARIA), theirs()));
        systems.contacts.addAll(List.of(Domains.MARIA, Domains.GIORGOS, Domains.ELENI));
        systems.packages.addAll(List.of(Packages.usual(), Packages.heldBy(Packages.usual(), "1002")));
        systems.zones.addAll(List.of(new Zone(OWN, MARIA, List.of()), new Zone(THEIRS, ELENI, List.of())));
    }

    private static Service of(CustomerId customer, String id) {
        var usual = Shop.service();
        return new Service(
                new ServiceId(id),
                customer,
                usual.product(),
                usual.cycle(),
                usual.status(),
                usual.nextDue(),
                THEIRS,
                null,
                null);
    }

    private static RegisteredDomain theirs() {
        var usual = Domains.domain("allo.gr", Domains.ELENI, Domains.ELENI);
        return new RegisteredDomain(
                usual.name(),
                ELENI,
                usual.owner(),
                usual.administrators(),
                usual.nameservers(),
                usual.status(),
                usual.submission(),
                usual.expiresAt(),
                usual.signing());
    }

    private static ListedOrder order(CustomerId customer, String id, boolean paid) {
        var usual = ListedOrder.of(Shop.order());
        return new ListedOrder(
                new OrderId(id),
                customer,
                usual.purpose(),
                usual.product(),
                usual.name(),
                usual.cycle(),
                paid,
                usual.amount(),
                usual.due());
    }

    private Account read() {
        return reader.read(MARIA, Language.GREEK);
    }

    @Nested
    class WhateverTheSystemsList {

        @Test
        void onlyTheCustomersOwnIsShown() {
            var account = read();

            assertThat(account.services())
                    .singleElement()
                    .satisfies(each -> assertThat(each.service()).isEqualTo(Shop.service()));
            assertThat(account.orders()).containsExactly(ListedOrder.of(Shop.order()));
            assertThat(account.packages()).containsExactly(Packages.usual());
            assertThat(account.domains()).extracting(OwnDomain::name).containsExactly(OWN);
            assertThat(account.contacts()).containsExactly(Domains.GIORGOS, Domains.MARIA);
            assertThat(account.missing()).isEmpty();
        }

        @Test
        void anotherHolderIsNotNamed() {
            systems.holders.clear();
            systems.holders.add(new AccountHolder(ELENI, "Ελένη", null));

            var account = read();

            assertThat(account.name()).isNull();
            assertThat(account.language()).isEqualTo(Language.GREEK);
            assertThat(account.missing()).containsExactly(new Missing(Part.CUSTOMER, Gap.NOT_LISTED));
        }

        @Test
        void anotherCustomersZoneIsHostedForNobodyElse() {
            systems.zones.clear();
            systems.zones.add(new Zone(OWN, ELENI, List.of()));

            assertThat(read().domains())
                    .singleElement()
                    .extracting(OwnDomain::hosted)
                    .isEqualTo(false);
            assertThat(reader.zone(MARIA, OWN)).isEmpty();
        }

        @Test
        void aRecalledDomainIsGone() {
            systems.domains.set(0, systems.domains.getFirst().with(Status.RECALLED));
            systems.zones.clear();

            assertThat(read().domains()).isEmpty();
        }

        @Test
        void atMostTwoHundredOfAKindAreShown() {
            IntStream.range(0, 300).forEach(i -> systems.orders.add(order(MARIA, "o-" + i, true)));

            assertThat(read().orders()).hasSizeLessThanOrEqualTo(Listing.MOST);
            assertThat(read().missing()).containsExactly(new Missing(Part.ORDERS, Gap.MORE));
        }
    }

    @Test
    void unpaidOrdersComeFirst() {
        systems.orders.addFirst(order(MARIA, "ord-0", true));

        assertThat(read().orders()).extracting(each -> each.id().value()).containsExactly("ord-1", "ord-0");
    }

    @Test
    void aServiceShowsItsRenewalsAndUpgrades() {
        assertThat(read().services()).singleElement().satisfies(own -> {
            assertThat(own.product()).isEqualTo(Shop.BASIC);
            assertThat(own.renewals())
                    .extracting(each -> each.cycle())
                    .containsExactly(BillingCycle.ANNUALLY, BillingCycle.BIENNIALLY);
            assertThat(own.upgrades()).extracting(each -> each.to()).containsExactly(Shop.PRO.id());
        });
    }

    @Test
    void aProductThatIsNotListedIsAskedFor() {
        systems.products.remove(Shop.BASIC);
        systems.unlisted.add(Shop.BASIC);

        assertThat(read().services())
                .singleElement()
                .satisfies(own -> assertThat(own.product()).isEqualTo(Shop.BASIC));
    }

    @Test
    void zonesOfDomainsThatAreRegisteredElsewhereAreShown() {
        systems.domains.clear();

        assertThat(read().domains()).containsExactly(new OwnDomain(OWN, null, true));
    }

    @Nested
    class ARegistryThatListsNothing {

        @BeforeEach
        void listsNothing() {
            systems.registrarLists = false;
        }

        @Test
        void isAskedForEachDomainThatIsPaidFor() {
            systems.billed.addAll(List.of(new BilledDomain(OWN, MARIA), new BilledDomain(THEIRS, ELENI)));

            assertThat(read().domains()).containsExactly(new OwnDomain(OWN, systems.domains.getFirst(), true));
            assertThat(read().missing()).containsExactly(NO_CONTACTS);
        }

        /** Billing may be wrong; the registry decides. */
        @Test
        void isBelievedAboutWhoseADomainIs() {
            systems.billed.add(new BilledDomain(THEIRS, MARIA));

            assertThat(read().domains()).extracting(OwnDomain::name).doesNotContain(THEIRS);
        }

        /** With the registry silent, nothing but billing's own answer says whose it is. */
        @Test
        void isNotAskedForWhatAnotherPaysFor() {
            systems.billed.addAll(List.of(new BilledDomain(OWN, MARIA), new BilledDomain(THEIRS, ELENI)));
            systems.isDown("domain " + THEIRS);

            assertThat(read().domains()).extracting(OwnDomain::name).containsExactly(OWN);
            assertThat(read().missing()).containsExactly(NO_CONTACTS);
        }

        /** They are not all who can be chosen, so the agent is told that there is no list. */
        @Test
        void showsTheContactsOfTheDomains() {
            systems.billed.add(new BilledDomain(OWN, MARIA));
            systems.domains.set(
                    0,
                    Domains.domain("papadopoulou.gr", Domains.NIKOS, Domains.MARIA)
                            .withAdministrators(List.of(Domains.MARIA, Domains.ELENI, HIDDEN)));

            assertThat(read().contacts()).containsExactly(Domains.MARIA, Domains.NIKOS);
            assertThat(read().missing()).containsExactly(NO_CONTACTS);
        }

        @Test
        void mayKnowTheDomainsOfServices() {
            systems.billingListsDomains = false;
            systems.services.add(new Service(
                    new ServiceId("svc-dom"),
                    MARIA,
                    Shop.DOMAIN.id(),
                    BillingCycle.BIENNIALLY,
                    Service.Status.ACTIVE,
                    Shop.TODAY.plusDays(9),
                    OWN,
                    null,
                    null));

            assertThat(read().domains()).containsExactly(new OwnDomain(OWN, systems.domains.getFirst(), true));
        }

        @Test
        void leavesTheNameOfADomainThatItDoesNotAnswerFor() {
            systems.billed.addAll(
                    List.of(new BilledDomain(OWN, MARIA), new BilledDomain(new DomainName("nea.gr"), MARIA)));
            systems.isDown("domain nea.gr");

            var account = read();

            assertThat(account.domains())
                    .containsExactly(
                            new OwnDomain(new DomainName("nea.gr"), null, false),
                            new OwnDomain(OWN, systems.domains.getFirst(), true));
            assertThat(account.missing()).containsExactly(new Missing(Part.DOMAINS, Gap.UNAVAILABLE), NO_CONTACTS);
        }
    }

    @Nested
    class ASystemThatDoesNotAnswer {

        @ParameterizedTest
        @EnumSource(names = {"SERVICES", "ORDERS", "PACKAGES", "PRODUCTS", "DOMAINS", "CONTACTS", "CUSTOMER"})
        void costsItsOwnPart(Part part) {
            systems.isDown(part == Part.CUSTOMER ? "holder" : part.text());

            var account = read();

            assertThat(account.missing()).containsExactly(new Missing(part, Gap.UNAVAILABLE));
            assertThat(account.orders().isEmpty()).isEqualTo(part == Part.ORDERS);
            assertThat(account.packages().isEmpty()).isEqualTo(part == Part.PACKAGES);
            assertThat(account.services().isEmpty()).isEqualTo(part == Part.SERVICES);
            assertThat(systems.unexpected).isEmpty();
        }

        @Test
        void aboutOneZoneLeavesTheOthersKnown() {
            systems.domains.add(Domains.domain("nea.gr", Domains.MARIA, Domains.MARIA));
            systems.isDown("zone nea.gr");

            var account = read();

            assertThat(account.domains())
                    .extracting(each -> each.name().ascii(), OwnDomain::hosted)
                    .containsExactly(tuple("nea.gr", null), tuple("papadopoulou.gr", true));
            assertThat(account.missing()).containsExactly(new Missing(Part.ZONES, Gap.UNAVAILABLE));
        }

        @Test
        void orFailsForAReasonOfOursIsReportedAndCostsItsOwnPartToo() {
            var failure = new IllegalStateException("test");
            systems.fails("orders", failure);

            assertThat(read().missing()).containsExactly(new Missing(Part.ORDERS, Gap.UNAVAILABLE));
            assertThat(systems.unexpected).containsExactly(failure);
        }

        @Test
        void andHangsCostsOnlyTheTimeForLists() {
            systems.hangs("orders");
            var started = System.nanoTime();

            var account = read();

            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(8));
            assertThat(account.missing()).containsExactly(new Missing(Part.ORDERS, Gap.UNAVAILABLE));
            assertThat(account.services()).hasSize(1);
            assertThat(account.domains()).containsExactly(new OwnDomain(OWN, systems.domains.getFirst(), true));
        }

        @Test
        void andHangsAboutZonesLeavesTheDomains() {
            systems.hangs("zone");

            var account = read();

            assertThat(account.domains()).containsExactly(new OwnDomain(OWN, systems.domains.getFirst(), null));
            assertThat(account.missing()).containsExactly(new Missing(Part.ZONES, Gap.UNAVAILABLE));
        }

        @Test
        void andHangsAboutAProductLeavesTheServices() {
            systems.products.remove(Shop.BASIC);
            systems.hangs("product");

            assertThat(read().services())
                    .singleElement()
                    .satisfies(own -> assertThat(own.service()).isEqualTo(Shop.service()));
        }

        @Test
        void costsNoMoreThanTheFunctionHasLeft() {
            systems.hangs("packages");
            var started = System.nanoTime();

            var account = Deadline.NONE
                    .within(Duration.ofMillis(500))
                    .<Account, RuntimeException>hold(AccountReaderTest.this::read);

            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
            assertThat(account.orders()).hasSize(1);
        }
    }
}
