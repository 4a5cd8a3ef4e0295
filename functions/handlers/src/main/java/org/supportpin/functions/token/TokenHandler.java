package org.supportpin.functions.token;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.action.StoreUnavailable;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.http.Api;
import org.supportpin.functions.http.Log;
import org.supportpin.functions.http.Rejected;
import org.supportpin.functions.http.Request;
import org.supportpin.functions.http.Response;
import org.supportpin.functions.token.TokenIssuing.Outcome;
import org.supportpin.functions.token.TokenIssuing.Seen;

/** The token endpoint, and what others need to check its tokens. */
public final class TokenHandler implements RequestStreamHandler {

    static final String GRANT_TYPE = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final Api api;
    private final Log log;
    private final Clock real;
    private final TokenIssuing issuing;
    private final Endpoints endpoints;

    public TokenHandler() {
        this(Wiring.fromEnvironment());
    }

    public TokenHandler(Wiring wiring) {
        this(wiring, Clock.systemUTC());
    }

    /** @param real real time, by which API Gateway judges tokens */
    public TokenHandler(Wiring wiring, Clock real) {
        var parts = wiring.tokens();
        log = wiring.log();
        this.real = real;
        issuing = new TokenIssuing(parts.registered(), parts.secrets(), parts.uses(), parts.signer(), real);
        endpoints = new Endpoints(parts.endpoint(), parts.realms());
        var published = new Published(issuing.clients(), issuing.signer(), endpoints);
        api = wiring.api()
                .open("POST /v1/token", this::token)
                .open("GET /v1/issuers/{issuer}/.well-known/openid-configuration", published::configuration)
                .open("GET /v1/issuers/{issuer}/.well-known/jwks.json", published::keys);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        api.handle(in, out, context);
    }

    private Response token(Request request) {
        return switch (form(request)) {
            case Faulty<Map<String, String>> _ -> refused(request, new Outcome.Refused(Seen.NOTHING, Refusal.FORM));
            case Valid<Map<String, String>>(var form) ->
                switch (Grant.read(form)) {
                    case Grant.Form.Wrong(var refusal) -> refused(request, new Outcome.Refused(Seen.NOTHING, refusal));
                    case Grant.Form.Valid(var grant) -> answer(request, grant);
                };
        };
    }

    /** What is too large is a refusal as well, with the answer of every route. */
    private Checked<Map<String, String>> form(Request request) {
        try {
            return request.form();
        } catch (Rejected e) {
            record(request, new Outcome.Refused(Seen.NOTHING, Refusal.FORM));
            throw e;
        }
    }

    /** An assertion may have been used up by the time that something does not answer: the same request again would be a replay. */
    private Response answer(Request request, Grant grant) {
        try {
            return answer(request, issuing.issue(grant, request.sourceAddress(), endpoints.of(request)));
        } catch (StoreUnavailable e) {
            return unavailable(request, log.line().error(e));
        } catch (KeysUnavailable e) {
            return unavailable(request, log.line().error(e).count(Log.Metric.KEYS_UNAVAILABLE));
        }
    }

    /** Not counted as a refusal: nobody was refused. */
    private Response unavailable(Request request, Log.Line line) {
        line.put(Log.Field.REQUEST_ID, request.id()).write();
        return response("temporarily-unavailable", Refusal.UNAVAILABLE).header("Retry-After", "1");
    }

    private Response answer(Request request, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused refused -> refused(request, refused);
            case Outcome.Issued issued -> {
                line(request, issued).write();
                yield Response.json(
                        200,
                        Json.object()
                                .put("access_token", issued.token())
                                .put("token_type", "Bearer")
                                .put("expires_in", AccessTokens.LIFE.toSeconds())
                                .put("scope", issued.scope())
                                .build());
            }
        };
    }

    private Response refused(Request request, Outcome.Refused refused) {
        var why = refused.why();
        record(request, refused);
        var response = response("token-refused", why);
        return why == Refusal.RATE ? response.header("Retry-After", secondsOfTheMinuteLeft()) : response;
    }

    private void record(Request request, Outcome.Refused refused) {
        line(request, refused)
                .put(Log.Field.REFUSAL, refused.why().text())
                .count(Log.Metric.TOKENS_REFUSED)
                .write();
    }

    private static Response response(String outcome, Refusal why) {
        var body = Json.object()
                .put("error", why.error())
                .put("error_description", why.description())
                .build();
        return new Response(why.status(), outcome, Map.of("Content-Type", "application/json"), body);
    }

    private String secondsOfTheMinuteLeft() {
        return Integer.toString(60 - real.instant().atOffset(ZoneOffset.UTC).getSecond());
    }

    /** Each token and each refusal is on record: whose, by which assertion, and never the assertion or the token. */
    private Log.Line line(Request request, Outcome outcome) {
        var line = log.line().put(Log.Field.REQUEST_ID, request.id());
        var client = outcome.seen().client();
        if (client != null) {
            line.put(Log.Field.CLIENT, client.id())
                    .put(Log.Field.REALM, client.realm().text());
        }
        var assertion = outcome.seen().assertion();
        return assertion == null ? line : line.put(Log.Field.ASSERTION, assertion.hex());
    }
}
