package org.supportpin.functions.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Arr;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.customer.ActionRules;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.dns.RecordSet;
import org.supportpin.domain.dns.RecordType.Editable;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.testing.Draw;
import org.supportpin.functions.action.ActionPlanner.Foreseen;
import org.supportpin.functions.action.ActionService.Outcome;
import org.supportpin.functions.history.ActionLabels;

/** What a preview shows is what the action does, and showing it does nothing. */
class PreviewTest {

    @TestFactory
    Stream<DynamicTest> theActionDoesWhatItsPreviewShows() {
        return Stream.of(ActionName.values())
                .map(name -> DynamicTest.dynamicTest(
                        name.text(), () -> Draw.times(60, draw -> assertSame(name, new RandomRequest(draw, name)))));
    }

    private static void assertSame(ActionName name, RandomRequest request) {
        var house = request.house();
        var shown = possible(house, name, request.parameters());
        var again = possible(house, name, request.parameters());

        var outcome = house.execute(name, request.parameters());

        assertThat(PreviewJson.of(name, again)).isEqualTo(PreviewJson.of(name, shown));
        var action = ((Outcome.OnRecord) outcome).action();
        assertThat(action.status()).isEqualTo(ActionStatus.SUCCEEDED);
        assertThat(shown.proposal().risk()).isEqualTo(action.request().risk());
        assertThat(member(PreviewJson.of(name, shown), "changes")).isEqualTo(withoutNotes(house.changesShown()));
        assertThat(member(PreviewJson.of(name, shown), "amountDue")).isEqualTo(amountDue(house));
    }

    private static Foreseen possible(ActionHouse house, ActionName name, String parameters) {
        var plan = house.preview(name, parameters);
        assertThat(plan).as(parameters).isInstanceOf(Foreseen.class);
        return (Foreseen) plan;
    }

    /** What became known only when it was done stands beside a change, in its note. */
    private static Json withoutNotes(Json changes) {
        return Json.array(
                ((Arr) changes).items(),
                change -> Json.object()
                        .put("what", member(change, "what"))
                        .put("before", member(change, "before"))
                        .put("after", member(change, "after"))
                        .build());
    }

    private static Json amountDue(ActionHouse house) {
        var end = Objects.requireNonNull(
                house.store.find(house.id()).orElseThrow().end());
        var result = house.read(ActionLabels.RESULT, Objects.requireNonNull(end.result()));
        return result.startsWith("{") ? member(JsonText.readOwn(result), "amountDue") : Json.Null.NULL;
    }

    private static Json member(Json object, String name) {
        return ((Obj) object).members().getOrDefault(name, Json.Null.NULL);
    }

    @TestFactory
    Stream<DynamicTest> itReadsTheLedgerOnceAndCallsNothingThatChanges() {
        return ActionCrashTest.all().stream()
                .map(one -> DynamicTest.dynamicTest(one.name().text(), () -> {
                    var house = new ActionHouse();
                    var calls = new ArrayList<String>();

                    house.preview(recording(calls), ActionHouse.AGENT, one.name(), one.parameters());

                    assertThat(calls)
                            .containsOnlyOnce("Ledger.read")
                            .doesNotContain("Ledger.append", "OrderMailLog.write")
                            .noneMatch(call -> call.startsWith("Actions.") || call.startsWith("DataKeys."))
                            .noneMatch(call -> ActionHouse.CHANGES.contains(call.substring(call.indexOf('.') + 1)));
                    assertThat(one.effects().applyAsInt(house)).isZero();
                    assertThat(house.newest()).isInstanceOf(Event.Verified.class);
                }));
    }

    /** A request that is refused, and what must be so before. */
    private record Refused(String why, ActionName name, String parameters, Consumer<ActionHouse> before) {}

    private static List<Refused> refused() {
        var nameservers =
                "{\"domain\":\"papadopoulou.gr\",\"nameservers\":[{\"host\":\"ns1.other.gr\"},{\"host\":\"ns2.other.gr\"}]}";
        var absent =
                "{\"domain\":\"papadopoulou.gr\",\"changes\":[{\"op\":\"delete\",\"name\":\"www\",\"type\":\"TXT\"}]}";
        var outside =
                "{\"packageId\":\"pkg-1\",\"dns\":[{\"op\":\"upsert\",\"name\":\"www.allo.gr.\",\"type\":\"A\",\"records\":[\"195.251.255.20\"]},"
                        + "{\"op\":\"upsert\",\"name\":\"x.allo.gr.\",\"type\":\"A\",\"records\":[\"195.251.255.20\"]}]}";
        return List.of(
                new Refused("another's", ActionName.RECALL_GR_DOMAIN, "{\"domain\":\"allo.gr\"}", _ -> {}),
                new Refused("not there", ActionName.SEND_ORDER_DETAILS, "{\"orderId\":\"ord-9\"}", _ -> {}),
                new Refused("no such record", ActionName.CHANGE_DNS_RECORDS, absent, _ -> {}),
                new Refused("two names outside the zone", ActionName.CHANGE_HOSTING_SETTINGS, outside, _ -> {}),
                new Refused(
                        "mobile recently changed",
                        ActionName.CHANGE_NAMESERVERS,
                        nameservers,
                        ActionHouse::verifiedByTheNewMobile),
                new Refused(
                        "too many open",
                        ActionName.RENEW_SERVICE,
                        "{\"serviceId\":\"svc-1\"}",
                        house -> house.open(ActionRules.MOST_OPEN)),
                new Refused("too large", ActionName.CHANGE_DNS_RECORDS, large(), PreviewTest::putLargeRecords),
                new Refused(
                        "down",
                        ActionName.RENEW_SERVICE,
                        "{\"serviceId\":\"svc-1\"}",
                        house -> house.billing.down = true),
                new Refused(
                        "expired",
                        ActionName.RECALL_GR_DOMAIN,
                        "{\"domain\":\"papadopoulou.gr\"}",
                        house -> house.clock.advance(Duration.ofMinutes(16))));
    }

    private static void putLargeRecords(ActionHouse house) {
        for (int name = 0; name < 6; name++) {
            house.zones.set(new RecordSet(
                    new DnsName("n" + name + ".papadopoulou.gr"),
                    Editable.TXT,
                    3600,
                    IntStream.range(100, 220)
                            .mapToObj(each -> "\"" + "x".repeat(250) + each + "\"")
                            .toList()));
        }
    }

    private static String large() {
        return "{\"domain\":\"papadopoulou.gr\",\"changes\":["
                + IntStream.range(0, 6)
                        .mapToObj("{\"op\":\"delete\",\"name\":\"n%d\",\"type\":\"TXT\"}"::formatted)
                        .collect(Collectors.joining(","))
                + "]}";
    }

    @TestFactory
    Stream<DynamicTest> whatTheActionIsRefusedForItsPreviewIsRefusedForAndItIsCountedAlike() {
        return refused().stream()
                .map(each -> DynamicTest.dynamicTest(each.why(), () -> {
                    var previewed = new ActionHouse();
                    each.before().accept(previewed);
                    var executed = new ActionHouse();
                    each.before().accept(executed);

                    var denial = previewed.preview(each.name(), each.parameters());

                    assertThat(denial).isInstanceOf(Denial.class);
                    assertThat(denial).isEqualTo(executed.execute(each.name(), each.parameters()));
                    assertThat(previewed.newest()).isEqualTo(executed.newest());
                }));
    }

    @Test
    void anotherAgentSeesNothing() {
        var house = new ActionHouse();
        var calls = new ArrayList<String>();

        assertThat(house.preview(
                        recording(calls),
                        new AgentId("agent-8"),
                        ActionName.SEND_ORDER_DETAILS,
                        "{\"orderId\":\"ord-1\"}"))
                .isEqualTo(new Denial.NotVerified());
        assertThat(calls).containsExactly("Ledger.read");
    }

    /** The bound on feeling for what others have: a preview is no way around it. */
    @Test
    void refusedPreviewsAndActionsUseUpTheSameBudget() {
        var house = new ActionHouse();
        for (int attempt = 0; attempt < 10; attempt++) {
            assertThat(house.preview(ActionName.RECALL_GR_DOMAIN, "{\"domain\":\"allo.gr\"}"))
                    .isInstanceOf(Denial.Refused.class);
            assertThat(house.execute(ActionName.RECALL_GR_DOMAIN, "{\"domain\":\"allo.gr\"}"))
                    .isInstanceOf(Denial.Refused.class);
        }

        assertThat(house.preview(ActionName.SEND_ORDER_DETAILS, "{\"orderId\":\"ord-1\"}"))
                .isEqualTo(new Denial.RefusalsUsedUp());
        assertThat(house.execute(ActionName.SEND_ORDER_DETAILS, "{\"orderId\":\"ord-1\"}"))
                .isEqualTo(new Denial.RefusalsUsedUp());
    }

    private static ActionHouse.Ports recording(List<String> calls) {
        return new ActionHouse.Ports() {
            @Override
            public <T> T wrap(Class<T> port, T real) {
                return port.cast(Proxy.newProxyInstance(
                        port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                            calls.add(port.getSimpleName() + "." + method.getName());
                            try {
                                return method.invoke(real, arguments);
                            } catch (InvocationTargetException e) {
                                throw Objects.requireNonNull(e.getCause());
                            }
                        }));
            }
        };
    }

    @Test
    void theCallsThatAreLookedForAreMadeByTheAction() {
        var calls = new ArrayList<String>();
        for (var one : ActionCrashTest.all()) {
            new ActionHouse().execute(recording(calls), one.name(), one.parameters());
        }

        assertThat(calls.stream().map(call -> call.substring(call.indexOf('.') + 1)))
                .containsAll(ActionHouse.CHANGES)
                .contains("append", "write");
    }
}
