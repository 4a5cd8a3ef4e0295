package org.supportpin.functions.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.Json.Str;
import org.supportpin.backoffice.json.JsonText;

/** API Gateway's event (HTTP API, payload format 2.0) of one request. */
public final class EventOf {

    public static final String PANEL_ISSUER = "https://panel.example";
    public static final String AGENT_ISSUER = "https://agents.example";

    private final String routeKey;
    private final Map<String, Json> headers = new LinkedHashMap<>();
    private final Map<String, Json> path = new LinkedHashMap<>();
    private final Map<String, Json> query = new LinkedHashMap<>();
    private @Nullable Json claims;
    private @Nullable Json body;
    private @Nullable Json encoded = Json.of(false);
    private String sourceAddress = "192.0.2.77";
    private String apiId = "api";

    private EventOf(String routeKey) {
        this.routeKey = routeKey;
    }

    public static EventOf route(String key) {
        return new EventOf(key);
    }

    /** The claims of a customer's token. */
    public static Json.Builder customer(String id) {
        return Json.object()
                .put("iss", PANEL_ISSUER)
                .put("aud", "support-pin-panel")
                .put("sub", id)
                .put("scope", "pin:self");
    }

    /** The claims of an agent's token. */
    public static Json.Builder staff(String id, String scope) {
        return Json.object()
                .put("iss", AGENT_ISSUER)
                .put("aud", "support-pin-agent")
                .put("sub", id)
                .put("scope", scope);
    }

    public EventOf claims(Json given) {
        claims = given;
        return this;
    }

    public EventOf header(String name, String value) {
        headers.put(name, new Str(value));
        return this;
    }

    public EventOf path(String name, String value) {
        path.put(name, new Str(value));
        return this;
    }

    public EventOf query(String name, String value) {
        query.put(name, new Str(value));
        return this;
    }

    /** The caller's address, and the id of the API that it calls. */
    public EventOf from(String address, String api) {
        sourceAddress = address;
        apiId = api;
        return this;
    }

    public EventOf body(String text) {
        body = new Str(text);
        return this;
    }

    public EventOf base64(String text) {
        encoded = Json.of(true);
        return body(text);
    }

    public Obj json() {
        var authorizer = Json.object()
                .putIfPresent(
                        "authorizer",
                        claims == null
                                ? null
                                : Json.object()
                                        .put(
                                                "jwt",
                                                Json.object()
                                                        .put("claims", claims)
                                                        .build())
                                        .build())
                .put("apiId", apiId)
                .put("http", Json.object().put("sourceIp", sourceAddress).build())
                .put("requestId", "request-1")
                .build();
        return Json.object()
                .put("version", "2.0")
                .put("routeKey", routeKey)
                .put("headers", new Obj(headers))
                .put("pathParameters", new Obj(path))
                .put("queryStringParameters", new Obj(query))
                .put("requestContext", authorizer)
                .putIfPresent("body", body)
                .putIfPresent("isBase64Encoded", encoded)
                .build();
    }

    public String text() {
        return JsonText.write(json());
    }
}
