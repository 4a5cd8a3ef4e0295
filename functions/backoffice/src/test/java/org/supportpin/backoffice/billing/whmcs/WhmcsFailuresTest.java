package org.supportpin.backoffice.billing.whmcs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.http.Endpoint;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.testing.FailuresContract;
import org.supportpin.backoffice.testing.StubServer.Asked;
import org.supportpin.backoffice.testing.StubServer.Behaviour;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.billing.OrderId;

/** Every operation against a WHMCS that fails in every way. */
class WhmcsFailuresTest extends FailuresContract {

    private static final ActionId ID = new ActionId("AAAAAAAAAAAAAAAAAAAAAAAA");

    private final WhmcsServer whmcs = Whmcs.fill(new WhmcsServer(SECRET));

    @AfterEach
    void nothingElseWasAsked() {
        assertThat(whmcs.faults()).isEmpty();
    }

    @Override
    protected Operations operations(Endpoint endpoint, SecretStore secrets, Timeouts patience) {
        var billing = new WhmcsBilling(Whmcs.settings(endpoint, REFERENCE), secrets, patience);
        var reading = new LinkedHashMap<String, Supplier<?>>();
        reading.put("findProduct", () -> billing.findProduct(Whmcs.BASIC.id()));
        reading.put("findService", () -> billing.findService(Whmcs.FIRST));
        reading.put("findOrder", () -> billing.findOrder(new OrderId("400")));
        reading.put("findOrder, a renewal", () -> billing.findOrder(new OrderId("inv-900")));
        reading.put("quote, a renewal", () -> billing.quote(Whmcs.renewal(Whmcs.FIRST)));
        reading.put("quote, an upgrade", () -> billing.quote(Whmcs.upgrade(Whmcs.SECOND)));
        reading.put("findByAction, an order", () -> billing.findByAction(ID, Whmcs.order()));
        reading.put("findByAction, a renewal", () -> billing.findByAction(ID, Whmcs.renewal(Whmcs.FIRST)));
        reading.put("findByAction, an upgrade", () -> billing.findByAction(ID, Whmcs.upgrade(Whmcs.SECOND)));
        reading.put("holder", () -> billing.holder(Whmcs.MARIA));
        reading.put("services", () -> billing.services(Whmcs.MARIA));
        reading.put("orders", () -> billing.orders(Whmcs.MARIA));
        reading.put("products", billing::products);
        reading.put("domains", () -> billing.domains(Whmcs.MARIA));
        var changing = new LinkedHashMap<String, Supplier<CallOutcome<?>>>();
        changing.put("placeOrder", () -> billing.placeOrder(ID, Whmcs.order()));
        changing.put("renew", () -> billing.renew(ID, Whmcs.renewal(Whmcs.FIRST)));
        changing.put("upgrade", () -> billing.upgrade(new ActionId("B".repeat(24)), Whmcs.upgrade(Whmcs.SECOND)));
        return new Operations(reading, changing);
    }

    @Override
    protected Behaviour well(Asked request) {
        assertThat(request.header("Content-type")).isEqualTo("application/x-www-form-urlencoded; charset=utf-8");
        return whmcs.answer(request);
    }

    @Override
    protected boolean isChange(Asked request) {
        return isChange(WhmcsServer.form(request));
    }

    private static boolean isChange(Map<String, String> form) {
        return switch (form.getOrDefault("action", "")) {
            case "AddOrder", "GenInvoices", "UpdateInvoice", "UpdateClientProduct" -> true;
            case "UpgradeProduct" -> form.getOrDefault("calconly", "").equals("0");
            default -> false;
        };
    }

    @Override
    protected Behaviour unknownCaller() {
        return Behaviour.says(403, "{\"result\":\"error\",\"message\":\"Authentication Failed\"}");
    }

    @Override
    protected List<Behaviour> nonsense() {
        return List.of(
                Behaviour.says(200, "[]"),
                Behaviour.says(200, "{\"result\":\"success\"}"),
                Behaviour.says(200, "{\"result\":\"perhaps\"}"),
                Behaviour.says(
                        200, "{\"result\":\"success\",\"totalresults\":1,\"numcreated\":\"-1\",\"orderid\":\"x\"}"),
                Behaviour.says(
                        200, "{\"result\":\"success\",\"orderid\":\"7\",\"invoiceid\":null,\"numcreated\":null}"),
                Behaviour.says(200, "result=success;orderid=7;invoiceid=7;numcreated=1"),
                Behaviour.says(
                        201, "{\"result\":\"success\",\"orderid\":\"7\",\"invoiceid\":\"900\",\"numcreated\":\"1\"}"));
    }

    /** What some versions answer with status 200 before they look at the request. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authentication Failed",
                "Invalid IP 192.0.2.1",
                "Forbidden IP 192.0.2.1",
                "Invalid Permissions: API action \\\"addorder\\\" is not allowed"
            })
    void whoIsNotLetInHasDoneNothing(String words) {
        server.does(request -> isChange(request)
                ? Behaviour.says(200, "{\"result\":\"error\",\"message\":\"" + words + "\"}")
                : well(request));

        assertThat(operations(server.endpoint(), SECRETS, CALM).changing().values())
                .allSatisfy(call -> assertThat(call.get()).isInstanceOf(CallOutcome.NotDone.class));
    }

    @TestFactory
    Stream<DynamicTest> aRefusalHasTheServersMessage() {
        server.does(request -> isChange(request)
                ? Behaviour.says(
                        200,
                        "{\"result\":\"error\",\"message\":\"Unable to add order,\\r\\nask maria@example.gr or +30 691 234 5678\"}")
                : well(request));
        return changing(call -> assertThat(call.get()).isInstanceOfSatisfying(CallOutcome.Refused.class, refused -> {
            assertThat(refused.refusal().rule()).isEqualTo("back-office-refused");
            assertThat(refused.refusal().detail()).isEqualTo("Unable to add order, ask ••• or •••");
        }));
    }

    /** WHMCS accepted the order, but the invoice cannot be read: the outcome is unknown. */
    @TestFactory
    Stream<DynamicTest> aYesThatDoesNotShowIsUnknown() {
        server.does(request -> {
            var action = WhmcsServer.form(request).getOrDefault("action", "");
            var isReadBack = whmcs.invoices.size() > 1
                    && Set.of("GetInvoice", "UpdateInvoice").contains(action);
            return isReadBack ? Behaviour.says(500, "") : well(request);
        });
        return changing(call -> {
            whmcs.invoices.keySet().removeIf(id -> id > 900);
            assertThat(call.get()).isInstanceOf(CallOutcome.Unknown.class);
        });
    }

    private Stream<DynamicTest> changing(Consumer<Supplier<CallOutcome<?>>> check) {
        return operations(server.endpoint(), SECRETS, CALM).changing().entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> check.accept(each.getValue())));
    }
}
