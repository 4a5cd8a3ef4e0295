package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What people do at the gates of waiting actions, for a customer whom everybody talks about. */
record GateSteps(Service service, CustomerSteps customer) {

    /** High risk, and easy to see in the back office. */
    static final String NAMESERVERS = """
            {"domain":"papadopoulou.gr","nameservers":[{"host":"ns1.example.com"},{"host":"ns2.example.com"}]}""";

    private static final Pattern CODE = Pattern.compile("^([0-9]{3}) ([0-9]{3}) ");

    /** Of Papadopoulou, in a week in which every budget, hold and gate of the test before is over. */
    static GateSteps inANewWeek(Service service) {
        service.advance(Duration.ofDays(8));
        service.invoke("RecoveryFunction");
        service.backDoor().resetBackOffice();
        return new GateSteps(service, service.customer("1001").activated());
    }

    /** Whether {@link #NAMESERVERS} are those of the domain. */
    boolean areNameserversChanged() {
        return service.backDoor().backOfficeState().path("domains").toString().contains("ns1.example.com");
    }

    /** A caller with the PIN that was sent by SMS. */
    String bySms(AgentSteps agent) {
        agent.sendPin(customer.id()).is(202);
        return agent.verify(customer, customer.newestDigits()).is(201).text("verificationId");
    }

    Answer typed(CustomerSteps by, String action, String code) {
        return by.call("POST", "/v1/panel/actions/" + action + "/consent", "{\"code\":\"" + code + "\"}");
    }

    Answer said(AgentSteps by, String verification, String action, String code) {
        return by.call(
                "POST",
                "/v1/agent/verifications/" + verification + "/actions/" + action + "/consent",
                "{\"code\":\"" + code + "\"}");
    }

    Answer stop(CustomerSteps by, String action) {
        return by.call("POST", "/v1/panel/actions/" + action + "/stop", "");
    }

    Answer stop(AgentSteps by, String verification, String action) {
        return by.call("POST", "/v1/agent/verifications/" + verification + "/actions/" + action + "/stop", "");
    }

    /** For a caller without a PIN. */
    Answer stopAll(AgentSteps by) {
        return by.call("POST", "/v1/agent/customers/" + customer.id() + "/stop", "{\"callReference\":\"call-9\"}");
    }

    Answer decide(AgentSteps by, String action, String decision) {
        return by.call(
                "POST",
                "/v1/agent/approvals/" + action,
                "{\"decision\":\"" + decision + "\",\"note\":\"I rang her back.\"}");
    }

    /** The newest code that came by SMS. */
    String sentCode() {
        return service.sms(customer.number()).reversed().stream()
                .map(CODE::matcher)
                .filter(matcher -> matcher.find())
                .map(matcher -> matcher.group(1) + matcher.group(2))
                .findFirst()
                .orElse("000000");
    }

    static String wrong(String code) {
        return code.equals("111111") ? "222222" : "111111";
    }

    static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }

    /** The newest events of one action, as the customer reads them, oldest first: their types, how it finished, and the
     * gates that opened. */
    List<String> record(String action) {
        return customer.activity()
                .is(200)
                .body()
                .path("events")
                .valueStream()
                .filter(each -> each.path("details").toString().contains(action))
                .flatMap(each -> {
                    var type = each.path("type").asText();
                    var gates = texts(each.path("details").path("gates"));
                    return switch (type) {
                        case "gate-opened" -> gates.stream();
                        case "action-finished" ->
                            Stream.of(each.path("details").path("status").asText());
                        default -> Stream.of(type);
                    };
                })
                .toList()
                .reversed();
    }

    void assertStopped(AgentSteps agent, String verification, String action) {
        assertThat(agent.lookUp(verification, action).is(200).text("status")).isEqualTo("stopped");
    }
}
