package org.supportpin.functions.snapshot;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.functions.aws.AwsClients;
import org.supportpin.functions.aws.RehearsedAws;
import org.supportpin.functions.http.Callers.Realm;

/**
 * Sends a function its scenes repeatedly, until the JVM has compiled what matters.
 *
 * @param customer who does not exist
 * @param pin the customer's
 * @param panel the issuer of the made-up customer's token; {@code agents} that of the agent's
 */
public record Rehearsal(
        Scenes scenes, CustomerId customer, String pin, RehearsedAws aws, Realm panel, Realm agents, Clock clock) {

    /** Lambda allows 130 s for everything before the snapshot. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** As API Gateway sends it (HTTP API, payload format 2.0), with the headers of a browser's request. */
    private static final String EVENT = """
            {"version":"2.0","routeKey":"<route>","headers":{"accept":"application/json","accept-encoding":"gzip, deflate, br",
            "accept-language":"el-GR,el;q=0.9,en;q=0.8","content-type":"application/json","host":"api.example.gr",
            "idempotency-key":"rehearsal","user-agent":"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)",
            "x-amzn-trace-id":"Root=1-00000000-000000000000000000000000","x-forwarded-for":"192.0.2.1",
            "x-forwarded-port":"443","x-forwarded-proto":"https"},
            "pathParameters":{"customerId":"<customer>","agentId":"AAAAAAAA","verificationId":"<verification>","requestId":"<verification>","callId":"<verification>","actionId":"AAAAAAAAAAAAAAAAAAAAAAAA"},
            "requestContext":{"requestId":"rehearsal","authorizer":{"jwt":{"claims":{"iss":<issuer>,"aud":<audience>,
            "sub":"<customer>","<scope>":<scopes>,"locale":"el",
            "phone_number":"+306912345678","phone_number_verified":"true","<sign-in>":"<now>"}}}},"body":<body>}""";

    private static final List<String> SCOPES =
            List.of("pin:self", "pin:verify", "action:execute", "action:approve", "audit:read", "audit:erase");

    /**
     * Plays until enough events were answered, or time is up. Each round opens new connections, as a restored function's first
     * request does: most of its time is handshakes.
     *
     * @param clients creates a round's clients, not connected yet
     * @param function creates the function's double
     * @return how many were answered
     * @throws IllegalStateException if AWS cannot be reached, or denies a call
     */
    public int play(Supplier<AwsClients> clients, Function<AwsClients, RequestStreamHandler> function, int events)
            throws IOException {
        var until = clock.instant().plus(LONGEST);
        int answered = 0;
        while (answered < events && clock.instant().isBefore(until)) {
            try (var own = clients.get()) {
                var understudy = function.apply(own);
                for (var request : scenes.requests()) {
                    answer(understudy, event(request));
                    answered++;
                }
            }
        }
        return answered;
    }

    private void answer(RequestStreamHandler function, String event) throws IOException {
        var out = new ByteArrayOutputStream();
        var in = new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8));
        function.handleRequest(in, out, new NoInvocation());
        if (out.toString(StandardCharsets.UTF_8).contains("\"statusCode\":5")) {
            throw new IllegalStateException("the rehearsal failed", aws.failure());
        }
    }

    private static String scopes(Realm realm) {
        return SCOPES.stream().map(realm.scopePrefix()::concat).collect(Collectors.joining(" "));
    }

    private String event(String request) {
        var parts = (request + " ").split(" ", 3);
        var realm = parts[1].contains("/panel/") ? panel : agents;
        return EVENT.replace("<route>", parts[0] + " " + parts[1])
                .replace("<issuer>", JsonText.write(Json.of(realm.issuer())))
                .replace("<scope>", realm.tokens().scopeClaim())
                .replace("<scopes>", JsonText.write(Json.of(scopes(realm))))
                .replace("<sign-in>", realm.signInClaim())
                .replace("<audience>", JsonText.write(Json.of(realm.audience())))
                .replace("<body>", JsonText.write(Json.of(parts[2])))
                .replace("<now>", String.valueOf(clock.instant().getEpochSecond()))
                .replace("<customer>", customer.value())
                .replace("<verification>", new VerificationId(customer, "A".repeat(22)).text())
                .replace("<pin>", pin);
    }
}
