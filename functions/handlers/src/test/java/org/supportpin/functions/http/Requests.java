package org.supportpin.functions.http;

import java.util.Map;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;

/** Requests for tests, as API Gateway would pass them. */
public final class Requests {

    private Requests() {}

    /**
     * A request without claims.
     *
     * @param body empty for none
     */
    public static Request of(Map<String, String> path, String body) {
        var parameters = Json.object();
        path.forEach((name, value) -> parameters.put(name, Json.of(value)));
        var event = Json.object().put("pathParameters", parameters.build());
        if (!body.isEmpty()) {
            event.put(
                            "headers",
                            Json.object()
                                    .put("content-type", "application/json")
                                    .build())
                    .put("body", body);
        }
        return new Request((Json.Obj) JsonText.readOwn(JsonText.write(event.build())));
    }
}
