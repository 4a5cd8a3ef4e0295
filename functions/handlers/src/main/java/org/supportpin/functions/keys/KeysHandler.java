package org.supportpin.functions.keys;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.signing.PublishedKey;
import org.supportpin.domain.signing.Signer;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.http.Api;
import org.supportpin.functions.http.Response;

/**
 * The keys with which anybody can check what the service signed, as a JWK Set (RFC 7517 §5). It is asked for seldom and may be cached,
 * so the function rehearses nothing.
 */
public final class KeysHandler implements RequestStreamHandler {

    /** A key is published long before it matters to anybody that a cache does not know it. */
    private static final Duration CACHED = Duration.ofHours(1);

    private final Api api;
    private final Signer signer;

    public KeysHandler() {
        this(Wiring.fromEnvironment());
    }

    public KeysHandler(Wiring wiring) {
        signer = wiring.signing().signer();
        api = wiring.api().open("GET /v1/keys", _ -> keys());
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        api.handle(in, out, context);
    }

    private Response keys() {
        var keys = Json.object()
                .put("keys", Json.array(signer.published(), KeysHandler::key))
                .build();
        return Response.json(200, keys).cacheable(CACHED);
    }

    private static Json key(PublishedKey key) {
        return Json.object()
                .put("kty", "EC")
                .put("crv", "P-256")
                .put("x", key.x())
                .put("y", key.y())
                .put("use", "sig")
                .put("alg", "ES256")
                .put("kid", key.id())
                .build();
    }
}
