package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Security row 11: no PIN, code, token or number in a log, an error, a header, a URL, an audit entry or the table. The journeys are
 * made with canaries, and every output is searched for them.
 */
@Isolated("what others print would be searched too, and System.out is everybody's")
class SecretsInOutputTest {

    private static final String EMAIL = "nikos.d@example.gr";
    private static final String PHONE = "+302101234567";

    /** Only these show a PIN, a token or an SMS, to the person it belongs to. */
    private static final Set<String> MAY_TELL = Set.of(
            "GET /v1/panel/support-pin",
            "POST /v1/panel/support-pin/activation",
            "POST /v1/panel/support-pin/unlock",
            "POST /local/tokens",
            "GET /local/sms",
            "GET /local/back-office");

    private final Map<String, String> outputs = new LinkedHashMap<>();
    private final Set<String> canaries = new LinkedHashSet<>();

    @Test
    void noOutputContainsASecret(@TempDir Path data) {
        var printed = new ByteArrayOutputStream();
        var out = System.out;
        var err = System.err;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        var trouble = new AwsFault();
        try (var service = Service.everywhere(data, trouble)) {
            service.listen((request, answer) -> outputs.merge(request, answer, String::concat));
            journeys(service, trouble);
            outputs.put("log", service.log());
            outputs.put("table", service.backDoor().dump());
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        outputs.put("printed", printed.toString(StandardCharsets.UTF_8));

        assertThat(canaries).hasSizeGreaterThan(15);
        assertThat(outputs.get("log")).contains("\"error\":");
        outputs.forEach((where, what) -> {
            if (!MAY_TELL.contains(where)) {
                canaries.forEach(canary -> assertThat(
                                Pattern.compile("(?<![0-9A-Za-z])" + Pattern.quote(canary) + "(?![0-9A-Za-z])")
                                        .matcher(where + " " + what)
                                        .find())
                        .as("a secret in %s", where)
                        .isFalse());
            }
        });
    }

    private void journeys(Service service, AwsFault trouble) {
        var customer = service.customer("1001");
        var agent = service.agent();
        secret(customer.number(), customer.number().substring(3), customer.token(), EMAIL, PHONE, PHONE.substring(3));
        secret(agent.token(), signature(agent.token()), signature(customer.token()));
        mobile(service, customer, trouble);
        wrong(customer, agent);
        call(service, customer, agent, trouble);
        operations(service, customer);
    }

    private void mobile(Service service, CustomerSteps customer, AwsFault trouble) {
        trouble.before("Publish", AwsFault.saying(customer.number()));
        customer.declareMobile().is(503);
        service.advance(Duration.ofMinutes(2));
        customer.call("PUT", "/v1/panel/mobile", "{\"number\":\"" + customer.number() + "x\"}")
                .is(422);
        customer.call("PUT", "/v1/panel/mobile", "{\"number\":\"" + customer.number() + "\"")
                .is(400);
        customer.declareMobile().is(202);
        var code = customer.newestDigits();
        secret(code);
        customer.confirmMobile(code + "9").is(422);
        customer.call("POST", "/v1/panel/mobile/confirmation", "{\"code\":1" + code + "}")
                .is(422);
        customer.call("POST", "/v1/panel/mobile/confirmation", "{\"" + code + "\":\"x\"}")
                .is(422);
        customer.confirmMobile(code).is(200);
        customer.activate().is(201);
        for (var failure : List.of("Decrypt", "Query")) {
            trouble.before(failure, AwsFault.saying(customer.number()));
            customer.view().is(503);
        }
    }

    private void wrong(CustomerSteps customer, AgentSteps agent) {
        var pin = customer.pin();
        secret(pin);
        agent.verify(customer, pin + "0").is(422);
        agent.verify(customer.id(), pin, "").is(422);
        agent.call("POST", "/v1/agent/verifications", "{\"customerId\":\"1001\",\"pin\":\"" + pin + "\"")
                .is(400);
        agent.call("POST", "/v1/agent/verifications", "{\"customerId\":\"1001\",\"" + pin + "\":1}")
                .is(422);
        agent.call("GET", "/v1/agent/verifications/" + pin + "0/actions/x", "");
        for (int attempt = 0; attempt < 5; attempt++) {
            var said = "%06d".formatted((Integer.parseInt(pin) + 1 + attempt) % 1_000_000);
            secret(said);
            agent.verify(customer, said).is(403);
        }
        agent.verify(customer, pin).is(423);
        secret(customer.unlock().is(200).text("pin"));
    }

    private void call(Service service, CustomerSteps customer, AgentSteps agent, AwsFault trouble) {
        customer.sendPin().is(202);
        secret(customer.newestDigits());
        var verification =
                agent.verify(customer, customer.newestDigits()).is(201).text("verificationId");
        agent.verify(customer.id(), customer.newestDigits(), "another-call").is(403);
        secret(customer.pin());
        var administrator =
                "{\"domain\":\"nea.gr\",\"administrator\":{\"name\":\"Νίκος\",\"email\":\"%s\",\"phone\":\"%s\"}}";
        agent.act(verification, "change-domain-administrator", administrator.formatted(EMAIL + " ", PHONE + "x"))
                .is(422);
        service.fault("registrar.setAdministrator", "timeout");
        trouble.before("Publish", AwsFault.saying(customer.number()));
        agent.act(verification, "change-domain-administrator", administrator.formatted(EMAIL, PHONE))
                .is(202);
        service.advance(Duration.ofMinutes(2));
        service.invoke("RecoveryFunction");
        ActionCase.all()
                .filter(each -> !each.action().equals("change-domain-administrator"))
                .limit(8)
                .forEach(each -> agent.act(verification, each.action(), each.parameters()));
        agent.sendPin(customer.id());
        agent.end(verification).is(204);
    }

    private static void operations(Service service, CustomerSteps customer) {
        customer.activity().is(200);
        service.call("GET", "/v1/audit/customers/1001/events", "", service.token("auditor", "auditor-1", "{}"))
                .is(200);
        service.call("GET", "/v1/panel/support-pin", "", customer.token() + "x").is(401);
        customer.deactivate().is(204);
    }

    private void secret(String... values) {
        canaries.addAll(List.of(values));
    }

    private static String signature(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }
}
