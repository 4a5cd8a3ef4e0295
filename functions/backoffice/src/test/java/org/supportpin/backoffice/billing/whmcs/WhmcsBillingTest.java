package org.supportpin.backoffice.billing.whmcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.backoffice.testing.StubServer;
import org.supportpin.backoffice.testing.StubServer.Asked;
import org.supportpin.backoffice.testing.StubServer.Behaviour;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.billing.Billing;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.BillingPlan;
import org.supportpin.domain.billing.BillingRules;
import org.supportpin.domain.billing.InvoiceId;
import org.supportpin.domain.billing.OrderId;
import org.supportpin.domain.billing.PlacedOrder;
import org.supportpin.domain.billing.ProductId;
import org.supportpin.domain.billing.Renewal;
import org.supportpin.domain.billing.Service;
import org.supportpin.domain.billing.ServiceId;
import org.supportpin.domain.billing.ServiceOrder;
import org.supportpin.domain.billing.Upgrade;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.money.Money;

/** What is particular to WHMCS: how orders are distinguished, payment methods, and what it does not do. */
class WhmcsBillingTest {

    private static final ActionId ID = new ActionId("Ab_-AAAAAAAAAAAAAAAAAAAA");
    /** With every character that has a meaning in a form, and Greek. */
    private static final String SECRET = "a&secret=b%26c+d e;'\"<Ω>\\";

    private final WhmcsServer whmcs = Whmcs.fill(new WhmcsServer(SECRET));
    private final StubServer server = StubServer.start().does(whmcs::answer);
    private final Billing billing = new WhmcsBilling(
            Whmcs.settings(server.endpoint(), new SecretReference("/support-pin/whmcs")),
            _ -> new Secret(SECRET),
            new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10)));

    @AfterEach
    void nothingElseWasAsked() {
        server.close();
        assertThat(whmcs.faults()).isEmpty();
    }

    static Stream<Arguments> plans() {
        return Stream.of(
                Arguments.of("AddOrder", Whmcs.order()),
                Arguments.of("GenInvoices", Whmcs.renewal(Whmcs.FIRST)),
                Arguments.of("UpgradeProduct", Whmcs.upgrade(Whmcs.SECOND)));
    }

    private CallOutcome<PlacedOrder> carryOut(BillingPlan plan) {
        return switch (plan) {
            case ServiceOrder order -> billing.placeOrder(ID, order);
            case Renewal renewal -> billing.renew(ID, renewal);
            case Upgrade upgrade -> billing.upgrade(ID, upgrade);
        };
    }

    private static boolean is(Asked request, String action) {
        var form = WhmcsServer.form(request);
        return form.getOrDefault("action", "").equals(action)
                && !form.getOrDefault("calconly", "").equals("1");
    }

    private List<Map<String, String>> asked(String action) {
        return server.asked().stream()
                .filter(each -> is(each, action))
                .map(WhmcsServer::form)
                .toList();
    }

    private static void isRefused(CallOutcome<?> effect, String rule) {
        assertThat(effect)
                .isInstanceOfSatisfying(
                        CallOutcome.Refused.class,
                        refused -> assertThat(refused.refusal().rule()).isEqualTo(rule));
    }

    @Nested
    class OnTheWire {

        @Test
        void anOrderIsThisFormAndNothingMore() {
            assertThat(billing.placeOrder(ID, Whmcs.order())).isInstanceOf(CallOutcome.Done.class);
            var sent = server.asked().stream()
                    .filter(each -> is(each, "AddOrder"))
                    .findFirst()
                    .orElseThrow();

            assertThat(sent.text())
                    .isEqualTo("action=AddOrder&clientid=1001&paymentmethod=banktransfer&pid%5B0%5D=1"
                            + "&billingcycle%5B0%5D=annually&domain%5B0%5D=papadopoulou.gr"
                            + "&noinvoice=0&noinvoiceemail=0&noemail=0&notes=support-pin%3AAb_-AAAAAAAAAAAAAAAAAAAA"
                            + credentials());
        }

        private String credentials() {
            var secret = "a%26secret%3Db%2526c%2Bd+e%3B%27%22%3C%CE%A9%3E%5C";
            return "&identifier=" + secret + "&secret=" + secret + "&responsetype=json&accesskey=" + secret;
        }

        @Test
        void whatMeansSomethingInAFormIsAValueLikeAnyOther() {
            var hostile = "a=b&c%26d+e f;\"'\r\n\u0000<Ωμέγα>\\🙂";
            var form = Form.of("x").put("name[" + hostile + "]", hostile).put("after", 1);
            var request = new Asked("POST", "/", Map.of(), form.content());

            assertThat(request.text()).matches("[A-Za-z0-9=&%+._*-]+").doesNotContain("\r", "\n", "\u0000");
            assertThat(WhmcsServer.form(request))
                    .isEqualTo(Map.of("action", "x", "name[" + hostile + "]", hostile, "after", "1"));
            assertThat(form).asString().doesNotContain("hostile", "Ω", "%");
        }

        /** Nothing can be accepted, registered, paid or discounted. */
        @Test
        void thereIsNoOtherCall() {
            assertThat(Call.class.getDeclaredConstructors())
                    .allMatch(constructor -> Modifier.isPrivate(constructor.getModifiers()));
            assertThat(Arrays.stream(Call.class.getDeclaredMethods())
                            .filter(method ->
                                    method.getReturnType() == Call.class && !Modifier.isPrivate(method.getModifiers()))
                            .map(Method::getName))
                    .containsExactlyInAnyOrder(
                            "getProduct",
                            "listProducts",
                            "listServices",
                            "listDomains",
                            "getService",
                            "getClient",
                            "servicesFor",
                            "getOrder",
                            "listOrders",
                            "getInvoice",
                            "listInvoices",
                            "addOrder",
                            "generateInvoice",
                            "setPaymentMethod",
                            "setNotes",
                            "mailInvoice",
                            "calculate",
                            "upgrade");
        }

        @Test
        void aServersNameGoesAsAHostName() {
            whmcs.products.put(3L, "36.00");
            var settings = Whmcs.settings(server.endpoint(), new SecretReference("/support-pin/whmcs"));
            var selling = new WhmcsBilling(
                    new WhmcsSettings(
                            new WhmcsAccess(
                                    settings.access().endpoint(),
                                    settings.access().identifier(),
                                    settings.access().secret(),
                                    null),
                            settings.paymentMethod(),
                            settings.currency(),
                            settings.addedVat(),
                            Map.of(new ProductId("3"), java.util.Set.of()),
                            settings.reference()),
                    _ -> new Secret(SECRET),
                    Timeouts.USUAL);
            var order = new ServiceOrder(
                    Whmcs.MARIA, new ProductId("3"), BillingCycle.ANNUALLY, Whmcs.NAME, Money.euros("44.64"));

            assertThat(selling.placeOrder(ID, order)).isInstanceOf(CallOutcome.Done.class);
            assertThat(asked("AddOrder").getFirst())
                    .containsEntry("hostname[0]", "papadopoulou.gr")
                    .doesNotContainKeys("domain[0]", "accesskey");
        }
    }

    @Nested
    class Payment {

        /** WHMCS gives a renewal's invoice the service's own payment method. */
        @Test
        void aRenewalIsPaidByBankTransferToo() {
            assertThat(billing.renew(ID, Whmcs.renewal(Whmcs.FIRST))).isInstanceOf(CallOutcome.Done.class);

            assertThat(whmcs.invoices.values())
                    .extracting(WhmcsServer.Invoice::method)
                    .containsOnly("banktransfer");
        }

        @Test
        void anInvoiceThatStaysWithAnotherMethodIsUnknown() {
            server.does(request -> is(request, "UpdateInvoice")
                    ? Behaviour.says(200, "{\"result\":\"success\",\"invoiceid\":\"901\"}")
                    : whmcs.answer(request));
            var renewal = Whmcs.renewal(Whmcs.FIRST);

            assertThat(billing.renew(ID, renewal)).isInstanceOf(CallOutcome.Unknown.class);
            assertThat(billing.findByAction(ID, renewal)).isInstanceOf(CallOutcome.Unknown.class);
        }

        @Test
        void anOrderThatShowsAnotherMethodIsUnknown() {
            server.does(request -> {
                var answer = whmcs.answer(request);
                whmcs.invoices.replaceAll((id, each) -> each.with("stripe", each.notes()));
                return answer;
            });

            assertThat(billing.placeOrder(ID, Whmcs.order())).isInstanceOf(CallOutcome.Unknown.class);
            assertThat(billing.findByAction(ID, Whmcs.order())).isInstanceOf(CallOutcome.Unknown.class);
            assertThat(billing.upgrade(new ActionId("B".repeat(24)), Whmcs.upgrade(Whmcs.FIRST)))
                    .isInstanceOf(CallOutcome.Unknown.class);
        }

        @Test
        void whoPaysInAnotherCurrencyIsNotServed() {
            whmcs.currency = "USD";

            assertThat(billing.findService(Whmcs.FIRST)).isEmpty();
            assertThat(billing.findOrder(new OrderId("400"))).isEmpty();
            isRefused(billing.placeOrder(ID, Whmcs.order()), "back-office-refused");
            isRefused(billing.renew(ID, Whmcs.renewal(Whmcs.FIRST)), BillingRules.PRICE_CHANGED);
        }

        /** The closed list of statuses. What can be neither paid nor called paid has no details to send. */
        @ParameterizedTest
        @CsvSource({
            "Unpaid, unpaid",
            "Paid, paid",
            "Payment Pending, paid",
            "Refunded, paid",
            "Draft, none",
            "Cancelled, none",
            "Collections, none",
            "Whatever, none"
        })
        void theStatusOfAnInvoiceIsRead(String status, String expected) {
            whmcs.invoices.replaceAll((id, each) -> each.with(status));

            assertThat(billing.findOrder(new OrderId("400"))
                            .map(order -> order.paid() ? "paid" : "unpaid")
                            .orElse("none"))
                    .isEqualTo(expected);
        }

        /** The mail that WHMCS would send by itself names the service's own method. */
        @Test
        void theMailAboutARenewalNamesTheBankTransfer() {
            assertThat(billing.renew(ID, Whmcs.renewal(Whmcs.FIRST))).isInstanceOf(CallOutcome.Done.class);

            assertThat(whmcs.mails).containsExactly("901 banktransfer");
        }

        /** The renewal stands; the customer hears the amount from the agent. */
        @Test
        void aMailThatFailsUndoesNothing() {
            server.does(request -> is(request, "SendEmail") ? new Behaviour.Drops() : whmcs.answer(request));

            assertThat(billing.renew(ID, Whmcs.renewal(Whmcs.FIRST))).isInstanceOf(CallOutcome.Done.class);
        }

        /** WHMCS may put a client's credit to an invoice at once, and so pay it. */
        @ParameterizedTest
        @CsvSource({"10.00, 34.64", "44.64, 0.00", "100.00, 0.00"})
        void creditLeavesTheRestToPay(String credit, String due) {
            whmcs.credit = new BigDecimal(credit);
            var renewed = billing.renew(ID, Whmcs.renewal(Whmcs.FIRST));

            assertThat(renewed)
                    .isInstanceOfSatisfying(
                            CallOutcome.Done.class,
                            done -> assertThat(((PlacedOrder) done.result()).amountDue())
                                    .isEqualTo(Money.euros(due)));
            assertThat(billing.findByAction(ID, Whmcs.renewal(Whmcs.FIRST))).isEqualTo(renewed);
            assertThat(billing.renew(ID, Whmcs.renewal(Whmcs.FIRST))).isEqualTo(renewed);
        }

        /** What is being paid, or is with a collector, was invoiced. */
        @ParameterizedTest
        @ValueSource(strings = {"Unpaid", "Draft", "Payment Pending", "Collections"})
        void anInvoiceThatIsOpenInAnyWayIsTheRenewals(String status) {
            var id = whmcs.invoice(1001, "stripe", "", new WhmcsServer.Item("Hosting", 10, "36.00"));
            whmcs.invoices.computeIfPresent(id, (key, each) -> each.with(status));

            assertThat(billing.findService(Whmcs.FIRST).orElseThrow().renewalInvoice())
                    .contains(new InvoiceId(Long.toString(id)));
            isRefused(billing.renew(ID, Whmcs.renewal(Whmcs.FIRST)), BillingRules.RENEWAL_ALREADY_INVOICED);
        }

        /** Customers see an invoice's notes, in their panel and in print. */
        @Test
        void noInvoiceShowsTheActionsMark() {
            billing.placeOrder(ID, Whmcs.order());
            billing.renew(new ActionId("B".repeat(24)), Whmcs.renewal(Whmcs.FIRST));
            billing.upgrade(new ActionId("C".repeat(24)), Whmcs.upgrade(Whmcs.SECOND));

            assertThat(whmcs.invoices).hasSize(4);
            assertThat(whmcs.invoices.values())
                    .extracting(WhmcsServer.Invoice::notes)
                    .containsOnly("");
        }

        @Test
        void aServicesOwnNotesStay() {
            whmcs.serviceNotes.put(10L, "VIP & φίλος\n2nd line");
            billing.renew(ID, Whmcs.renewal(Whmcs.FIRST));

            assertThat(whmcs.serviceNotes.get(10L))
                    .isEqualTo("VIP & φίλος\n2nd line\nsupport-pin:" + ID + " invoice 901");
        }
    }

    @Nested
    class NothingInvoiced {

        /** numcreated = 0 is not a success. */
        @Test
        void noInvoiceIsARefusal() {
            server.does(request -> is(request, "GenInvoices")
                    ? Behaviour.says(200, "{\"result\":\"success\",\"numcreated\":0}")
                    : whmcs.answer(request));

            isRefused(billing.renew(ID, Whmcs.renewal(Whmcs.FIRST)), "back-office-refused");
            assertThat(whmcs.invoices).hasSize(1);
            assertThat(asked("UpdateInvoice")).isEmpty();
        }

        /** WHMCS invoices a service only while it is active or pending. */
        @Test
        void aSuspendedServiceCannotBeRenewed() {
            whmcs.services.computeIfPresent(
                    10L,
                    (id, was) -> new WhmcsServer.Service(
                            id,
                            was.client(),
                            was.product(),
                            was.cycle(),
                            "Suspended",
                            was.nextDue(),
                            was.amount(),
                            was.name()));

            assertThat(billing.quote(Whmcs.renewal(Whmcs.FIRST)))
                    .isInstanceOfSatisfying(
                            Verdict.Refused.class,
                            refused -> assertThat(refused.refusal().rule()).isEqualTo("service-not-renewable"));
            isRefused(billing.renew(ID, Whmcs.renewal(Whmcs.FIRST)), "service-not-renewable");
            assertThat(asked("GenInvoices")).isEmpty();
        }

        /** Two at the same time, or a version that names another: the invoice must be for the service. */
        @Test
        void theInvoiceThatWhmcsNamesIsLookedAt() {
            server.does(request -> is(request, "GenInvoices")
                    ? Behaviour.says(
                            200,
                            new String(
                                            ((Behaviour.Says) whmcs.answer(request))
                                                    .body()
                                                    .bytes(),
                                            java.nio.charset.StandardCharsets.UTF_8)
                                    .replace("\"901\"", "\"900\""))
                    : whmcs.answer(request));

            assertThat(billing.renew(ID, Whmcs.renewal(Whmcs.FIRST)))
                    .isInstanceOfSatisfying(
                            CallOutcome.Done.class,
                            done -> assertThat(((PlacedOrder) done.result()).invoice())
                                    .isEqualTo(new InvoiceId("901")));
            assertThat(asked("GenInvoices").getFirst())
                    .containsEntry("clientid", "1001")
                    .containsEntry("noemails", "1");
        }

        @Test
        void anInvoiceThatIsSaidAndNotThereIsUnknown() {
            server.does(request -> is(request, "GenInvoices")
                    ? Behaviour.says(200, "{\"result\":\"success\",\"numcreated\":1}")
                    : whmcs.answer(request));

            assertThat(billing.renew(ID, Whmcs.renewal(Whmcs.FIRST))).isInstanceOf(CallOutcome.Unknown.class);
        }
    }

    @Nested
    class LostAnswers {

        private void loses(String action, boolean afterTheEffect) {
            server.does(request -> {
                if (!is(request, action)) {
                    return whmcs.answer(request);
                }
                if (afterTheEffect) {
                    whmcs.answer(request);
                }
                return new Behaviour.Drops();
            });
        }

        @ParameterizedTest
        @MethodSource("org.supportpin.backoffice.billing.whmcs.WhmcsBillingTest#plans")
        void whatIsNotThereWasNotDoneAndIsDoneWhenAskedAgain(String action, BillingPlan plan) {
            loses(action, false);
            assertThat(carryOut(plan)).isInstanceOf(CallOutcome.Unknown.class);
            assertThat(billing.findByAction(ID, plan)).isInstanceOf(CallOutcome.NotDone.class);

            server.does(whmcs::answer);
            assertThat(carryOut(plan)).isInstanceOf(CallOutcome.Done.class);
            assertThat(whmcs.invoices).hasSize(2);
        }

        @ParameterizedTest
        @MethodSource("org.supportpin.backoffice.billing.whmcs.WhmcsBillingTest#plans")
        void whatIsThereIsFoundAndNotDoneTwice(String action, BillingPlan plan) {
            whmcs.usualMethod = "banktransfer";
            loses(action, true);
            assertThat(carryOut(plan)).isInstanceOf(CallOutcome.Unknown.class);
            server.does(whmcs::answer);

            assertThat(billing.findByAction(ID, plan)).isInstanceOf(CallOutcome.Done.class);
            carryOut(plan);
            assertThat(whmcs.invoices).hasSize(2);
        }

        @Test
        void aRenewalWhosePaymentMethodWasAnsweredLateIsFound() {
            loses("UpdateInvoice", true);
            var renewal = Whmcs.renewal(Whmcs.FIRST);
            assertThat(billing.renew(ID, renewal)).isInstanceOf(CallOutcome.Unknown.class);

            assertThat(billing.findByAction(ID, renewal)).isInstanceOf(CallOutcome.Done.class);
        }

        /** There is an invoice, but for payment by card: neither done nor absent. */
        @Test
        void aRenewalThatKeptAnotherMethodIsForAPerson() {
            loses("UpdateInvoice", false);
            var renewal = Whmcs.renewal(Whmcs.FIRST);
            assertThat(billing.renew(ID, renewal)).isInstanceOf(CallOutcome.Unknown.class);

            assertThat(billing.findByAction(ID, renewal)).isInstanceOf(CallOutcome.Unknown.class);
        }

        @Test
        void aRenewalThatWasPaidMeanwhileIsFoundByItsMark() {
            var renewal = Whmcs.renewal(Whmcs.FIRST);
            var placed = billing.renew(ID, renewal);
            whmcs.invoices.replaceAll((id, each) -> each.paid());

            assertThat(billing.findByAction(ID, renewal)).isEqualTo(placed);
        }

        /** A version that drops the notes: what the action could have created never counts as absent. */
        @ParameterizedTest
        @MethodSource("org.supportpin.backoffice.billing.whmcs.WhmcsBillingTest#plans")
        void withoutMarksNothingIsCalledAbsentThatMayBeThere(String action, BillingPlan plan) {
            whmcs.keepsNotes = false;
            loses(action, true);
            assertThat(carryOut(plan)).isInstanceOf(CallOutcome.Unknown.class);

            assertThat(billing.findByAction(ID, plan)).isInstanceOf(CallOutcome.Unknown.class);
        }

        @Test
        void anUpgradeThatTookPlaceWithoutAMarkIsForAPerson() {
            whmcs.services.computeIfPresent(
                    10L,
                    (id, was) -> new WhmcsServer.Service(
                            id, was.client(), 2, was.cycle(), was.status(), was.nextDue(), "72.00", was.name()));

            assertThat(billing.findByAction(ID, Whmcs.upgrade(Whmcs.FIRST))).isInstanceOf(CallOutcome.Unknown.class);
        }

        @Test
        void aMarkIsFoundOnWhicheverPageAndIsNoPartOfALongerOne() {
            var placed = billing.placeOrder(ID, Whmcs.order());
            for (long id = 1; id <= 6; id++) {
                whmcs.orders.put(
                        id,
                        new WhmcsServer.Order(id, 1001, 900, "support-pin:" + ID + "x", "product", "P", "", "Monthly"));
            }
            whmcs.pageSize = 2;

            assertThat(billing.findByAction(ID, Whmcs.order())).isEqualTo(placed);
            assertThat(asked("GetOrders")).hasSizeGreaterThanOrEqualTo(4);
        }
    }

    @Nested
    class Prices {

        /** WHMCS renews at the service's recurring amount, whatever the product's price now. */
        @Test
        void aRenewalCostsWhatTheServiceRecursFor() {
            whmcs.services.computeIfPresent(
                    10L,
                    (id, was) -> new WhmcsServer.Service(
                            id, was.client(), was.product(), was.cycle(), was.status(), was.nextDue(), "30.00", ""));
            var quoted = billing.quote(Whmcs.renewal(Whmcs.FIRST));

            assertThat(quoted)
                    .isEqualTo(Verdict.accepted(Whmcs.renewal(Whmcs.FIRST).at(Money.euros("37.20"))));
            isRefused(billing.renew(ID, Whmcs.renewal(Whmcs.FIRST)), BillingRules.PRICE_CHANGED);
        }

        @Test
        void aRenewalKeepsItsCycle() {
            var own = Whmcs.renewal(Whmcs.FIRST);
            var other = new Renewal(
                    own.customer(),
                    own.service(),
                    own.name(),
                    own.product(),
                    own.before(),
                    BillingCycle.MONTHLY,
                    own.paidUntil(),
                    own.paidUntil().plusMonths(1),
                    own.price());

            assertThat(billing.quote(other))
                    .isInstanceOfSatisfying(
                            Verdict.Refused.class,
                            refused -> assertThat(refused.refusal().rule()).isEqualTo("cycle-not-offered"));
            isRefused(billing.renew(ID, other), BillingRules.PRICE_CHANGED);
        }

        @Test
        void anUpgradeCostsWhatWhmcsCalculatesAndNothingElse() {
            var upgrade = Whmcs.upgrade(Whmcs.FIRST);

            assertThat(billing.quote(upgrade.at(Money.euros("1.00")))).isEqualTo(Verdict.accepted(upgrade));
            isRefused(billing.upgrade(ID, upgrade.at(Money.euros("22.33"))), BillingRules.PRICE_CHANGED);
            assertThat(asked("UpgradeProduct")).isEmpty();
        }

        @Test
        void whatCostsNothingIsNoUpgrade() {
            whmcs.products.put(2L, "12.00");

            assertThat(billing.quote(Whmcs.upgrade(Whmcs.FIRST)))
                    .isInstanceOfSatisfying(
                            Verdict.Refused.class,
                            refused -> assertThat(refused.refusal().rule()).isEqualTo("not-an-upgrade"));
        }

        /** The first invoice would exceed the quote. */
        @Test
        void whatHasASetUpFeeIsNotOnSale() {
            whmcs.setupFee = "5.00";

            assertThat(billing.findProduct(Whmcs.BASIC.id()).orElseThrow().onSale())
                    .isFalse();
            isRefused(billing.placeOrder(ID, Whmcs.order()), BillingRules.PRICE_CHANGED);
        }

        @Test
        void whatTheSettingsDoNotListIsNotOnSale() {
            whmcs.products.put(3L, "36.00");
            var found = billing.findProduct(new ProductId("3")).orElseThrow();

            assertThat(found.onSale()).isFalse();
            assertThat(found.upgrades()).isEmpty();
            assertThat(found.price(BillingCycle.ANNUALLY)).contains(Money.euros("44.64"));
        }
    }

    @Nested
    class Facts {

        private Service.Status status(String name) {
            whmcs.services.computeIfPresent(
                    10L,
                    (id, was) -> new WhmcsServer.Service(
                            id, was.client(), was.product(), "Semi-Annually", name, was.nextDue(), was.amount(), ""));
            var found = billing.findService(Whmcs.FIRST).orElseThrow();
            assertThat(found.cycle()).isEqualTo(BillingCycle.SEMIANNUALLY);
            assertThat(found.name()).isNull();
            return found.status();
        }

        @Test
        void everyStatusIsRead() {
            var names = List.of("Pending", "Active", "Suspended", "Cancelled", "Terminated", "Fraud", "Completed");

            assertThat(names.stream().map(this::status))
                    .containsExactly(
                            Service.Status.PENDING,
                            Service.Status.ACTIVE,
                            Service.Status.SUSPENDED,
                            Service.Status.CANCELLED,
                            Service.Status.TERMINATED,
                            Service.Status.TERMINATED,
                            Service.Status.TERMINATED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"One Time", "Free Account"})
        void whatIsNotPaidByACycleIsNotThere(String cycle) {
            whmcs.services.computeIfPresent(
                    10L,
                    (id, was) -> new WhmcsServer.Service(
                            id, was.client(), was.product(), cycle, "Active", was.nextDue(), "0.00", ""));

            assertThat(billing.findService(Whmcs.FIRST)).isEmpty();
        }

        /** The API does not say who owns a domain, or what a mixed order is for. */
        @ParameterizedTest
        @ValueSource(strings = {"domain", "addon", "upgrade"})
        void anOrderOfSomethingElseIsNotThere(String type) {
            whmcs.orders.put(401L, new WhmcsServer.Order(401, 1001, 900, "", type, "x", "x.gr", "Annually"));

            assertThat(billing.findOrder(new OrderId("401"))).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"maria", "0", "-1", "1001 OR 1", "1e3"})
        void whoIsNoClientsNumberHasNothing(String customer) {
            if (!customer.contains(" ")) {
                var order = new ServiceOrder(
                        new CustomerId(customer), Whmcs.BASIC.id(), BillingCycle.ANNUALLY, null, Money.euros("44.64"));
                isRefused(billing.placeOrder(ID, order), "back-office-refused");
                assertThat(billing.findByAction(ID, order)).isInstanceOf(CallOutcome.NotDone.class);
            }
            assertThat(Numbers.of(customer)).isEmpty();
            assertThat(server.asked()).isEmpty();
        }

        private Json.Builder order(long id) {
            return Json.object()
                    .put("id", id)
                    .put("userid", 1001)
                    .put("invoiceid", 0)
                    .put("status", "Active")
                    .put("notes", "");
        }

        private List<Json> oddOrders() {
            return List.of(
                    Json.object().put("id", "none").build(),
                    Json.object().put("id", 7).build(),
                    order(7).put("invoiceid", "").put("lineitems", "none").build(),
                    Json.object()
                            .put("id", 7)
                            .put("userid", 1001)
                            .put("notes", new Json.Arr(List.of()))
                            .build(),
                    order(7).put("lineitems", Json.object().put("lineitem", 5).build())
                            .build(),
                    Json.of("an order"));
        }

        /** What a module or an import has left among a client's orders is that order's matter alone. */
        @Test
        void anOddOrderBlocksNothing() {
            whmcs.oddOrders.addAll(oddOrders());
            var placed = billing.placeOrder(ID, Whmcs.order());

            assertThat(placed).isInstanceOf(CallOutcome.Done.class);
            assertThat(billing.placeOrder(ID, Whmcs.order())).isEqualTo(placed);
            assertThat(billing.findByAction(ID, Whmcs.order())).isEqualTo(placed);
            assertThat(whmcs.invoices).hasSize(2);
        }

        /** But one that might be the action's own is never called absent. */
        @Test
        void anOddPendingOrderMayBeTheActions() {
            whmcs.oddOrders.add(
                    order(7).put("status", "Pending").put("lineitems", "none").build());

            assertThat(billing.findByAction(ID, Whmcs.order())).isInstanceOf(CallOutcome.Unknown.class);
        }

        private static Json.Obj invoice(String member, Json value) {
            var all = new LinkedHashMap<String, Json>(Json.object()
                    .put("id", 800)
                    .put("invoiceid", 800)
                    .put("userid", 1001)
                    .put("duedate", "2026-12-01")
                    .put("total", "10.00")
                    .put("status", "Unpaid")
                    .put("paymentmethod", "stripe")
                    .put("notes", "")
                    .put("items", "")
                    .build()
                    .members());
            all.put(member, value);
            return new Json.Obj(all);
        }

        static Stream<Arguments> oddities() {
            return Stream.of(
                    Arguments.of("duedate", Json.of("0000-00-00")),
                    Arguments.of("total", Json.of("-5.00")),
                    Arguments.of("paymentmethod", new Json.Arr(List.of())),
                    Arguments.of("notes", new Json.Arr(List.of())),
                    Arguments.of("items", Json.of("none")),
                    Arguments.of(
                            "items",
                            Json.object()
                                    .put("item", new Json.Arr(List.of(Json.of(5))))
                                    .build()),
                    Arguments.of("id", Json.of("none")),
                    Arguments.of("status", Json.Null.NULL));
        }

        @ParameterizedTest
        @MethodSource("oddities")
        void anOddInvoiceBlocksNothing(String member, Json value) {
            whmcs.oddInvoices.put(800L, invoice(member, value));

            assertThat(billing.findService(Whmcs.FIRST)).isPresent();
            assertThat(billing.renew(ID, Whmcs.renewal(Whmcs.FIRST))).isInstanceOf(CallOutcome.Done.class);
        }

        /** Only the mail about an order needs the client's name and address. */
        @ParameterizedTest
        @CsvSource({"@, Μαρία", "@example.gr, ''"})
        void aClientWhoCannotBeWrittenToIsBilledAllTheSame(String mailDomain, String name) {
            whmcs.mailDomain = mailDomain;
            whmcs.fullName = name;

            assertThat(billing.findService(Whmcs.FIRST)).isPresent();
            assertThat(billing.renew(ID, Whmcs.renewal(Whmcs.FIRST))).isInstanceOf(CallOutcome.Done.class);
            assertThatExceptionOfType(BackOfficeUnavailable.class)
                    .isThrownBy(() -> billing.findOrder(new OrderId("400")));
        }

        @Test
        void moreThanAnybodyHasIsNotRead() {
            Predicate<Integer> small = id -> id < 2000;
            for (int id = 1001; small.test(id); id++) {
                whmcs.orders.put((long) id, new WhmcsServer.Order(id, 1002, 900, "", "product", "P", "", "Monthly"));
            }
            whmcs.pageSize = 10;
            var order =
                    new ServiceOrder(Whmcs.OTHER, Whmcs.BASIC.id(), BillingCycle.ANNUALLY, null, Money.euros("44.64"));

            assertThat(billing.placeOrder(ID, order)).isInstanceOf(CallOutcome.NotDone.class);
            assertThat(asked("AddOrder")).isEmpty();
        }

        @Test
        void anotherCustomersOpenInvoiceIsNotThisServices() {
            whmcs.invoice(1002, "banktransfer", "", new WhmcsServer.Item("Hosting", 10, "36.00"));

            assertThat(billing.findService(new ServiceId("10")).orElseThrow().renewalInvoice())
                    .isEmpty();
        }
    }
}
