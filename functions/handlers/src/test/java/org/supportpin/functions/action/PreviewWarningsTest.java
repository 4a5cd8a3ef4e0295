package org.supportpin.functions.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.Warning;
import org.supportpin.domain.billing.OrderId;
import org.supportpin.domain.billing.Service;
import org.supportpin.domain.billing.Shop;
import org.supportpin.domain.hosting.Packages;
import org.supportpin.domain.hosting.PhpSetting;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.money.Money;
import org.supportpin.domain.registrar.Domains;
import org.supportpin.functions.action.ActionPlanner.Foreseen;

/** What the caller hears before each of the ten. */
class PreviewWarningsTest {

    private static final String RENEW = "{\"serviceId\":\"svc-1\"}";

    /** What is there, what is asked for, and the warnings in their order. */
    private record Case(
            String when, ActionName name, String parameters, Consumer<ActionHouse> before, List<String> codes) {

        Case(String when, ActionName name, String parameters, Consumer<ActionHouse> before, String... codes) {
            this(when, name, parameters, before, List.of(codes));
        }

        List<Warning> warnings() {
            var house = new ActionHouse();
            before.accept(house);
            return ((Foreseen) house.preview(name, parameters)).proposal().warnings();
        }
    }

    private static List<Case> cases() {
        return Stream.of(billing(), registrar(), hosting(), nothingChanges())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Case> billing() {
        return List.of(
                new Case(
                        "a new service",
                        ActionName.ORDER_SERVICE,
                        "{\"productId\":\"hosting-pro\",\"billingCycle\":\"annually\"}",
                        _ -> {},
                        "effective-on-payment"),
                new Case("a renewal in good time", ActionName.RENEW_SERVICE, RENEW, paidFor(8), "effective-on-payment"),
                new Case(
                        "a renewal in the last week",
                        ActionName.RENEW_SERVICE,
                        RENEW,
                        paidFor(7),
                        "effective-on-payment",
                        "service-expires-soon"),
                new Case(
                        "a renewal on the last day",
                        ActionName.RENEW_SERVICE,
                        RENEW,
                        paidFor(0),
                        "effective-on-payment",
                        "service-expires-soon"),
                new Case(
                        "a renewal a day late",
                        ActionName.RENEW_SERVICE,
                        RENEW,
                        paidFor(-1),
                        "effective-on-payment",
                        "service-expired"),
                new Case(
                        "a renewal a year late",
                        ActionName.RENEW_SERVICE,
                        RENEW,
                        paidFor(-366),
                        "effective-on-payment",
                        "service-expired",
                        "still-expired-after-renewal"),
                new Case(
                        "a renewal for longer",
                        ActionName.RENEW_SERVICE,
                        "{\"serviceId\":\"svc-1\",\"billingCycle\":\"biennially\"}",
                        paidFor(73),
                        "effective-on-payment",
                        "billing-cycle-changes"),
                new Case(
                        "a renewal for nothing",
                        ActionName.RENEW_SERVICE,
                        RENEW,
                        house -> house.billing.ownPrice = Money.euros("0.00"),
                        "nothing-to-pay"),
                new Case(
                        "an upgrade",
                        ActionName.UPGRADE_SERVICE,
                        "{\"serviceId\":\"svc-1\",\"productId\":\"hosting-pro\"}",
                        _ -> {},
                        "effective-on-payment",
                        "price-until-renewal"),
                new Case(
                        "a mail",
                        ActionName.SEND_ORDER_DETAILS,
                        "{\"orderId\":\"ord-1\"}",
                        mailed(1),
                        "cannot-be-undone"),
                new Case(
                        "the last mail of the day",
                        ActionName.SEND_ORDER_DETAILS,
                        "{\"orderId\":\"ord-1\"}",
                        mailed(2),
                        "cannot-be-undone",
                        "last-mail"));
    }

    private static List<Case> registrar() {
        return List.of(
                new Case(
                        "a recall",
                        ActionName.RECALL_GR_DOMAIN,
                        "{\"domain\":\"papadopoulou.gr\"}",
                        _ -> {},
                        "cannot-be-undone",
                        "name-becomes-available"),
                new Case(
                        "an administrator who is somebody else",
                        ActionName.CHANGE_DOMAIN_ADMINISTRATOR,
                        "{\"domain\":\"papadopoulou.gr\",\"administrator\":{\"contactId\":\"con-2\"}}",
                        _ -> {},
                        "caller-not-administrator-afterwards"),
                new Case(
                        "an administrator who is described",
                        ActionName.CHANGE_DOMAIN_ADMINISTRATOR,
                        """
                        {"domain":"papadopoulou.gr","administrator":
                          {"name":"Νίκος Δημητρίου","email":"nikos.d@example.gr","phone":"+302101234567"}}""",
                        _ -> {},
                        "caller-not-administrator-afterwards"),
                new Case(
                        "an administrator who is the customer under another contact",
                        ActionName.CHANGE_DOMAIN_ADMINISTRATOR,
                        "{\"domain\":\"papadopoulou.gr\",\"administrator\":{\"contactId\":\"con-9\"}}",
                        house -> house.registrar.with(Domains.contact(
                                "con-9", Domains.MARIA_ID, Domains.MARIA_ID, "Μαρία Π", "m@example.gr"))));
    }

    private static List<Case> hosting() {
        return List.of(
                php("another version", "{\"version\":\"8.4\"}", _ -> {}, "php-version-changes"),
                php("a limit", "{\"settings\":{\"memory_limit\":\"256M\"}}", _ -> {}),
                php("errors on", "{\"settings\":{\"display_errors\":\"on\"}}", _ -> {}, "errors-shown-to-visitors"),
                php(
                        "errors off",
                        "{\"settings\":{\"display_errors\":\"off\"}}",
                        house -> house.hosting.hosting =
                                Packages.with(house.hosting.there(), PhpSetting.DISPLAY_ERRORS, "on")),
                fix("\"restart-php\"", "requests-interrupted"),
                fix("\"clear-cache\"", "slower-at-first"),
                fix("\"repair-permissions\"", "cannot-be-undone"),
                fix("\"reissue-certificate\""),
                fix("\"unban-address\",\"arguments\":{\"address\":\"195.251.255.66\"}", "may-be-banned-again"),
                fix(
                        "\"raise-mailbox-quota\",\"arguments\":{\"mailbox\":\"info@papadopoulou.gr\",\"quotaMb\":2048}",
                        "quota-not-lowered-by-phone"));
    }

    private static List<Case> nothingChanges() {
        return List.of(
                php("the version that it has", "{\"version\":\"8.3\"}", _ -> {}, "nothing-changes"),
                new Case("a record that is there", ActionName.CHANGE_DNS_RECORDS, """
                        {"domain":"papadopoulou.gr","changes":[
                          {"op":"upsert","name":"www","type":"A","ttl":3600,"records":["195.251.255.1"]}]}""", _ -> {}, "nothing-changes"),
                new Case(
                        "the nameservers that it has",
                        ActionName.CHANGE_NAMESERVERS,
                        "{\"domain\":\"papadopoulou.gr\",\"nameservers\":[{\"host\":\"ns2.hoster.gr\"},{\"host\":\"ns1.hoster.gr\"}]}",
                        _ -> {},
                        "nothing-changes"));
    }

    private static Case php(String when, String php, Consumer<ActionHouse> before, String... codes) {
        return new Case(
                when,
                ActionName.CHANGE_HOSTING_SETTINGS,
                "{\"packageId\":\"pkg-1\",\"php\":" + php + "}",
                before,
                codes);
    }

    private static Case fix(String fix, String... codes) {
        return new Case(
                fix,
                ActionName.APPLY_MICRO_FIX,
                "{\"packageId\":\"pkg-1\",\"fix\":" + fix + ",\"note\":\"The caller asked for it.\"}",
                _ -> {},
                codes);
    }

    /** The clock of the house shows Shop.TODAY. */
    private static Consumer<ActionHouse> paidFor(int days) {
        var usual = Shop.service();
        return house -> house.billing.put(new Service(
                usual.id(),
                usual.customer(),
                usual.product(),
                usual.cycle(),
                Service.Status.ACTIVE,
                Shop.TODAY.plusDays(days),
                usual.name(),
                null,
                null));
    }

    private static Consumer<ActionHouse> mailed(int times) {
        return house -> {
            for (int mail = 0; mail < times; mail++) {
                var sent = new ActionId("m".repeat(23) + mail);
                house.mailLog.write(house.mailLog.of(new OrderId("ord-1")).with(sent, house.clock.instant()));
            }
        };
    }

    @TestFactory
    Stream<DynamicTest> theCallerHearsFirst() {
        return cases().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.name().text() + ": " + each.when(),
                        () -> assertThat(each.warnings())
                                .extracting(Warning::code)
                                .containsExactlyElementsOf(each.codes())));
    }

    @Test
    void everyWarningHasItsOwnWordsInBothLanguages() {
        assertThat(cases().stream().map(Case::warnings).flatMap(List::stream)).allSatisfy(warning -> {
            assertThat(warning.text().in(Language.GREEK)).matches(".*\\p{IsGreek}.*\\.");
            assertThat(warning.text().in(Language.ENGLISH)).matches("[\\p{ASCII}]+\\.");
        });
    }

    /** Nameservers and zones are warned of by rules of their own. */
    @Test
    void eachOfTheTenIsConsidered() {
        assertThat(cases().stream().map(Case::name)).hasSameElementsAs(Set.of(ActionName.values()));
    }
}
