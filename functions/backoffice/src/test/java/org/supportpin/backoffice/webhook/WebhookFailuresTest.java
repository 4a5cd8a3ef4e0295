package org.supportpin.backoffice.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.supportpin.backoffice.http.Endpoint;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.testing.FailuresContract;
import org.supportpin.backoffice.testing.StubServer.Asked;
import org.supportpin.backoffice.testing.StubServer.Behaviour;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.mail.MailId;

/** Every operation of the webhook against a receiver that fails in every way. */
class WebhookFailuresTest extends FailuresContract {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Override
    protected Operations operations(Endpoint endpoint, SecretStore secrets, Timeouts patience) {
        return Calls.of(webhook(endpoint, secrets, patience));
    }

    private static Webhook webhook(Endpoint endpoint, SecretStore secrets, Timeouts patience) {
        SecretStore keys = reference -> {
            secrets.open(reference);
            return new Secret(KEY);
        };
        return new Webhook(new WebhookSettings(endpoint, List.of(REFERENCE)), keys, CLOCK, patience);
    }

    private static String type(Asked request) {
        return JsonText.readOwn(request.text()) instanceof Json.Obj call
                ? call.text("type").orElse("")
                : "";
    }

    @Override
    protected Behaviour well(Asked request) {
        return Behaviour.says(200, JsonText.write(Calls.answer(type(request))));
    }

    @Override
    protected boolean isChange(Asked request) {
        return Calls.CHANGES.contains(type(request));
    }

    @Override
    protected Behaviour unknownCaller() {
        return Behaviour.says(401, "{}");
    }

    @Override
    protected List<Behaviour> nonsense() {
        return List.of(
                Behaviour.says(200, "[]"),
                Behaviour.says(200, "{\"outcome\":\"perhaps\"}"),
                Behaviour.says(200, "{\"outcome\":\"done\"}"),
                Behaviour.says(200, "{\"outcome\":\"done\",\"result\":[]}"),
                Behaviour.says(200, "{\"found\":{\"x\":1}}"),
                Behaviour.says(204, ""));
    }

    @TestFactory
    Stream<DynamicTest> aRefusalHasTheServersMessage() {
        server.does(request -> isChange(request)
                ? Behaviour.says(
                        200,
                        "{\"outcome\":\"refused\",\"rule\":\"made-up\",\"detail\":\"Not today,\\r\\n+30 691 234 5678\"}")
                : well(request));
        return changing(call -> assertThat(call.get()).isInstanceOfSatisfying(CallOutcome.Refused.class, refused -> {
            assertThat(refused.refusal().rule()).isEqualTo("back-office-refused");
            assertThat(refused.refusal().detail()).isEqualTo("Not today, •••");
        }));
    }

    @TestFactory
    Stream<DynamicTest> whatWasNotDoneIsNotDone() {
        server.does(request -> isChange(request) ? Behaviour.says(200, "{\"outcome\":\"not-done\"}") : well(request));
        return changing(call -> assertThat(call.get()).isInstanceOf(CallOutcome.NotDone.class));
    }

    private Stream<DynamicTest> changing(java.util.function.Consumer<Supplier<CallOutcome<?>>> check) {
        return operations(server.endpoint(), SECRETS, CALM).changing().entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> check.accept(each.getValue())));
    }

    /** Row 18: the request is one JSON text, in which each value is unchanged. */
    @Test
    void hostileTextStaysOneValue() {
        server.does(this::well);
        var hostile = "\",\"x\":1}\\ \n<&'>%0d%0a\u0000 =?utf-8?q?x?=";
        var _ = webhook(server.endpoint(), SECRETS, CALM).mailSender().send(MailId.of(Calls.ID), Calls.mail(hostile));
        var asked = server.asked().getFirst();
        var data = ((Json.Obj) JsonText.readOwn(asked.text())).object("data").orElseThrow();

        assertThat(asked.path()).isEqualTo("/");
        assertThat(data.members().keySet()).containsExactly("purpose", "to", "subject", "text", "actionId");
        assertThat(data.text("text")).contains(hostile);
        assertThat(asked.header("Webhook-timestamp")).isEqualTo("1795348800");
        assertThat(asked.header("Webhook-id")).matches(Calls.ID.value() + "-[0-9a-f]{16}");
        assertThat(asked.header("Content-type")).isEqualTo("application/json");
    }

    @Test
    void aRuleOfTheDomainIsPassedOn() {
        server.does(request -> isChange(request)
                ? Behaviour.says(200, "{\"outcome\":\"refused\",\"rule\":\"zone-changed\",\"detail\":\"late\"}")
                : well(request));
        var change = Objects.requireNonNull(
                operations(server.endpoint(), SECRETS, CALM).changing().get("dns.applyChanges"));

        assertThat(change.get())
                .isInstanceOfSatisfying(
                        CallOutcome.Refused.class,
                        refused -> assertThat(refused.refusal().rule()).isEqualTo("zone-changed"));
    }

    /** Every operation is called here, and the contract describes each. */
    @Test
    void theDescriptionNamesEveryOperation() throws Exception {
        server.does(this::well);
        var operations = operations(server.endpoint(), SECRETS, CALM);
        operations.reading().values().forEach(call -> assertThat(call.get()).isNotNull());
        operations.changing().values().forEach(call -> assertThat(call.get()).isNotNull());
        var called = server.asked().stream()
                .map(WebhookFailuresTest::type)
                .distinct()
                .toList();
        var description =
                java.nio.file.Files.readString(java.nio.file.Path.of("../../docs/connectors/webhook-openapi.yaml"));

        assertThat(called)
                .hasSize(27)
                .allSatisfy(type -> assertThat(description).contains("const: " + type + "\n"));
        assertThat(called).containsAll(Calls.CHANGES);
    }
}
