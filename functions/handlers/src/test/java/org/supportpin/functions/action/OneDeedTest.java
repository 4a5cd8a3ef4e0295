package org.supportpin.functions.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.action.Gates.ConsentBy;
import org.supportpin.domain.customer.ConsentCodes;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.pin.Passcode;

/** Security row 25: a code for one deed opens no other. All ten actions, with these values and with others, both ways. */
class OneDeedTest {

    /** The same deed with other values, where it has any; otherwise the same once more, which is another deed. */
    private static final Map<ActionName, String> OTHERWISE = Map.of(
            ActionName.CHANGE_DNS_RECORDS,
            """
            {"domain":"papadopoulou.gr","changes":[{"op":"upsert","name":"shop","type":"A","records":["195.251.255.66"]}]}""",
            ActionName.CHANGE_NAMESERVERS,
            """
            {"domain":"papadopoulou.gr","nameservers":[{"host":"ns1.thief.gr"},{"host":"ns2.thief.gr"}]}""",
            ActionName.CHANGE_DOMAIN_ADMINISTRATOR,
            """
            {"domain":"papadopoulou.gr","administrator":{"name":"Thief","email":"thief@example.gr","phone":"2101234567"}}""",
            ActionName.CHANGE_HOSTING_SETTINGS,
            "{\"packageId\":\"pkg-1\",\"php\":{\"version\":\"8.4\"}}",
            ActionName.APPLY_MICRO_FIX,
            """
            {"packageId":"pkg-1","fix":"clear-cache","arguments":{},"note":"Something else."}""");

    /** One for each way of the code. */
    private static final List<PinSource> SOURCES = List.of(PinSource.PANEL, PinSource.SMS);

    /** A waiting deed with its code. */
    private record Deed(ActionRecord action, Passcode code) {}

    private static List<Deed> deeds(GateHouse at) {
        var all = new ArrayList<Deed>();
        for (var source : SOURCES) {
            // Ten SMS are all that a customer gets in a day.
            for (var values : source == PinSource.SMS ? List.of("these") : List.of("these", "others")) {
                at.house().verified(source);
                for (var one : ActionCrashTest.all()) {
                    var parameters = values.equals("these")
                            ? one.parameters()
                            : OTHERWISE.getOrDefault(one.name(), one.parameters());
                    var action = at.waiting(one.name(), parameters, values + one.name());
                    all.add(new Deed(action, at.code(action)));
                }
            }
        }
        return all;
    }

    private static GateHouse asked() {
        var house = new ActionHouse();
        house.askedBeforeAll(PinSource.PANEL);
        return new GateHouse(house);
    }

    /**
     * Each code at each other deed, said and typed. Of six digits two may be alike by chance, one pair in a million: what is asserted
     * is that codes are not shared.
     */
    @Test
    void eachCodeOpensItsOwnDeedAndNoOther() {
        var at = asked();
        var deeds = deeds(at);
        assertThat(deeds).hasSize(30);

        int alike = 0;
        try (var session = at.house().secrets(GateHouse.WHOLE).session()) {
            var key = session.pinKey(at.house().store.read(ActionHouse.CUSTOMER));
            for (var deed : deeds) {
                var codes = new ConsentCodes(key, deed.action());
                assertThat(codes.isTyped(deed.code())).isTrue();
                for (var other : deeds) {
                    if (!other.action().id().equals(deed.action().id())
                            && (codes.isTyped(other.code()) || codes.isSaid(other.code()))) {
                        alike++;
                    }
                }
            }
        }
        assertThat(alike).isLessThanOrEqualTo(2);
    }

    /** The whole way: what the code of the other values does, what another customer does with the right one, then the right one. */
    @TestFactory
    Stream<DynamicTest> byTheRoutesOnlyTheDeedsOwnCodeExecutesIt() {
        return ActionCrashTest.all().stream()
                .flatMap(one -> Stream.of(PinSource.PANEL, PinSource.SMS)
                        .map(source -> DynamicTest.dynamicTest(
                                one.name().text() + " " + source, () -> assertOnlyItsOwn(one, source))));
    }

    private static void assertOnlyItsOwn(ActionCrashTest.Case one, PinSource source) {
        var at = asked();
        at.house().verified(source);
        var action = at.waiting(one.name(), one.parameters(), "one");
        var other = at.waiting(one.name(), OTHERWISE.getOrDefault(one.name(), one.parameters()), "other");

        assertThat(at.typed(action, at.code(other)).status()).isEqualTo(422);
        assertThat(at.typed(GateHouse.WHOLE, new CustomerId("1002"), action.id(), at.code(action))
                        .status())
                .isEqualTo(404);
        assertThat(at.said(GateHouse.WHOLE, GateHouse.SUPERVISOR, action, at.code(action))
                        .status())
                .isEqualTo(403);
        if (source == PinSource.PANEL) {
            assertThat(at.said(action, at.code(action, ConsentBy.PANEL)).status())
                    .isEqualTo(422);
            assertThat(at.now(action).status()).isEqualTo(ActionStatus.WAITING);
        }
        assertThat(one.effects().applyAsInt(at.house())).isZero();

        assertThat(at.typed(at.now(action), at.code(action)).status()).isEqualTo(200);
        at.house().deliver();
        assertThat(at.now(action).status()).isEqualTo(ActionStatus.SUCCEEDED);
        assertThat(at.now(other).status()).isEqualTo(ActionStatus.WAITING);
        assertThat(one.effects().applyAsInt(at.house())).isEqualTo(1);
    }
}
