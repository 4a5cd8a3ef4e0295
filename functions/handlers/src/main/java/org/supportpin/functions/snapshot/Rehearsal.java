package org.supportpin.functions.snapshot;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.functions.aws.AwsClients;
import org.supportpin.functions.aws.RehearsedAws;
import org.supportpin.functions.http.Callers.Realm;

/**
 * Plays a function's scenes to it, again and again, until the JVM has compiled what matters.
 *
 * @param customer whom there is not
 * @param pin the customer's
 * @param panel who made the customer's token, as it is made up; and {@code agents} the agent's
 */
public record Rehearsal(
        Scenes scenes, CustomerId customer, String pin, RehearsedAws aws, Realm panel, Realm agents, Clock clock) {

    /** Lambda gives 130 s for making a function and for all that comes before its snapshot. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** As API Gateway sends it (HTTP API, payload format 2.0), with as many headers as a browser's request has by then. */
    private static final String EVENT = """
            {"version":"2.0","routeKey":"<route>","headers":{"accept":"application/json","accept-encoding":"gzip, deflate, br",
            "accept-language":"el-GR,el;q=0.9,en;q=0.8","content-type":"application/json","host":"api.example.gr",
            "idempotency-key":"rehearsal","user-agent":"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)",
            "x-amzn-trace-id":"Root=1-00000000-000000000000000000000000","x-forwarded-for":"192.0.2.1",
            "x-forwarded-port":"443","x-forwarded-proto":"https"},
            "pathParameters":{"customerId":"<customer>","verificationId":"<verification>","actionId":"AAAAAAAAAAAAAAAAAAAAAAAA"},
            "requestContext":{"requestId":"rehearsal","authorizer":{"jwt":{"claims":{"iss":<issuer>,"aud":<audience>,
            "sub":"<customer>","scope":"pin:self pin:verify action:execute audit:read","locale":"el",
            "phone_number":"+306912345678","phone_number_verified":"true"}}}},"body":<body>}""";

    /**
     * Plays until so many events were answered, or time is up. Each round connects anew: a restored function's first request does
     * so too, and most of its time is the handshakes.
     *
     * @param clients makes a round's clients, which have no connection yet
     * @param function makes the function's double, which calls AWS by them
     * @return how many were answered
     * @throws IllegalStateException at the first that was not: AWS is not within reach, or denies
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
            throw new IllegalStateException("a rehearsal failed", aws.failure());
        }
    }

    private String event(String request) {
        var parts = (request + " ").split(" ", 3);
        var realm = parts[1].contains("/panel/") ? panel : agents;
        return EVENT.replace("<route>", parts[0] + " " + parts[1])
                .replace("<issuer>", JsonText.write(Json.of(realm.issuer())))
                .replace("<audience>", JsonText.write(Json.of(realm.audience())))
                .replace("<body>", JsonText.write(Json.of(parts[2])))
                .replace("<customer>", customer.value())
                .replace("<verification>", new VerificationId(customer, "AAAAAAAAAAAAAAAA").text())
                .replace("<pin>", pin);
    }
}
