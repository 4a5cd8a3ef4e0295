package org.supportpin.local.routes;

import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.local.http.Reply;

/** The answer of a local route; 204 has no body. */
public record Answer(int status, @Nullable Json body) {

    public static Answer ok(Json body) {
        return new Answer(200, body);
    }

    public static Answer noContent() {
        return new Answer(204, null);
    }

    Reply reply() {
        var reply = body == null ? Reply.empty(status) : Reply.text(status, "application/json", JsonText.write(body));
        return reply.with("cache-control", "no-store");
    }
}
