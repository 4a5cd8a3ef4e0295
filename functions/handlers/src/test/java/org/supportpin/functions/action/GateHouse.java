package org.supportpin.functions.action;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.action.Gates.ConsentBy;
import org.supportpin.domain.customer.ConsentCodes;
import org.supportpin.domain.customer.Limits;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.TextReader;
import org.supportpin.domain.notice.QueuedNotice;
import org.supportpin.domain.pin.Passcode;
import org.supportpin.domain.testing.CrashPoints;
import org.supportpin.functions.action.ActionHouse.Ports;
import org.supportpin.functions.action.ActionService.Outcome;
import org.supportpin.functions.http.Caller;
import org.supportpin.functions.http.Requests;
import org.supportpin.functions.http.Response;
import org.supportpin.functions.http.SignIn;

/** What people do at the gates of an {@link ActionHouse}, by the routes. */
record GateHouse(ActionHouse house) {

    static final AgentId SUPERVISOR = new AgentId("supervisor-1");

    /** The ports as they are. */
    static final Ports WHOLE = CrashPoints.none()::wrap;

    private GateRoutes routes(Ports points) {
        var service = house.service(points);
        return new GateRoutes(service, service.runner().gates(), house.secrets(points), GateHouse::shown);
    }

    private static Response shown(ActionRecord action) {
        return Response.json(
                200, Json.object().put("status", action.status().text()).build());
    }

    /** An action that was accepted and waits. */
    ActionRecord waiting(ActionName name, String parameters, String key) {
        if (house.execute(WHOLE, name, parameters, key) instanceof Outcome.OnRecord(var action)
                && action.gates() != null) {
            return action;
        }
        throw new AssertionError(name + " does not wait");
    }

    ActionRecord now(ActionRecord action) {
        return house.store.find(action.id()).orElseThrow();
    }

    /** Whoever has the key can make it; a test has. */
    Passcode code(ActionRecord action, ConsentBy way) {
        try (var session = house.secrets(WHOLE).session()) {
            return new ConsentCodes(session.pinKey(house.store.read(ActionHouse.CUSTOMER)), action).by(way);
        }
    }

    Passcode code(ActionRecord action) {
        var gates = action.gates();
        if (gates == null) {
            throw new AssertionError("it does not wait");
        }
        return code(action, gates.consentBy());
    }

    Response typed(Ports points, CustomerId customer, ActionId action, Passcode code) {
        return routes(points).typed(panel(customer), Requests.of(Map.of("actionId", action.value()), body(code)));
    }

    Response typed(ActionRecord action, Passcode code) {
        return typed(WHOLE, ActionHouse.CUSTOMER, action.id(), code);
    }

    Response said(Ports points, AgentId agent, ActionRecord action, Passcode code) {
        return routes(points).said(staff(agent), Requests.of(ofCall(action), body(code)));
    }

    Response said(ActionRecord action, Passcode code) {
        return said(WHOLE, ActionHouse.AGENT, action, code);
    }

    Response stopped(Ports points, ActionRecord action) {
        return routes(points)
                .stoppedByCustomer(
                        panel(ActionHouse.CUSTOMER),
                        Requests.of(Map.of("actionId", action.id().value()), ""));
    }

    Response stoppedByAgent(AgentId agent, ActionRecord action) {
        return routes(WHOLE).stoppedByAgent(staff(agent), Requests.of(ofCall(action), ""));
    }

    Response allStopped(Ports points) {
        return routes(points)
                .allStopped(
                        staff(new AgentId("agent-9")),
                        Requests.of(
                                Map.of("customerId", ActionHouse.CUSTOMER.value()), "{\"callReference\":\"call-9\"}"));
    }

    Response decided(Ports points, AgentId by, ActionRecord action, String decision) {
        var service = house.service(points);
        var routes = new ApprovalRoutes(
                service,
                service.runner().gates(),
                points.wrap(Actions.class, house.store),
                Limits.DEFAULTS,
                house.clock,
                GateHouse::unread);
        return routes.decide(
                staff(by),
                Requests.of(
                        Map.of("actionId", action.id().value()),
                        "{\"decision\":\"" + decision + "\",\"note\":\"I rang back.\"}"));
    }

    private static <T> T unread(ActionRecord action, Function<TextReader, T> reading) {
        throw new AssertionError("nothing is shown of " + action.id().value());
    }

    /** The schedules' runs for three days, each after as long as a notice is with the process that died with it. */
    void threeDays() {
        for (int run = 0; run < 8; run++) {
            house.clock.advance(run < 5 ? Duration.ofSeconds(61) : Duration.ofHours(24));
            house.recover();
            house.clock.advance(QueuedNotice.LEASE);
            house.deliver();
        }
    }

    private static Map<String, String> ofCall(ActionRecord action) {
        return Map.of(
                "verificationId",
                action.request().call().orElseThrow().verification().text(),
                "actionId",
                action.id().value());
    }

    private static String body(Passcode code) {
        return "{\"code\":\"" + code.digits() + "\"}";
    }

    private static Caller.Customer panel(CustomerId id) {
        return new Caller.Customer(id, Optional::empty, null, SignIn.FRESH);
    }

    private static Caller.Staff staff(AgentId id) {
        return new Caller.Staff(id, Set.of("action:execute", "action:approve"), null);
    }
}
